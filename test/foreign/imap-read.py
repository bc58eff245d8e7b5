"""Reads a mailbox whole by imaplib: one line of JSON for each message, with its bytes, flags and what the server says of it."""
import base64, imaplib, json, re, ssl, sys

scheme, port, authority, user, password = sys.argv[1:6]
context = ssl.create_default_context(cafile=authority)
if scheme == "imaps":
    client = imaplib.IMAP4_SSL("127.0.0.1", int(port), ssl_context=context)
else:
    client = imaplib.IMAP4("127.0.0.1", int(port))
    if scheme == "starttls":
        client.starttls(context)
client.login(user, password)
status, listed = client.list()
for line in listed:
    name = re.match(rb'\(.*?\) "/" (.*)', line).group(1)
    status, count = client.select(name, readonly=True)
    if int(count[0]) == 0:
        continue
    status, answers = client.uid("FETCH", "1:*", "(FLAGS RFC822.SIZE INTERNALDATE BODY.PEEK[])")
    for answer in answers:
        if not isinstance(answer, tuple):
            continue
        head = answer[0].decode("ascii")
        print(json.dumps({
            "folder": name.decode("ascii").strip('"'),
            "uid": int(re.search(r"UID (\d+)", head).group(1)),
            "flags": re.search(r"FLAGS \((.*?)\)", head).group(1).split(),
            "size": int(re.search(r"RFC822.SIZE (\d+)", head).group(1)),
            "bytes": base64.b64encode(answer[1]).decode("ascii"),
        }))
client.logout()
