import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSettings } from '@cutover/cloud';
import { connectService, endService } from '@cutover/cloud/client';
import { MockExchange } from '@cutover/mock-exchange';
import { afterAll, beforeAll, expect, test } from 'vitest';

const command = join(import.meta.dirname, '../packages/shell/bin/cutover.cjs');

let exchange: MockExchange;
let data: string;
let home: string;
let password: string;

beforeAll(async () => {
  exchange = await MockExchange.start();
  password = exchange.accounts.find(({ userName }) => userName === 'administrator')!.password;
  data = mkdtempSync(join(tmpdir(), 'cutover-terminal-'));
  home = mkdtempSync(join(tmpdir(), 'cutover-home-'));
  const { hostname: host, port } = new URL(exchange.url);
  const connection = { host, port: Number(port), ca: exchange.certificateAuthority };
  writeSettings(data, { connections: { [exchange.proxyServer]: connection } });
});
afterAll(async () => {
  await endService({ dataFolder: data });
  await exchange.close();
  for (const folder of [data, home]) rmSync(folder, { recursive: true, force: true });
});

/** Types one command line into a terminal where nobody answers questions. */
function type(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { PATH: process.env['PATH'], HOME: home, CUTOVER_DATA: data, CUTOVER_PASSWORD: password };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [command, ...argv], { env, timeout: 60_000 }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
    child.stdin?.end();
  });
}

async function statusOf(batch: string): Promise<string> {
  const { out } = await type('Get-MigrationBatch', batch, '--json');
  return (JSON.parse(out) as { Status: string }[])[0]!.Status;
}

const source = ['-ExchangeServer', 'EXCH-MSG-1.contoso.com', '-RpcProxyServer', 'mail.contoso.com'];
const credentials = ['-Credentials', String.raw`CONTOSO\administrator`];

test('a cutover typed into a terminal, command by command', { timeout: 120_000 }, async () => {
  const tested = await type('test-migrationserveravailability', ...source, ...credentials);
  expect(tested).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^Result +: Success$/m) });

  const endpoint = await type('New-MigrationEndpoint', '-Name:Contoso', ...source, ...credentials);
  expect(endpoint).toMatchObject({ code: 0, err: '', out: expect.stringContaining('EXCH-MSG-1.contoso.com') });

  const batch = await type('New-MigrationBatch', '-Name', 'Cutover', '-SourceEnd', 'Contoso', '-AutoStart:false');
  expect(batch).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^Cutover +Created /m) });

  expect(await type('Start-MigrationBatch', 'Cutover')).toEqual({ code: 0, out: '', err: '' });
  await expect.poll(() => statusOf('Cutover'), { timeout: 60_000, interval: 300 }).toBe('Synced');

  const failed = await type('Get-MigrationUser', '-BatchId', 'Cutover', '-StatusSummary', 'Failed');
  expect(failed).toEqual({ code: 0, out: '', err: '' });

  const refused = await type('Remove-MigrationBatch', 'Cutover');
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('NonInteractive') });
  expect(await type('Remove-MigrationBatch', 'Cutover', '-Confirm:$false')).toEqual({ code: 0, out: '', err: '' });
  const gone = await type('Get-MigrationBatch', 'Cutover');
  expect(gone).toEqual({
    code: 1,
    out: '',
    err: 'Get-MigrationBatch: The migration batch "Cutover" can\'t be found.\n',
  });
  expect((await type('Get-MigrationEndpoint')).out).toContain('Contoso');
});

test('no file of the data folder holds the password', () => {
  const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const holding = files.filter((file) => readFileSync(join(file.parentPath, file.name)).includes(password));
  expect(holding).toEqual([]);
});

test(
  'a service that is started by hand serves the commands, is alone, and ends by Ctrl-C',
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cutover-service-'));
    const service = spawn(process.execPath, [command, 'service', '--data', folder], { stdio: 'ignore' });
    try {
      await expect.poll(() => existsSync(join(folder, 'service.sock')), { timeout: 60_000 }).toBe(true);
      // While somebody is connected it does not end by itself, however slow the machine is.
      const client = await connectService({ dataFolder: folder });
      expect(await type('Get-MigrationBatch', '--data', folder)).toEqual({ code: 0, out: '', err: '' });
      const second = await type('service', '--data', folder);
      expect(second).toMatchObject({ code: 1, err: expect.stringContaining(`process ${service.pid}`) });
      const ended = once(service, 'exit');
      service.kill('SIGINT');
      expect(await ended).toEqual([0, null]);
      await client.close();
    } finally {
      service.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
