import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImapCommand } from './serve-imap.ts';
import { ask, converse, TestClient } from './testing/converse.ts';
import { MemoryMailbox } from './testing/memory-mailbox.ts';

const plain = 'From: Bob <bob@example.org>\r\nSubject: Hello\r\nDate: Mon, 1 Nov 2004 10:00:00 +0000\r\n\r\nBody\r\n';

function inbox(...messages: readonly string[]): MemoryMailbox {
  const mailbox = new MemoryMailbox();
  for (const message of messages) mailbox.deliver(message);
  return mailbox;
}

describe('a session', () => {
  test('goes from greeting to leave-taking', async () => {
    const transcript = await converse(
      inbox(plain, plain),
      'a1 CAPABILITY',
      'a2 LOGIN ann wrong',
      'a3 login {3}',
      'ann "secret"',
      'a4 LIST "" *',
      'a5 SELECT inbox',
      'a6 FETCH 1 (UID RFC822.SIZE BODY[HEADER.FIELDS (Subject X)])',
      'a7 STORE 2 +FLAGS.SILENT (\\Deleted)',
      'a8 EXPUNGE',
      'a9 STATUS INBOX (MESSAGES UNSEEN UIDNEXT UIDVALIDITY)',
      'a10 LOGOUT',
    );
    expect(transcript).toMatchInlineSnapshot(`
      "S: * OK Test IMAP4rev1 server (mail.example.org) ready.
      C: a1 CAPABILITY
      S: * CAPABILITY IMAP4 IMAP4rev1 IDLE LOGIN-REFERRALS MAILBOX-REFERRALS NAMESPACE LITERAL+ UIDPLUS CHILDREN AUTH=ECHO
      S: a1 OK CAPABILITY completed.
      C: a2 LOGIN ann wrong
      S: a2 NO Logon failure: unknown user name or bad password.
      C: a3 login {3}
      S: + Ready for additional command text.
      C: ann "secret"
      S: a3 OK LOGIN completed.
      C: a4 LIST "" *
      S: * LIST (\\HasNoChildren) "/" INBOX
      S: a4 OK LIST completed.
      C: a5 SELECT inbox
      S: * 2 EXISTS
      S: * 0 RECENT
      S: * FLAGS (\\Seen \\Answered \\Flagged \\Deleted \\Draft)
      S: * OK [PERMANENTFLAGS (\\Seen \\Answered \\Flagged \\Deleted \\Draft)] Permanent flags
      S: * OK [UNSEEN 1] Is the first unseen message
      S: * OK [UIDVALIDITY 1] UIDVALIDITY value
      S: * OK [UIDNEXT 3] The next unique identifier value
      S: a5 OK [READ-WRITE] SELECT completed.
      C: a6 FETCH 1 (UID RFC822.SIZE BODY[HEADER.FIELDS (Subject X)])
      S: * 1 FETCH (UID 1 RFC822.SIZE 91 BODY[HEADER.FIELDS (Subject X)] {18}
      Subject: Hello

       FLAGS (\\Seen))
      S: a6 OK FETCH completed.
      C: a7 STORE 2 +FLAGS.SILENT (\\Deleted)
      S: a7 OK STORE completed.
      C: a8 EXPUNGE
      S: * 2 EXPUNGE
      S: a8 OK EXPUNGE completed.
      C: a9 STATUS INBOX (MESSAGES UNSEEN UIDNEXT UIDVALIDITY)
      S: * STATUS INBOX (MESSAGES 1 UNSEEN 0 UIDNEXT 3 UIDVALIDITY 1)
      S: a9 OK STATUS completed.
      C: a10 LOGOUT
      S: * BYE Test IMAP4rev1 server signing off.
      S: a10 OK LOGOUT completed."
    `);
  });

  test('signs on by a mechanism, and lets the client cancel', async () => {
    const transcript = await converse(
      inbox(),
      'a AUTHENTICATE KERBEROS',
      'b AUTHENTICATE ECHO',
      '*',
      'c AUTHENTICATE ECHO',
      '',
      Buffer.from('ann').toString('base64'),
      'd NAMESPACE',
    );
    expect(transcript).toContain('a NO Unsupported authentication mechanism.');
    expect(transcript).toContain('b BAD Protocol Error: "Authentication was cancelled".');
    expect(transcript).toContain(`+ ${Buffer.from('who?').toString('base64')}`);
    expect(transcript).toContain('d OK NAMESPACE completed.');
  });

  test.each([
    ['', '* BAD Protocol Error: "Tag expected".'],
    ['a', 'a BAD Protocol Error: "Missing argument".'],
    ['a DANCE', 'a BAD Protocol Error: "Unidentifiable command specified".'],
    ['a toString', 'a BAD Protocol Error: "Unidentifiable command specified".'],
    ['a UID', 'a BAD Protocol Error: "Missing argument".'],
    ['a UID NOOP', 'a BAD Protocol Error: "Unidentifiable command specified".'],
    ['a NOOP now', 'a BAD Protocol Error: "Too many arguments".'],
    ['a LOGIN ann secret', 'a BAD Protocol Error: "The command is not valid in this state".'],
    ['a SELECT', 'a BAD Protocol Error: "Missing argument".'],
    ['a SELECT nowhere', "a NO nowhere doesn't exist."],
    ['a SELECT "a', 'a BAD Protocol Error: "String expected".'],
    ['a SELECT "&AG-"', 'a BAD Protocol Error: "Mailbox name is not in modified UTF-7".'],
    ['a FETCH 0 FLAGS', 'a BAD Protocol Error: "Sequence numbers begin with 1".'],
    ['a FETCH 1 NOTHING', 'a BAD Protocol Error: "There is no data item NOTHING".'],
    ['a FETCH 1 ()', 'a BAD Protocol Error: "Nothing to fetch".'],
    ['a FETCH 1 BODY[MIME]', 'a BAD Protocol Error: "There is no section MIME".'],
    ['a FETCH 1 BODY[]<0.0>', 'a BAD Protocol Error: "A part of no bytes".'],
    ['a FETCH 4294967296 FLAGS', 'a BAD Protocol Error: "Number too large".'],
    ['a STORE 1 FLAGS (\\Recent)', 'a NO The flag \\Recent is not supported.'],
    ['a SEARCH CHARSET KOI8-R ALL', 'a NO [BADCHARSET (US-ASCII UTF-8)] The charset KOI8-R is not supported.'],
    ['a SEARCH SINCE 31-Feb-2004', 'a BAD Protocol Error: "No such day".'],
    ['a COPY 1 nowhere', "a NO [TRYCREATE] nowhere doesn't exist."],
    ['a APPEND nowhere {1}\r\nx', "+ Ready for additional command text.\r\na NO [TRYCREATE] nowhere doesn't exist."],
    ['a LOGIN {99999}', 'a NO Literal too long'],
    ['a STARTTLS', 'a BAD Protocol Error: "The command is not valid in this state".'],
    [`a SEARCH ${'('.repeat(60)}`, 'a BAD Protocol Error: "Too many parentheses".'],
  ])('answers %j by what is wrong with it', async (command, answer) => {
    expect(await ask(inbox(plain), command)).toEqual([`${answer}\r\n`]);
  });

  test('passes over a literal that is too long and comes unasked', async () => {
    expect(await ask(inbox(), `a LOGIN {20000+}\r\n${'x'.repeat(20_000)} y`, 'b NOOP')).toEqual([
      'a NO Literal too long\r\n',
      'b OK NOOP completed.\r\n',
    ]);
  });

  test('ends after too many commands that cannot be read, and with a line that does not end', async () => {
    const [answer] = await ask(inbox(), Array.from({ length: 25 }, () => 'a ?').join('\r\n'));
    expect(answer).toContain('* BYE Connection is closed. Too many invalid commands.\r\n');
    const client = new TestClient(inbox());
    expect(await client.say('a'.repeat(70_000))).toContain('* BYE Connection is closed. Command line too long.');
    await client.ended;
  });

  test('reads commands however they are cut, and one behind the other', async () => {
    const said = Buffer.from(
      'a LOGIN {3+}\r\nann {6+}\r\nsecret\r\nb SELECT "INBOX"\r\nc UID FETCH 1:* (BODY.PEEK[])\r\n',
    );
    const whole = new TestClient(inbox(plain));
    const expected = await whole.say(said.toString());
    expect(expected).toContain(`BODY[] {${plain.length}}\r\n${plain})`);
    for (const size of [1, 2, 3, 5, 7, 11, 64]) {
      const client = new TestClient(inbox(plain));
      for (let at = 0; at < said.length; at += size) client.push(said.subarray(at, at + size));
      expect(await client.take()).toBe(expected);
      client.end();
      await client.ended;
    }
    whole.end();
    await whole.ended;
  });

  test('shows every command to its observer, which may answer it', async () => {
    const seen: [ImapCommand, string][] = [];
    const client = new TestClient(inbox(), {
      observer: {
        began: async ({ name }) => (name === 'SELECT' ? { status: 'NO', text: 'Not today.' } : undefined),
        ended: (command, { status, text }) => void seen.push([command, `${status} ${text}`]),
      },
    });
    const answers = await client.say('a LOGIN ann secret\r\nb SELECT INBOX\r\nc DANCE\r\n');
    expect(answers).toContain('b NO Not today.\r\n');
    expect(seen).toEqual([
      [
        { tag: 'a', name: 'LOGIN', args: { userName: 'ann', password: 'secret' }, isKnown: true },
        'OK LOGIN completed.',
      ],
      [{ tag: 'b', name: 'SELECT', args: { path: ['INBOX'] }, isKnown: true }, 'NO Not today.'],
      [expect.objectContaining({ name: 'DANCE', isKnown: false }), expect.stringContaining('BAD')],
    ]);
    client.end();
    await client.ended;
  });

  test('survives any bytes', async () => {
    const words = fc.constantFrom(
      ...'FETCH SEARCH STORE UID BODY[ ] ( ) "INBOX" 1:* {5} {3+} \\Seen HEADER.FIELDS OR NOT APPEND IDLE DONE \r\n a *'.split(
        ' ',
      ),
    );
    const text = fc.array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(text, async (pieces) => {
        const client = new TestClient(inbox(plain));
        client.push(Buffer.from('a LOGIN ann secret\r\nb SELECT INBOX\r\n'));
        client.push(Buffer.from(`${pieces.join(' ')}\r\n`, 'latin1'));
        client.end();
        await client.ended;
      }),
      { numRuns: 300 },
    );
  });
});

