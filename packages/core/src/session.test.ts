import { describe, expect, test } from 'vitest';
import type { Backend, BackendMessage } from './backend.ts';
import { getMigrationBatch } from './cmdlets/get-migration-batch.ts';
import { newMigrationBatch } from './cmdlets/new-migration-batch.ts';
import { newMigrationEndpoint } from './cmdlets/new-migration-endpoint.ts';
import { startMigrationBatch } from './cmdlets/start-migration-batch.ts';
import { toErrorRecord } from './error-record.ts';
import { migrationErrors } from './errors.ts';
import { coreEvents } from './events.ts';
import { connect } from './session.ts';

/** A Backend that says what it was told to, and keeps what it was asked. */
function saying(...messages: BackendMessage[]): Backend & { readonly calls: unknown[][]; closed: number } {
  const calls: unknown[][] = [];
  return {
    calls,
    closed: 0,
    async *invoke(cmdlet, parameters, options) {
      calls.push([cmdlet, parameters, options]);
      yield* messages;
    },
    close() {
      this.closed += 1;
      return Promise.resolve();
    },
  };
}

const record = (Identity: string): BackendMessage => ({ kind: 'record', record: { Identity } });
const failure = (terminating: boolean): BackendMessage => ({
  kind: 'error',
  terminating,
  error: toErrorRecord(migrationErrors.batchNotFound({ identity: 'x' }), { cmdlet: 'Get-MigrationBatch', target: 'x' }),
});

describe('a typed function', () => {
  test('sends the cmdlet with its parameters and signal, and gives the records', async () => {
    const backend = saying(record('a'), record('b'));
    const { signal } = new AbortController();
    const batches = await getMigrationBatch(connect(backend), { Status: 'Synced' }, { signal });
    expect(batches.map(({ Identity }) => Identity)).toEqual(['a', 'b']);
    expect(backend.calls).toEqual([['Get-MigrationBatch', { Status: 'Synced' }, { signal }]]);
  });

  test('gives one record where the cmdlet answers one, and nothing where it answers nothing', async () => {
    expect(await newMigrationBatch(connect(saying(record('a'))), { Name: 'a' })).toEqual({ Identity: 'a' });
    expect(await startMigrationBatch(connect(saying()))).toBeUndefined();
    await expect(newMigrationBatch(connect(saying()), { Name: 'a' })).rejects.toMatchObject({
      code: 'core.answerInvalid',
    });
  });

  test('yields each record as it comes, and tells the Backend when nobody wants more', async () => {
    let ended = false;
    const backend = saying();
    backend.invoke = async function* () {
      try {
        yield record('a');
        yield record('b');
      } finally {
        ended = true;
      }
    };
    for await (const { Identity } of getMigrationBatch.stream(connect(backend))) {
      expect(Identity).toBe('a');
      break;
    }
    expect(ended).toBe(true);
  });

  test('refuses wrong parameters before the Backend hears of them', async () => {
    const backend = saying();
    await expect(getMigrationBatch(connect(backend), { Identity: '' })).rejects.toMatchObject({
      code: 'core.parameterInvalid',
    });
    expect(backend.calls).toEqual([]);
  });
});

describe('errors', () => {
  test('the first one rejects, with its code, category and where it was', async () => {
    await expect(getMigrationBatch(connect(saying(failure(false), record('a'))))).rejects.toMatchObject({
      code: 'migration.batchNotFound',
      category: 'ObjectNotFound',
      message: 'The migration batch "x" can\'t be found.',
      context: {
        cmdlet: 'Get-MigrationBatch',
        target: 'x',
        errorId: 'ManagementObjectNotFoundException,Get-MigrationBatch',
      },
    });
  });

  test('onError takes those that do not end the cmdlet, never those that do', async () => {
    const errors: string[] = [];
    const onError = ({ code }: { code: string }): void => void errors.push(code);
    const session = connect(saying(failure(false), record('a')), { onError });
    expect(await getMigrationBatch(session)).toHaveLength(1);
    expect(errors).toEqual(['migration.batchNotFound']);
    await expect(getMigrationBatch(connect(saying(failure(true)), { onError }))).rejects.toThrow("can't be found");
  });
});

test('the side streams go to the call, else to the session', async () => {
  const heard: string[] = [];
  const hear = (who: string) => (what: unknown) => void heard.push(`${who} ${JSON.stringify(what)}`);
  const progress = { id: 1, activity: 'Syncing', status: '1 of 2', percentComplete: 50 };
  const backend = saying(
    { kind: 'warning', message: 'w' },
    { kind: 'verbose', message: 'v' },
    { kind: 'progress', progress },
  );
  const session = connect(backend, { onWarning: hear('session'), onProgress: hear('session') });
  await getMigrationBatch(session, {}, { onWarning: hear('call'), onProgress: undefined });
  expect(heard).toEqual(['call "w"', `session ${JSON.stringify(progress)}`]);
});

test('whoever listens hears of each call, and of no password', async () => {
  const heard: unknown[] = [];
  const listen = (event: unknown): void => void heard.push(event);
  for (const { channel } of [coreEvents.called, coreEvents.ended]) channel.subscribe(listen);
  const parameters = { Name: 'E', Credentials: { userName: 'u', password: 'Pa$$w0rd' } };
  await newMigrationEndpoint(connect(saying(record('a'))), parameters);
  await getMigrationBatch(connect(saying(record('a'), failure(true)))).catch(() => undefined);
  for (const { channel } of [coreEvents.called, coreEvents.ended]) channel.unsubscribe(listen);
  expect(heard).toMatchObject([
    { cmdlet: 'New-MigrationEndpoint', parameters: { Name: 'E' } },
    { cmdlet: 'New-MigrationEndpoint', records: 1 },
    { cmdlet: 'Get-MigrationBatch', parameters: {} },
    { cmdlet: 'Get-MigrationBatch', records: 1, error: { message: expect.stringContaining("can't be found") } },
  ]);
  expect(JSON.stringify(heard)).not.toContain('Pa$$w0rd');
});

test('a session closes its Backend once, and takes no call afterwards', async () => {
  const backend = saying();
  {
    await using session = connect(backend);
    await session.close();
    await expect(getMigrationBatch(session)).rejects.toMatchObject({ code: 'core.sessionClosed' });
  }
  expect(backend.closed).toBe(1);
});
