import { expect, test } from 'vitest';
import { ask } from '../testing/converse.ts';
import { MemoryMailbox } from '../testing/memory-mailbox.ts';

/** A message in a message in a multipart, after the example of RFC 3501 6.4.5. */
const nested = `From: "Doe, John" <john@example.org>
Sender: Jane <jane@example.org>
To: friends: bob@example.org, "Ж" <zh@example.org>;, carol
Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=
Date: Mon, 1 Nov 2004 10:00:00 +0000
Message-ID: <1@example.org>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="one"

preamble
--one
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Gr=FC=DFe
--one
Content-Type: message/rfc822
Content-Disposition: attachment; filename="inner.eml"

Subject: inner
Content-Type: multipart/alternative; boundary=two

--two

first
--two
Content-Type: application/octet-stream
Content-ID: <cid@x>
Content-Transfer-Encoding: base64

aGVsbG8=
--two--
--one--
epilogue
`.replaceAll('\n', '\r\n');

function mailbox(): MemoryMailbox {
  const made = new MemoryMailbox();
  made.deliver(Buffer.from(nested).toString('latin1'));
  return made;
}

async function fetch(item: string): Promise<string> {
  const [answer] = await ask(mailbox(), `a FETCH 1 (${item})`);
  return answer!.slice('* 1 FETCH ('.length, answer!.lastIndexOf(')\r\na OK'));
}

test('BODYSTRUCTURE tells every part, with those of an attached message', async () => {
  expect(await fetch('BODYSTRUCTURE')).toBe(
    'BODYSTRUCTURE (("TEXT" "PLAIN" ("CHARSET" "iso-8859-1") NIL NIL "QUOTED-PRINTABLE" 9 1 NIL NIL NIL NIL)' +
      '("MESSAGE" "RFC822" NIL NIL NIL "7BIT" 207 (NIL "inner" NIL NIL NIL NIL NIL NIL NIL NIL) ' +
      '(("TEXT" "PLAIN" NIL NIL NIL "7BIT" 5 1)' +
      '("APPLICATION" "OCTET-STREAM" NIL "<cid@x>" NIL "BASE64" 8) "ALTERNATIVE") 13 NIL ("attachment" ("FILENAME" "inner.eml")) NIL NIL)' +
      ' "MIXED" ("BOUNDARY" "one") NIL NIL NIL)',
  );
});

test('ENVELOPE tells people and groups, and leaves words encoded', async () => {
  expect(await fetch('ENVELOPE')).toBe(
    'ENVELOPE ("Mon, 1 Nov 2004 10:00:00 +0000" "=?utf-8?Q?Gr=C3=BC=C3=9Fe?=" ' +
      '(("Doe, John" NIL "john" "example.org")) (("Jane" NIL "jane" "example.org")) (("Doe, John" NIL "john" "example.org")) ' +
      '((NIL NIL "friends" NIL)(NIL NIL "bob" "example.org")({2}\r\n\xd0\x96 NIL "zh" "example.org")(NIL NIL NIL NIL)("carol" NIL "" "")) ' +
      'NIL NIL NIL "<1@example.org>")',
  );
});

test.each([
  ['BODY[1]', 'Gr=FC=DFe'],
  [
    'BODY[1.MIME]',
    'Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n',
  ],
  ['BODY[2.HEADER]', 'Subject: inner\r\nContent-Type: multipart/alternative; boundary=two\r\n\r\n'],
  ['BODY[2.HEADER.FIELDS (subject)]', 'Subject: inner\r\n\r\n'],
  ['BODY[2.HEADER.FIELDS.NOT (subject)]', 'Content-Type: multipart/alternative; boundary=two\r\n\r\n'],
  ['BODY[2.1]', 'first'],
  ['BODY[2.2]', 'aGVsbG8='],
  ['BODY[2.2]<2.3>', 'Vsb'],
  ['BODY[2.2]<100.3>', ''],
])('%s', async (item, expected) => {
  const name = item.replace(/\.\d+>$/, '>');
  expect(await fetch(item)).toBe(`${name} {${expected.length}}\r\n${expected} FLAGS (\\Seen)`);
});

test.each(['BODY[3]', 'BODY[1.1]', 'BODY[1.HEADER]', 'BODY[2.3]'])('%s is not there', async (item) => {
  expect(await fetch(item)).toBe(`${item} NIL FLAGS (\\Seen)`);
});

test('the only part of a message without parts is its body', async () => {
  const made = new MemoryMailbox();
  made.deliver('Subject: x\r\n\r\nbody');
  expect(await ask(made, 'a FETCH 1 (BODY.PEEK[1] BODY)')).toEqual([
    '* 1 FETCH (BODY[1] {4}\r\nbody BODY ("TEXT" "PLAIN" NIL NIL NIL "7BIT" 4 1))\r\na OK FETCH completed.\r\n',
  ]);
});

test.each([
  ['FROM john', true],
  ['SUBJECT grüße', true],
  ['SUBJECT Gruss', false],
  ['BODY Grüße', true],
  ['BODY first', true],
  ['TEXT inner', true],
  ['HEADER message-id ""', true],
  ['HEADER x-none ""', false],
  ['SENTON 1-Nov-2004', true],
  ['SENTBEFORE 1-Nov-2004', false],
  ['SINCE 2-Nov-2004', false],
  ['BEFORE 2-Nov-2004 ON 1-Nov-2004', true],
  ['LARGER 100 SMALLER 10000', true],
  ['UNSEEN NOT DELETED', true],
  ['OR SEEN (TO zh FROM john)', true],
  ['OR SEEN DELETED', false],
  ['1:5', true],
  ['UID 2:*', true],
  ['UID 2:3', false],
  ['NEW', false],
  ['OLD', true],
  ['KEYWORD x', false],
])('SEARCH %s', async (key, found) => {
  const quoted = Buffer.from(key)
    .toString('latin1')
    .replaceAll(/ ([^\s()]*[\x80-\xff][^\s()]*)/g, (_, word: string) => ` {${word.length}+}\r\n${word}`);
  const [answer] = await ask(mailbox(), `a SEARCH CHARSET UTF-8 ${quoted}`);
  expect(answer).toBe(`* SEARCH${found ? ' 1' : ''}\r\na OK SEARCH completed.\r\n`);
});