describe('a selected folder', () => {
  test('keeps the numbers of messages until it may tell that some are gone', async () => {
    const mailbox = inbox(plain, plain, plain);
    const [folder] = mailbox.folders();
    const client = new TestClient(mailbox);
    await client.say('a LOGIN ann secret\r\nb SELECT INBOX\r\n');
    mailbox.remove(folder!, 1);
    mailbox.deliver(plain);
    expect(await client.say('c FETCH 1:2 UID\r\n')).toBe(
      '* 2 FETCH (UID 2)\r\n* 4 EXISTS\r\n* 1 RECENT\r\nc OK FETCH completed.\r\n',
    );
    expect(await client.say('d NOOP\r\n')).toBe('* 1 EXPUNGE\r\nd OK NOOP completed.\r\n');
    mailbox.setFlags(folder!, 3, new Set(['\\Seen']));
    expect(await client.say('e NOOP\r\n')).toBe('* 2 FETCH (FLAGS (\\Seen))\r\ne OK NOOP completed.\r\n');
    client.end();
    await client.ended;
  });

  test('tells at once what happens while the client idles', async () => {
    const mailbox = inbox(plain);
    const client = new TestClient(mailbox);
    await client.say('a LOGIN ann secret\r\nb SELECT INBOX\r\n');
    expect(await client.say('c IDLE\r\n')).toBe('+ IDLE accepted, awaiting DONE command.\r\n');
    mailbox.deliver(plain);
    expect(await client.take()).toBe('* 2 EXISTS\r\n* 1 RECENT\r\n');
    expect(await client.say('DONE\r\n')).toBe('c OK IDLE completed.\r\n');
    mailbox.deliver(plain);
    expect(await client.take()).toBe('');
    client.end();
    await client.ended;
  });

  test('marks as seen what is read, and tells of it, unless it is open for reading only', async () => {
    expect(await ask(inbox(plain), 'a FETCH 1 BODY[TEXT]', 'b EXAMINE INBOX', 'c STORE 1 FLAGS ()')).toEqual([
      '* 1 FETCH (BODY[TEXT] {6}\r\nBody\r\n FLAGS (\\Seen))\r\na OK FETCH completed.\r\n',
      expect.stringContaining('b OK [READ-ONLY] EXAMINE completed.'),
      'c NO The folder is open for reading only.\r\n',
    ]);
    const [, fetched] = await ask(inbox(plain), 'a EXAMINE INBOX', 'b FETCH 1 BODY[TEXT]');
    expect(fetched).not.toContain('FLAGS');
  });

  test('appends, copies and removes by uid, and says which uids came of it', async () => {
    const mailbox = inbox(plain, plain, plain);
    const text = 'Subject: x\r\n\r\n';
    const answers = await ask(
      mailbox,
      'a CREATE Archive/',
      `b APPEND Archive (\\Seen) " 1-Nov-2004 12:00:00 +0200" {${text.length}}`,
      text,
      'c UID COPY 1,3 Archive',
      'd UID STORE 1:3 +FLAGS (\\Deleted)',
      'e UID EXPUNGE 2',
      'f CLOSE',
      'g SELECT Archive',
      'h FETCH 1 (INTERNALDATE FLAGS)',
      'i RENAME Archive Old',
      'j DELETE Old',
    );
    expect(answers.map((answer) => answer.trim().split('\r\n').at(-1))).toEqual([
      'a OK CREATE completed.',
      '+ Ready for additional command text.',
      'b OK [APPENDUID 2 1] APPEND completed.',
      'c OK [COPYUID 2 1,3 2:3] COPY completed.',
      'd OK STORE completed.',
      'e OK EXPUNGE completed.',
      'f OK CLOSE completed.',
      'g OK [READ-WRITE] SELECT completed.',
      'h OK FETCH completed.',
      'i OK RENAME completed.',
      'j OK DELETE completed.',
    ]);
    expect(answers[8]).toContain('* 1 FETCH (INTERNALDATE " 1-Nov-2004 10:00:00 +0000" FLAGS (\\Seen))');
    expect(mailbox.messages(mailbox.folders()[0]!)).toEqual([]);
  });
});

