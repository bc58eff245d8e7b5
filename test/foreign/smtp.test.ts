import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodePcapng, MockExchange, nextMail, renderMessage } from '@cutover/mock-exchange';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeForeign, run } from './foreign-client.ts';

let mock: MockExchange;
let folder: string;
let message: string;
const text = 'From: Eve <eve@example.org>\r\nSubject: Hello\r\n\r\nfirst\r\n..two dots\r\n.\r\nlast \xe4\r\n';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cutover-smtp-'));
  message = join(folder, 'message.eml');
  await writeFile(message, Buffer.from(text, 'latin1'));
  mock = await MockExchange.start({ smtpPort: 0, journal: true, tap: true });
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true });
});

/** swaks, sending the message to somebody. */
function swaks(to: string, ...args: string[]) {
  const data = args.includes('--data') ? [] : ['--data', `@${message}`];
  const { port } = new URL(mock.urls['smtp']!);
  const server = ['--server', '127.0.0.1', '--port', port, '--ehlo', 'client.example.org', '--from', 'eve@example.org'];
  return run('swaks', [...server, '--to', to, ...data, '--hide-send', ...args]);
}

describeForeign('swaks', 'delivers mail by SMTP', () => {
  test.each([
    ['in the clear', []],
    ['by STARTTLS', ['--tls']],
  ])('%s: the message is in the Inbox byte for byte, behind a field that says whence it came', async (how, args) => {
    const coming = nextMail(mock, 'annb');
    const outcome = await swaks('annb@contoso.com', ...args);
    expect(outcome, outcome.stdout).toMatchObject({ code: 0 });
    const came = await coming;
    const rendered = Buffer.from(await renderMessage(mock.organisation, came)).toString('latin1');
    const end = rendered.indexOf('From: Eve');
    // swaks ends what it reads from a file by a line break of its own.
    expect(rendered.slice(end)).toBe(`${text}\r\n`);
    expect(rendered.slice(0, end)).toMatch(
      /^Received: from client\.example\.org \(\[127\.0\.0\.1\]\) by EXCH-MSG-1\.contoso\.com /,
    );
    expect(rendered.slice(0, end).includes('over TLS')).toBe(how === 'by STARTTLS');
    expect(came).toMatchObject({ read: false, folderId: mock.mailbox('annb').mailbox.wellKnown('inbox') });
  });

  test('a group reaches everybody in it', async () => {
    const group = mock.organisation.recipients.find(({ kind }) => kind === 'group')!;
    expect(await swaks(group.primarySmtpAddress)).toMatchObject({ code: 0 });
  });

  test.each([
    ['nobody@contoso.com', '550 5.1.1 User unknown'],
    ['somebody@example.net', '550 5.7.1 Unable to relay for somebody@example.net'],
  ])('%s is refused', async (to, answer) => {
    const { code, stdout } = await swaks(to);
    expect(code).toBe(24);
    expect(stdout).toContain(answer);
  });

  test.each(['LOGIN', 'PLAIN'])('a user signs on by %s, and nobody with a wrong password', async (mechanism) => {
    const { userName, password } = mock.accounts.find(({ legacyExchangeDN }) => legacyExchangeDN !== undefined)!;
    const sign = (word: string) =>
      swaks(
        'annb@contoso.com',
        '--auth',
        mechanism,
        '--auth-user',
        userName,
        '--auth-password',
        word,
        '--quit-after',
        'RCPT',
      );
    expect(await sign(password)).toMatchObject({ code: 0 });
    const refused = await sign('wrong');
    expect(refused.code).toBe(28);
    expect(refused.stdout).toContain('535 5.7.3 Authentication unsuccessful');
    expect(String(mock.journal)).not.toContain(Buffer.from(password).toString('base64'));
  });

  test('a message that is larger than the limit is refused', async () => {
    const large = join(folder, 'large.eml');
    await writeFile(large, `Subject: large\r\n\r\n${'x'.repeat(1000).concat('\r\n').repeat(11_000)}`);
    const { stdout } = await swaks('annb@contoso.com', '--data', `@${large}`);
    expect(stdout.includes('552 '), stdout.slice(-500)).toBe(true);
  });

  test('faults strike the step that they name', async () => {
    await using fork = await mock.fork();
    const at = ['--port', new URL(fork.urls['smtp']!).port];
    fork.faults.on({ smtp: 'RCPT', nth: 1, mailbox: 'annb' }).refuse('4.2.1 Mailbox is busy', { code: 450 });
    fork.faults.on({ smtp: 'DATA', nth: 1, mailbox: 'annb' }).resetConnection();
    expect(await swaks('davidp@contoso.com', ...at)).toMatchObject({ code: 0 });
    expect((await swaks('annb@contoso.com', ...at)).stdout).toContain('450 4.2.1 Mailbox is busy');
    expect((await swaks('annb@contoso.com', ...at)).code).not.toBe(0);
    expect(await swaks('annb@contoso.com', ...at)).toMatchObject({ code: 0 });
    fork.journal.assertOrder({ smtp: 'EHLO' }, { smtp: 'RCPT' }, { smtp: 'DATA' }, { smtp: 'QUIT' });
  });
});

describeForeign('tshark', 'decodes what was recorded of SMTP', () => {
  test('commands and answers, and nothing malformed', async () => {
    await swaks('annb@contoso.com');
    const capture = join(folder, 'smtp.pcapng');
    await writeFile(capture, encodePcapng(mock.tap.pdus));
    const read = (filter: string) => run('tshark', ['-r', capture, '-Y', filter, '-T', 'fields', '-e', '_ws.col.Info']);
    expect(await read('_ws.malformed')).toMatchObject({ code: 0, stdout: '' });
    const { stdout } = await read('smtp');
    expect(stdout).toContain('C: EHLO client.example.org');
    expect(stdout).toContain('S: 250');
  });
});
