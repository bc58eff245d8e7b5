import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contoso, encodePcapng, importFiles, MockExchange, renderMessage, type Seed } from '@cutover/mock-exchange';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeForeign, run, runPython } from './foreign-client.ts';
import { renderingsOf } from './mailbox-renderings.ts';

/** Contoso, with mail in the Inbox of Ann Beebe that came from the Internet as odd as it comes. */
const oddMail = [
  'Subject: bare line feeds\n\nnot a carriage return in sight\n',
  'Subject: 8 bit \xff\xfe\r\nX-Nul: a\r\n\r\nbytes \x80\x81\r\n.\r\n..\r\nno line end',
  `Subject: long\r\n\r\n${'x'.repeat(5000)}\r\n`,
];

let mock: MockExchange;
let folder: string;
let login: { user: string; password: string };

async function seeded(): Promise<Seed> {
  const mails = await mkdtemp(join(folder, 'mail-'));
  for (const [index, text] of oddMail.entries())
    await writeFile(join(mails, `${index}.eml`), Buffer.from(text, 'latin1'));
  const { items } = await importFiles(mails);
  const seed = contoso();
  return {
    ...seed,
    fill: (mailbox, owner) => {
      seed.fill(mailbox, owner);
      if (owner.alias !== 'annb') return;
      for (const { content } of items) mailbox.deliver(mailbox.wellKnown('inbox'), { content });
    },
  };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cutover-imap-'));
  mock = await MockExchange.start({ seed: await seeded(), imapPort: 0, imapsPort: 0, strict: true, tap: true });
  await writeFile(join(folder, 'authority.pem'), mock.certificateAuthority);
  const { domain, userName, password } = mock.accounts.find(({ userName: name }) => name === 'administrator')!;
  login = { user: `${domain}/${userName}/annb`, password };
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true });
});

const portOf = (scheme: 'imap' | 'imaps'): string => new URL(mock.urls[scheme]!).port;

describeForeign('imaplib', 'reads a mailbox whole', () => {
  test.each(['imap', 'imaps', 'starttls'] as const)('%s: every byte is as it was rendered', async (scheme) => {
    const port = portOf(scheme === 'imaps' ? 'imaps' : 'imap');
    const args = [scheme, port, join(folder, 'authority.pem'), login.user, login.password];
    const { code, stdout, stderr } = await runPython('imap-read.py', args);
    expect(code, stderr).toBe(0);
    const read = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const expected = await renderingsOf(mock, 'annb');
    expect(expected.length).toBeGreaterThan(20);
    expect(read.map(({ uid, bytes }) => ({ uid, bytes }))).toEqual(expected);
    for (const { size, bytes } of read) expect(size).toBe(Buffer.from(String(bytes), 'base64').length);
    const odd = oddMail.map((text) => Buffer.from(text, 'latin1').toString('base64'));
    expect(read.map(({ bytes }) => bytes)).toEqual(expect.arrayContaining(odd));
  });
});

describeForeign('mbsync', 'copies a mailbox into a Maildir', () => {
  test('every message arrives, byte for byte but for its ends of lines', async () => {
    const local = await mkdtemp(join(folder, 'maildir-'));
    const config = join(folder, 'mbsyncrc');
    await writeFile(
      config,
      `IMAPAccount exchange
Host localhost
Port ${portOf('imaps')}
User ${login.user}
Pass ${login.password}
SSLType IMAPS
CertificateFile ${join(folder, 'authority.pem')}
AuthMechs LOGIN

IMAPStore remote
Account exchange

MaildirStore local
Path ${local}/
Inbox ${local}/INBOX
SubFolders Verbatim

Channel all
Far :remote:
Near :local:
Patterns * !Reports.*
Create Near
Sync Pull
SyncState *
`,
    );
    const { code, stdout, stderr } = await run('mbsync', ['-c', config, '-a']);
    expect(code, stdout + stderr).toBe(0);
    // mbsync 1.4 has room for 256 bytes of a path, and the folder that is left out has a name nearly as long.
    const expected = await renderingsOf(mock, 'annb', { without: 'Reports.' });
    // mbsync leaves the carriage returns out, and so does this comparison.
    const plain = (bytes: Buffer): string => bytes.toString('latin1').replaceAll('\r\n', '\n');
    const wanted = expected.map(({ bytes }) => plain(Buffer.from(bytes, 'base64')));
    expect((await readMaildirs(local)).toSorted()).toEqual(wanted.toSorted());
  });
});