describe('lists', () => {
  test.each([
    ['"" %', ['INBOX', 'Sent', '&BBY-']],
    ['"" *', ['INBOX', 'Sent', '"Sent/Old mail"', '&BBY-']],
    ['"" sent/*', ['"Sent/Old mail"']],
    ['Sent/ %', ['"Sent/Old mail"']],
    ['"" inbox', ['INBOX']],
    ['"" S*l', ['"Sent/Old mail"']],
    ['"" ***************************z', []],
  ])('%s', async (pattern, names) => {
    const mailbox = inbox();
    for (const path of [['Sent'], ['Sent', 'Old mail'], ['Ж']]) mailbox.createFolder(path);
    const [answer] = await ask(mailbox, `a LIST ${pattern}`);
    const lines = answer!.split('\r\n').filter((line) => line.startsWith('* '));
    expect(lines.map((line) => line.replace(/^\* LIST \(\S+\) "\/" /, ''))).toEqual(names);
  });

  test('subscriptions stay when their folder goes', async () => {
    const answers = await ask(
      inbox(),
      'a CREATE x',
      'b SUBSCRIBE x',
      'c DELETE x',
      'd LSUB "" *',
      'e UNSUBSCRIBE x',
      'f LSUB "" *',
    );
    expect(answers[3]).toBe('* LSUB (\\Noselect) "/" x\r\nd OK LSUB completed.\r\n');
    expect(answers[5]).toBe('f OK LSUB completed.\r\n');
  });
});
