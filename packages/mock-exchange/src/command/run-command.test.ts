import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadSeed } from '../seeds/load-seed.ts';
import { openRawClient } from '../testing/raw-client.ts';
import type { ReadyFile } from './ready-file.ts';
import { type CommandHost, runCommand } from './run-command.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mock-exchange-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function runWith(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const seen = { out: '', error: '' };
  const host: CommandHost = {
    args,
    out: (text) => (seen.out += text),
    error: (text) => (seen.error += text),
    // A program of exec runs to its end; without one the server ends as soon as it listens.
    untilStopped: args.includes('--') ? new Promise(() => undefined) : Promise.resolve('SIGTERM'),
  };
  return { code: await runCommand(host), ...seen };
}

describe('mock-exchange-2003', () => {
  test('--help shows every option', async () => {
    const { code, out } = await runWith('--help');
    expect(code).toBe(0);
    for (const option of ['--host', '--port', '--http-port', '--seed', '--ready-file', '--record'])
      expect(out).toContain(option);
  });

  test.each([
    [['--prot', '1'], 'There is no option --prot. Did you mean --port?'],
    [['--sed', 'contoso'], 'There is no option --sed. Did you mean --seed?'],
    [['--port', '0', 'exec', '--', 'true'], 'exec comes first: mock-exchange-2003 exec [options] -- PROGRAM'],
    [['--profile', '2013'], "--profile is '2013', which is not known. Give one of 2003, 2007, 2010."],
    [['--certificate', 'odd'], "--certificate is 'odd', which is not known."],
    [['--failing', 'all'], "--failing is 'all', which is not known."],
    [['--no-port'], 'There is no option --no-port.'],
    [['-x'], 'There is no option --x.'],
    [['contoso'], "'contoso' belongs to no option."],
    [['--port'], '--port needs a value.'],
    [['--port='], '--port needs a value.'],
    [['--port', '65536'], "--port is '65536', which is not a port"],
    [['--http-port', 'x'], "--http-port is 'x', which is not a port"],
    [['--port', '1', '--port', '2'], '--port is given more than once.'],
    [['exec', '--port', '0'], 'exec needs a program to run'],
    [['exec', '--', './no-such-program'], "The program './no-such-program' cannot be started"],
    [['exec', '--record', 'missing/x', '--', 'sleep', '60'], "The file 'missing/x' cannot be written"],
    [['exec', '--journal', 'missing/x', '--', 'sleep', '60'], "The file 'missing/x' cannot be written"],
    [['exec', '--export', 'missing/x', '--', 'sleep', '60'], "The file 'missing/x' cannot be written"],
    [['--clock', 'tomorrow'], "--clock is 'tomorrow', which is no moment. Give e.g. 2013-02-01"],
    [['--seed', 'missing.json'], "The file 'missing.json' cannot be read: there is no such file or folder."],
    [['--faults', 'missing.json'], "The file 'missing.json' cannot be read: there is no such file or folder."],
    [['--seed', 'toString'], "There is neither a seed 'toString' nor a file"],
  ])('%j is refused by name', async (args, text) => {
    const { code, out, error } = await runWith(...args);
    expect([code, out]).toEqual([1, '']);
    expect(error).toContain(`mock-exchange-2003: ${text}`);
  });

  test('--version shows it', async () => {
    const manifest = await readFile(join(import.meta.dirname, '../../package.json'), 'utf8');
    const { version } = JSON.parse(manifest) as { version: string };
    expect(await runWith('--version')).toEqual({ code: 0, out: `${version}\n`, error: '' });
  });

  test.each([
    ['missing/ready.json', 'there is no such file or folder'],
    ['.', 'it is a folder'],
  ])('a ready file that cannot be written (%s) ends it by name', async (path, reason) => {
    const { code, out, error } = await runWith('--ready-file', join(folder, path));
    expect([code, out]).toEqual([1, '']);
    expect(error).toContain(`mock-exchange-2003: The ready file '${join(folder, path)}' cannot be written: ${reason}.`);
    expect(await readdir(folder)).toEqual([]);
  });

  test('the ready file tells everything that a client needs, to its owner alone', async () => {
    const path = join(folder, 'ready.json');
    const { code, out } = await runWith('--http-port', '0', '--ready-file', path);
    expect(code).toBe(0);
    const ready = JSON.parse(await readFile(path, 'utf8')) as ReadyFile;
    expect(ready).toMatchObject({
      url: expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+$/),
      httpUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      rpcProxyServer: 'mail.contoso.com',
      exchangeServer: 'EXCH-MSG-1.contoso.com',
      exchangeServerNetBiosName: 'EXCH-MSG-1',
      certificateAuthority: expect.stringContaining('BEGIN CERTIFICATE'),
    });
    expect(ready.accounts.find((account) => account.userName === 'administrator')?.password).toBeTruthy();
    expect((await stat(path)).mode & 0o077).toBe(0);
    expect(out).toContain(ready.url);
    expect(out).not.toContain(ready.accounts[0]!.password);
  });
});

test('--export keeps what the server holds, for the next one to begin with', async () => {
  const path = join(folder, 'state.json');
  expect(await runWith('--seed', 'company:mailboxes=2,messages=5', '--export', path)).toMatchObject({ code: 0 });
  const { organisation } = await loadSeed(path);
  expect(organisation.name).toBe('Humongous Insurance');
  const { code, error } = await runWith('--export', join(folder, 'missing/state.json'));
  expect([code, error]).toEqual([1, expect.stringContaining('Give --export a path in a folder that exists.')]);
});

