import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { MockExchange } from '@cutover/mock-exchange';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeForeign, run } from './foreign-client.ts';

/**
 * DavMail, which makes IMAP of WebDAV. Debian's 6.0.1 signs on by a form alone, and closes an answer before it has read a body:
 * so folders, flags and sizes come by it, bytes do not.
 */
describeForeign('davmail', 'reads a mailbox by WebDAV', () => {
  let mock: MockExchange;
  let folder: string;
  let davmail: ChildProcess;
  let url: string;
  let user: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cutover-davmail-'));
    mock = await MockExchange.start({ webDav: 'forms', journal: true });
    const port = await freePort();
    const settings = {
      server: 'true',
      mode: 'WebDav',
      url: `${mock.url}/exchange`,
      imapPort: String(port),
      bindAddress: '127.0.0.1',
      disableUpdateCheck: 'true',
      'server.certificate.hash': await fingerprintOf(mock.url),
      logFilePath: join(folder, 'davmail.log'),
    };
    const path = join(folder, 'davmail.properties');
    const lines = Object.entries(settings).map(([name, value]) => `davmail.${name}=${value}`);
    await writeFile(path, [...lines, 'log4j.rootLogger=WARN', 'log4j.logger.davmail=INFO'].join('\n'));
    davmail = spawn('davmail-server', [path], { stdio: ['ignore', 'pipe', 'inherit'] });
    await listening(davmail, port);
    const { domain, userName, password } = mock.accounts.find(({ userName: name }) => name === 'annb')!;
    user = `${domain}\\${userName}:${password}`;
    url = `imap://127.0.0.1:${port}`;
  }, 90_000);
  afterAll(async () => {
    davmail.kill();
    await mock.close();
    await rm(folder, { recursive: true });
  });

  test('folders by their names', async () => {
    const { code, stdout, stderr } = await run('curl', ['-sS', '-u', user, `${url}/`]);
    expect(code, stderr).toBe(0);
    const named = String.raw`"Don't delete!/100% \"done\"/empty"`;
    for (const name of ['"INBOX"', '"Sent"', '"Drafts"', named, '"&BdAF6AXbBdkF1QXf-/&BjMGLAZE-"']) {
      expect(stdout).toContain(name);
    }
  });

  test('messages with flags and sizes, as the store has them', async () => {
    const fetch = ['-X', 'UID FETCH 1:* (FLAGS RFC822.SIZE)'];
    const { stderr } = await run('curl', ['-sv', '-u', user, `${url}/INBOX`, ...fetch]);
    const told = [...stderr.matchAll(/^< \* \d+ FETCH \((.*)\)/gm)].map(([, items]) => ({
      uid: Number(/UID (\d+)/.exec(items!)?.[1]),
      seen: /\\Seen/.test(items!),
    }));
    const { mailbox } = mock.mailbox('annb');
    const inbox = mailbox.messages(mailbox.wellKnown('inbox'), { associated: false });
    expect(told).toEqual(inbox.map(({ id, read }) => ({ uid: id, seen: read })));
    mock.journal.assertOrder({ http: 'POST' }, { http: 'PROPFIND' }, { http: 'SEARCH' });
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

async function fingerprintOf(url: string): Promise<string> {
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', rejectUnauthorized: false });
  await once(socket, 'secureConnect');
  const { fingerprint } = socket.getPeerCertificate();
  socket.destroy();
  return fingerprint;
}

/** Resolves when DavMail says that it listens. */
function listening(davmail: ChildProcess, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    davmail.stdout!.on('data', (text: Buffer) => {
      said += String(text);
      if (said.includes(`${port}`)) resolve();
    });
    davmail.once('exit', (code) => reject(new Error(`DavMail ended with ${code}: ${said}`)));
  });
}