/** Every message, without the field that mbsync finds its copies by. */
async function readMaildirs(path: string): Promise<string[]> {
  const messages: string[] = [];
  for (const entry of await readdir(path, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\/(cur|new)$/.test(entry.parentPath)) continue;
    messages.push(
      (await readFile(join(entry.parentPath, entry.name))).toString('latin1').replace(/^X-TUID: .*\n/m, ''),
    );
  }
  return messages;
}

describeForeign('curl', 'changes a mailbox by IMAP', () => {
  test('flags, copies and new messages are in the store, and the bytes as they were', async () => {
    await using fork = await mock.fork();
    const { mailbox } = fork.mailbox('annb');
    const inbox = mailbox.wellKnown('inbox');
    const [first] = mailbox.messages(inbox, { associated: false });
    const [before] = await renderingsOf(fork, 'annb');
    const url = `imap://127.0.0.1:${new URL(fork.urls['imap']!).port}`;
    const { domain, userName, password } = mock.accounts.find(({ userName: name }) => name === 'annb')!;
    const user = `${domain}\\${userName}:${password}`;
    const curl = async (...args: string[]): Promise<void> => {
      const outcome = await run('curl', ['-sS', '-u', user, ...args]);
      expect(outcome, outcome.stderr).toMatchObject({ code: 0 });
    };
    const message = join(folder, 'new.eml');
    await writeFile(message, 'Subject: appended\r\n\r\nby curl\r\n');
    await curl(`${url}/INBOX`, '-X', `UID STORE ${first!.id} FLAGS (\\Answered \\Flagged)`);
    await curl(`${url}/INBOX`, '-X', `UID COPY ${first!.id} Drafts`);
    await curl('-T', message, `${url}/Drafts`);
    await curl(`${url}/INBOX`, '-X', `UID STORE ${first!.id} +FLAGS (\\Deleted)`);
    const marked = mailbox.message(first!.id)!;
    expect(marked.read).toBe(false);
    expect(marked.content().properties).toContainEqual({ tag: 0x10900003, value: 2 });
    expect((await renderingsOf(fork, 'annb'))[0]).toEqual(before);
    await curl(`${url}/INBOX`, '-X', 'EXPUNGE');
    expect(mailbox.message(first!.id)).toBeUndefined();
    const drafts = await Promise.all(
      mailbox
        .messages(mailbox.wellKnown('drafts'))
        .slice(-2)
        .map((one) => renderMessage(fork.organisation, one)),
    );
    expect(drafts.map((bytes) => Buffer.from(bytes).toString('base64'))).toEqual([
      before!.bytes,
      Buffer.from('Subject: appended\r\n\r\nby curl\r\n').toString('base64'),
    ]);
  });
});

describeForeign('curl', 'signs on to IMAP by NTLM', () => {
  test.each([
    ['the right password', (password: string) => password, 0],
    ['a wrong one', () => 'wrong', 67],
  ])('%s', async (_name, passwordOf, expected) => {
    const { domain, userName, password } = mock.accounts.find(({ userName: name }) => name === 'annb')!;
    const user = `${domain}\\${userName}:${passwordOf(password)}`;
    const url = `${mock.urls['imap']!}/INBOX?ALL`;
    const { code, stdout, stderr } = await run('curl', ['-sS', '-u', user, '--login-options', 'AUTH=NTLM', url]);
    expect(code, stderr).toBe(expected);
    if (expected === 0) expect(stdout).toMatch(/^\* SEARCH \d+/);
  });
});

describeForeign('tshark', 'decodes what was recorded of IMAP', () => {
  test('commands by their names, and nothing malformed', async () => {
    const capture = join(folder, 'imap.pcapng');
    await writeFile(capture, encodePcapng(mock.tap.pdus));
    const read = (filter: string) => run('tshark', ['-r', capture, '-Y', filter, '-T', 'fields', '-e', '_ws.col.Info']);
    const malformed = await read('_ws.malformed');
    expect(malformed, malformed.stderr).toMatchObject({ code: 0, stdout: '' });
    const { stdout } = await read('imap');
    expect(stdout).toContain('Request: ');
    expect(stdout).toMatch(/LOGIN|UID FETCH/);
  });
});