test('--faults, --journal and --strict: what shall go wrong does, is told, and ends it with 1', async () => {
  const [faults, journal] = [join(folder, 'faults.json'), join(folder, 'said.txt')];
  await writeFile(
    faults,
    JSON.stringify({ faults: [{ target: { http: 'GET', nth: 1 }, effect: { kind: 'httpStatus', status: 503 } }] }),
  );
  const program = `
    const url = process.env.MOCK_EXCHANGE_HTTP_URL + '/nothing';
    fetch(url).then(() => fetch(url)).then(() => process.exit(0));
  `;
  const args = ['--http-port', '0', '--faults', faults, '--journal', journal];
  const exec = [...args, '--', process.execPath, '-e', program];
  expect(await runWith('exec', ...exec)).toMatchObject({ code: 0 });
  expect(await readFile(journal, 'utf8')).toBe('#1 - GET /nothing → 503\n#2 - GET /nothing → 404\n');
  const { code, error } = await runWith('exec', '--strict', ...exec);
  expect([code, error]).toEqual([1, expect.stringContaining('#2 - GET /nothing → 404')]);
  await writeFile(faults, JSON.stringify({ faults: [{ target: { rop: 'Logon' }, effect: { kind: 'delay' } }] }));
  expect(await runWith(...args)).toMatchObject({
    code: 1,
    error: expect.stringMatching(
      /^mock-exchange-2003: The file '.*faults\.json' is not valid:\n {2}faults\[0\]\.effect\.milliseconds/,
    ),
  });
});

test('--clock: the time is what the tests say', async () => {
  const script = `
    const { urls, accounts } = JSON.parse(fs.readFileSync(process.env.MOCK_EXCHANGE_READY_FILE));
    const { userName, password } = accounts.find(({ userName }) => userName === 'administrator');
    const headers = { authorization: 'Basic ' + btoa(userName + ':' + password) };
    const ask = (options) => fetch(urls.management + '/clock', { headers, ...options });
    await ask({ method: 'PUT', body: '{ "advance": "24h" }' });
    process.exitCode = (await (await ask()).json()).now === '2013-02-02T00:00:00.000Z' ? 3 : 4;`;
  const program = [process.execPath, '--input-type=module', '-e', `import fs from 'node:fs';${script}`];
  expect(await runWith('exec', '--clock', '2013-02-01', '--', ...program)).toMatchObject({ code: 3, error: '' });
});

test('exec gives the program the server and the signal, and ends with its exit code, the capture written', async () => {
  const bin = join(import.meta.dirname, '../../bin/mock-exchange-2003.js');
  const capture = join(folder, 'said.pcapng');
  const program = `
    const { readFileSync } = require('node:fs');
    const { MOCK_EXCHANGE_READY_FILE: path, MOCK_EXCHANGE_URL: url, MOCK_EXCHANGE_HTTP_URL: http } = process.env;
    const ready = JSON.parse(readFileSync(path, 'utf8'));
    const { MOCK_EXCHANGE_CA_FILE: ca, MOCK_EXCHANGE_USER: user, MOCK_EXCHANGE_PASSWORD: password } = process.env;
    if (readFileSync(ca, 'utf8') !== ready.certificateAuthority) process.exit(2);
    if (!ready.accounts.some((account) => account.userName === user && account.password === password)) process.exit(3);
    fetch(http + '/rpc/rpcproxy.dll').then(({ status }) => {
      process.on('SIGINT', () => process.exit(ready.url === url && status === 401 ? 7 : 1));
      process.kill(process.ppid, 'SIGINT');
      setInterval(() => undefined, 1000);
    });
  `;
  const args = [bin, 'exec', '--http-port', '0', '--record', capture, '--', process.execPath, '-e', program];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  expect(await once(child, 'exit')).toEqual([7, null]);
  expect((await readFile(capture)).readUInt32LE(0)).toBe(0x0a0d0d0a);
});

test('as a process it ends by SIGTERM with exit code 0, though a client is connected', async () => {
  const bin = join(import.meta.dirname, '../../bin/mock-exchange-2003.js');
  const readyFile = join(folder, 'ready.json');
  const args = [bin, '--http-port', '0', '--ready-file', readyFile];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  await once(child.stdout, 'data');
  const { httpUrl, accounts } = JSON.parse(await readFile(readyFile, 'utf8')) as ReadyFile;
  const client = await openRawClient({ port: Number(new URL(httpUrl!).port), account: accounts[0]! });
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  client.close();
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  'exec hands %s on to its program, and ends with its exit code',
  async (signal) => {
    const up = join(folder, 'up');
    const program = `
    process.on('${signal}', () => process.exit(9));
    fs.writeFileSync(${JSON.stringify(up)}, '');
    setInterval(() => undefined, 1000);
  `;
    const isUp = vi.waitFor(() => access(up), { timeout: 10_000 });
    const host = { out: () => undefined, error: () => undefined, untilStopped: isUp.then(() => signal) };
    expect(await runCommand({ ...host, args: ['exec', '--', process.execPath, '-e', program] })).toBe(9);
  },
);
