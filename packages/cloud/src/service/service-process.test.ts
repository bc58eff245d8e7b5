import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@cutover/base';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dataFolderOwner } from '../lock/data-folder-lock.ts';
import { passwordsIn, placesOf, statisticsFile } from '../testing/written-secrets.ts';
import { organisationUnderTest, source, sourcePassword } from '../testing/organisation-under-test.ts';
import { inTerminal } from '../testing/terminal.ts';
import { connectService, endService } from './connect-service.ts';

const program = new URL('../testing/slow-service.ts', import.meta.url).pathname;

// Processes start slowly on a machine that runs the whole suite.
const patience = { timeout: 30_000, interval: 20 };

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'cutover-service-'))));
afterEach(async () => {
  await endService({ dataFolder: folder });
  await expect.poll(owner, patience).toBeUndefined();
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}, 60_000);

const owner = () => dataFolderOwner({ folder, clock: systemClock });
const { Credentials, ...connection } = source;
const { userName, password } = Credentials;
const endpoint = { Name: 'Contoso', ...connection, Credentials: { userName, password } };
const terminal = (cmdlet: string, parameters?: object) => inTerminal(folder, cmdlet, parameters);

/** One cmdlet from this process, as another terminal would run it, but faster. */
async function here(cmdlet: string, parameters: object = {}): Promise<Record<string, unknown>[]> {
  const client = await connectService({ dataFolder: folder, program });
  const records: Record<string, unknown>[] = [];
  for await (const message of client.invoke(cmdlet, { ...parameters })) {
    if (message.kind === 'record') records.push(message.record);
    else if (message.kind === 'error') throw new Error(message.error.message);
  }
  await client.close();
  return records;
}
const batch = async () => (await here('Get-MigrationBatch', { Identity: 'Cutover' }))[0]!;

const startBatch = async (): Promise<void> => {
  await here('New-MigrationEndpoint', endpoint);
  await here('New-MigrationBatch', { Name: 'Cutover', SourceEndpoint: 'Contoso' });
  await terminal('Start-MigrationBatch', { Identity: 'Cutover' });
};

const copied = async (): Promise<number> => {
  const users = await here('Get-MigrationUser', { BatchId: 'Cutover' });
  return users.reduce((sum, user) => sum + (user['SyncedItemCount'] as number), 0);
};

test('a batch outlives its command and a killed service', { timeout: 120_000 }, async () => {
  await startBatch();
  const [seen] = await terminal('Get-MigrationBatch', { Identity: 'Cutover' });
  expect(seen!['Status']).toMatch(/^(Starting|Syncing)$/);
  await expect.poll(copied, patience).toBeGreaterThan(5);
  const first = owner()!;
  expect(first.owner).toBe('the migration service');
  expect(first.pid).not.toBe(process.pid);

  process.kill(first.pid, 'SIGKILL');
  expect(existsSync(join(folder, 'service.sock'))).toBe(true);
  expect((await batch())['Status']).toMatch(/^(Syncing|Synced)$/);
  expect(owner()!.pid).not.toBe(first.pid);
  await expect.poll(async () => (await batch())['Status'], patience).toBe('Synced');
  expect(await copied()).toBe(180);

  await here('Complete-MigrationBatch');
  await expect.poll(async () => (await batch())['Status'], patience).toBe('Completed');
  // Nothing is scheduled any more, so the service ends by itself.
  await expect.poll(owner, patience).toBeUndefined();
  expect(await batch()).toMatchObject({ Status: 'Completed', FinalizedCount: 6 });

  // The log, the database and its journal, the lock: none of them holds a first password.
  const passwords = passwordsIn(statisticsFile(folder));
  expect(passwords).toHaveLength(3);
  for (const one of passwords) expect(placesOf(folder, one)).toEqual(new Set(['mail', 'reports']));
});

test(
  'commands that come at once share one service, whose files are its owner’s alone',
  { timeout: 120_000 },
  async () => {
    const clients = await Promise.all([1, 2, 3].map(() => connectService({ dataFolder: folder, program })));
    const { pid } = owner()!;
    for (const client of clients) {
      for await (const message of client.invoke('Get-MigrationBatch', {})) expect(message).toBeUndefined();
      await client.close();
    }
    expect(owner()!.pid).toBe(pid);
    for (const name of [
      'service.sock',
      'service.token',
      'service.log',
      'key',
      'organisation.db',
      'organisation.db-wal',
    ]) {
      expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600]);
    }
  },
);

test(
  'a service does not take a folder that an organisation in a program has, nor the other way round',
  { timeout: 120_000 },
  async () => {
    {
      await using _world = organisationUnderTest({ data: folder });
      await expect(connectService({ dataFolder: folder, program })).rejects.toMatchObject({
        code: 'cloud.dataFolderInUse',
        message: expect.stringContaining('in use by an embedded organization (process'),
      });
    }
    const client = await connectService({ dataFolder: folder, program });
    expect(() => organisationUnderTest({ data: folder })).toThrow(/in use by the migration service \(process \d+ on /);
    await client.close();
  },
);

test('a service whose folder was removed ends, whatever is scheduled', { timeout: 120_000 }, async () => {
  await startBatch();
  await expect.poll(async () => (await batch())['Status'], patience).toBe('Synced');
  const { pid } = owner()!;
  // Its status mail may be written at the same time.
  rmSync(folder, { recursive: true, maxRetries: 20, retryDelay: 50 });
  await expect.poll(() => isRunning(pid), patience).toBe(false);
});

test('a service that cannot start says why', { timeout: 120_000 }, async () => {
  mkdirSync(join(folder, 'organisation.db'));
  const started = connectService({ dataFolder: folder, program });
  await expect(started).rejects.toMatchObject({
    code: 'cloud.serviceNotStarted',
    message: expect.stringContaining('EISDIR'),
  });
});

test('the password is in no file of the folder', { timeout: 120_000 }, async () => {
  await here('New-MigrationEndpoint', endpoint);
  expect(placesOf(folder, sourcePassword)).toEqual(new Set());
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
