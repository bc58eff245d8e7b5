import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  compareMigratedMailbox,
  completeMigrationBatch,
  exportMigrationReport,
  getMigrationBatch,
  getMigrationConfig,
  getMigrationEndpoint,
  getMigrationStatistics,
  getMigrationUser,
  getMigrationUserStatistics,
  migrationConfig,
  migrationStatistics,
  newMigrationBatch,
  newMigrationEndpoint,
  removeMigrationEndpoint,
  removeMigrationUser,
  setMigrationBatch,
  setMigrationConfig,
  setMigrationEndpoint,
  setMigrationUser,
  startMigrationUser,
  stopMigrationUser,
  testMigrationServerAvailability,
  type ErrorRecord,
} from '@cutover/core';
import { migrationErrors } from '@cutover/migration';
import { groupEntry } from '@cutover/migration/testing';
import { describe, expect, test } from 'vitest';
import { organisationUnderTest, source, type OrganisationUnderTest } from '../testing/organisation-under-test.ts';

const ann = 'ann@contoso.com';
const damaged = migrationErrors.itemUnreadable({ reason: 'it is damaged' });
const csv = (...lines: string[]): Uint8Array => Buffer.from(lines.join('\r\n'));

async function migrate(world: OrganisationUnderTest, settings: object = {}): Promise<void> {
  await newMigrationEndpoint(world.session, { Name: 'Contoso', ...source });
  await newMigrationBatch(world.session, { Name: 'Cutover', SourceEndpoint: 'Contoso', AutoStart: true, ...settings });
  await world.organisation.untilIdle();
}

const statusOf = async (world: OrganisationUnderTest, Identity = ann) =>
  (await getMigrationUser(world.session, { Identity }))[0]?.Status;

describe('a single user', () => {
  test('is stopped, started, synced at once and taken out', async () => {
    await using world = organisationUnderTest();
    await migrate(world);
    await stopMigrationUser(world.session, { Identity: ann });
    expect(await statusOf(world)).toBe('IncrementalStopped');
    await startMigrationUser(world.session, { Identity: ann });
    await world.organisation.untilIdle();
    expect(await statusOf(world)).toBe('Synced');
    world.source.deliver('ann', 'Inbox', [{}]);
    await setMigrationUser(world.session, { Identity: ann, SyncNow: true });
    await world.organisation.untilIdle();
    const [statistics] = await getMigrationUserStatistics(world.session, { Identity: ann, DiagnosticInfo: 'verbose' });
    expect(statistics).toMatchObject({ SyncedItemCount: 4, DiagnosticInfo: expect.stringContaining('status=Synced') });
    await removeMigrationUser(world.session, { Identity: ann });
    const missing: ErrorRecord[] = [];
    const onError = (error: ErrorRecord): void => void missing.push(error);
    expect(await getMigrationUser(world.session, { Identity: ann }, { onError })).toEqual([]);
    expect(missing).toHaveLength(1);
  });

  test('is named by the object itself, as a pipeline brings it', async () => {
    await using world = organisationUnderTest();
    await migrate(world);
    const [user] = await getMigrationUser(world.session, { Identity: ann });
    const [statistics] = await getMigrationUserStatistics(world.session, { Identity: user as never });
    expect(statistics!.Identity).toBe(ann);
    const [batch] = await getMigrationBatch(world.session, { Identity: { Identity: 'Cutover' } as never });
    expect(batch!.Identity).toBe('Cutover');
  });
});

describe('a staged batch', () => {
  test('takes what its CSV file names, and tells bad rows with their numbers', async () => {
    await using world = organisationUnderTest();
    const CSVData = csv('EmailAddress,Team', 'ann@contoso.com,1', 'nobody,2', 'zoe@contoso.com,3');
    await migrate(world, { CSVData });
    const [batch] = await getMigrationBatch(world.session);
    expect(batch).toMatchObject({ TotalCount: 1, Status: 'Synced', ValidationWarningCount: 3 });
    expect(batch!.ValidationWarnings).toEqual(world.warnings);
    expect(world.warnings.map((warning) => warning.split(':')[0])).toEqual(['Column 2', 'Row 2', 'Row 3']);
    // As [Text.Encoding]::UTF8.GetBytes gives it: an array of numbers.
    const more = [...csv('EmailAddress', 'bob@contoso.com')] as never;
    await setMigrationBatch(world.session, { Identity: 'Cutover', AddUsers: true, CSVData: more });
    await world.organisation.untilIdle();
    expect(await statusOf(world, 'bob@contoso.com')).toBe('Synced');
  });

  test('does without what rules a cutover out', async () => {
    await using world = organisationUnderTest({ directorySynchronization: true, singleSignOn: true });
    await migrate(world, { CSVData: csv('EmailAddress', ann) });
    expect(await statusOf(world)).toBe('Synced');
    expect(await getMigrationConfig(world.session)).toMatchObject({ SupportsCutover: false });
  });

  test('is refused with -CSVData alone, and -AddUsers alone', async () => {
    await using world = organisationUnderTest();
    await migrate(world);
    const set = (given: object) => setMigrationBatch(world.session, { Identity: 'Cutover', ...given });
    await expect(set({ AddUsers: true })).rejects.toThrow(/go together/);
    await expect(set({ CSVData: csv('EmailAddress') })).rejects.toThrow(/go together/);
  });
});

test('a cutover is refused beside single sign-on', async () => {
  await using world = organisationUnderTest({ singleSignOn: true });
  await expect(migrate(world)).rejects.toMatchObject({ code: 'migration.singleSignOnActive' });
});

test('limits of a batch fail a mailbox that leaves out more, and can be lifted', async () => {
  await using world = organisationUnderTest();
  world.source.deliver('ann', 'Inbox', [{ breaks: damaged }]);
  await migrate(world, { BadItemLimit: 0, LargeItemLimit: 'Unlimited' });
  expect(await getMigrationBatch(world.session)).toMatchObject([{ BadItemLimit: 0, LargeItemLimit: 'Unlimited' }]);
  expect(await statusOf(world)).toBe('Failed');
  await setMigrationBatch(world.session, { Identity: 'Cutover', BadItemLimit: 'Unlimited' });
  await startMigrationUser(world.session, { Identity: ann });
  await world.organisation.untilIdle();
  expect(await statusOf(world)).toBe('Synced');
});

test('synchronization errors keep a batch from being completed, unless they are ignored', async () => {
  await using world = organisationUnderTest();
  await migrate(world);
  world.source.onStep = ({ step, mailbox }) => {
    if (step === 'open' && mailbox === 'ann') throw damaged;
  };
  await completeMigrationBatch(world.session, { Identity: 'Cutover' });
  await world.organisation.untilIdle();
  const [kept] = await getMigrationBatch(world.session);
  expect(kept).toMatchObject({ Status: 'SyncedWithErrors', Message: expect.stringContaining('-IgnoreSyncErrors') });
  await completeMigrationBatch(world.session, { Identity: 'Cutover', IgnoreSyncErrors: true });
  await world.organisation.untilIdle();
  expect((await getMigrationBatch(world.session))[0]).toMatchObject({
    Status: 'CompletedWithErrors',
    Message: expect.stringContaining('removed by itself'),
  });
  expect(world.organisation.sentMail.at(-1)!.attachments.map(({ fileName }) => fileName)).toContain(
    'MigrationErrors.csv',
  );
});

describe('endpoints', () => {
  test('are made of the settings that a test found good, and found by them', async () => {
    await using world = organisationUnderTest();
    const { RpcProxyServer: RPCProxyServer, ...settings } = source;
    const { ConnectionSettings } = await testMigrationServerAvailability(world.session, {
      ...settings,
      RPCProxyServer,
    });
    const made = await newMigrationEndpoint(world.session, {
      Name: 'Contoso',
      ConnectionSettings: ConnectionSettings as never,
      Credentials: source.Credentials,
    });
    expect(made).toMatchObject({ ExchangeServer: source.ExchangeServer, RpcProxyServer: source.RpcProxyServer });
    const found = (server: string) =>
      getMigrationEndpoint(world.session, {
        ConnectionSettings: { ...ConnectionSettings, ExchangeServer: server } as never,
      });
    expect(await found('exch-msg-1.CONTOSO.com')).toHaveLength(1);
    expect(await found('other.contoso.com')).toEqual([]);
  });

  test('are changed once the new settings were tested, and removed', async () => {
    await using world = organisationUnderTest();
    await newMigrationEndpoint(world.session, { Name: 'Contoso', ...source });
    world.connectivity = { ...world.connectivity, status: 'failed', detail: 'Port 443 is closed.' };
    const change = { Identity: 'Contoso', RpcProxyServer: 'rpc.contoso.com' };
    await expect(setMigrationEndpoint(world.session, change)).rejects.toMatchObject({
      code: 'migration.serverUnavailable',
    });
    // How many at once is no matter of the connection.
    await setMigrationEndpoint(world.session, { Identity: 'Contoso', MaxConcurrentMigrations: 5 });
    await setMigrationEndpoint(world.session, { ...change, SkipVerification: true });
    expect(await getMigrationEndpoint(world.session)).toMatchObject([
      { MaxConcurrentMigrations: 5, RpcProxyServer: 'rpc.contoso.com', ExchangeServer: source.ExchangeServer },
    ]);
    await removeMigrationEndpoint(world.session, { Identity: 'Contoso' });
    expect(await getMigrationEndpoint(world.session)).toEqual([]);
  });
});

test('the organisation tells its limits and totals, and takes others', async () => {
  await using world = organisationUnderTest();
  await migrate(world);
  const config = migrationConfig.schema.parse(await getMigrationConfig(world.session));
  expect(config).toMatchObject({
    Identity: 'contoso.onmicrosoft.com',
    MaxNumberOfBatches: 100,
    MaxConcurrentMigrations: 300,
    HasBatches: true,
    CanSubmitNewBatch: true,
    SupportsCutover: true,
    EndpointCount: 1,
  });
  expect(await getMigrationConfig(world.session, { AllPartitions: true })).toEqual(config);
  expect(await getMigrationConfig(world.session, { Partition: config.PartitionName })).toEqual(config);
  const other = getMigrationConfig(world.session, { Partition: 'other' });
  await expect(other).rejects.toMatchObject({ code: 'cloud.recipientNotFound' });
  await setMigrationConfig(world.session, { MaxNumberOfBatches: 1 });
  expect(await getMigrationConfig(world.session)).toMatchObject({ CanSubmitNewBatch: false });
  const totals = migrationStatistics.schema.parse(await getMigrationStatistics(world.session));
  expect(totals).toMatchObject({ TotalCount: 6, SyncedCount: 6, MigrationType: 'ExchangeOutlookAnywhere' });
  const kinds = { MigratedMailboxCount: 3, MigratedGroupCount: 2, MigratedContactCount: 1 };
  expect(totals).toMatchObject({ ...kinds, SyncErrorMailboxCount: 0 });
  world.source.onStep = ({ mailbox, step }) => {
    if (step === 'open' && mailbox === 'ann') throw damaged;
  };
  await world.organisation.clock.advance('24h');
  expect(await getMigrationStatistics(world.session)).toMatchObject({ ...kinds, SyncErrorMailboxCount: 1 });
});

test('a report is read row by row, and nothing else than reports', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-reports-'));
  try {
    await using world = organisationUnderTest({ data: folder });
    await migrate(world);
    const [batch] = await getMigrationBatch(world.session);
    const Identity = batch!.Reports[0]!.SuccessUrl;
    const [rows] = await exportMigrationReport(world.session, { Identity, StartingRowIndex: 1, RowCount: 2 });
    expect(rows).toMatchObject({ Header: expect.stringContaining('EmailAddress,Status'), HasMoreRows: true });
    expect(rows!.Rows.map((row) => row.split(',')[0])).toEqual(['bob@contoso.com', 'carol@contoso.com']);
    const parts: Uint8Array[] = [];
    const CsvStream = { write: (bytes: Uint8Array) => parts.push(bytes) };
    expect(await exportMigrationReport(world.session, { Identity, CsvStream })).toEqual([]);
    expect(Buffer.concat(parts).equals(readFileSync(new URL(Identity)))).toBe(true);
    const other = new URL('../../key', Identity).href;
    const read = exportMigrationReport(world.session, { Identity: other, StartingRowIndex: 0, RowCount: 1 });
    await expect(read).rejects.toMatchObject({ code: 'cloud.reportNotFound' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('hidden members of groups are told by name before the start', async () => {
  await using world = organisationUnderTest();
  world.source.entries.push(groupEntry('board', ['ann', 'ghost']));
  await newMigrationEndpoint(world.session, { Name: 'Contoso', ...source });
  const batch = await newMigrationBatch(world.session, { Name: 'Cutover', SourceEndpoint: 'Contoso' });
  expect(batch.ValidationWarnings).toEqual([expect.stringMatching(/"ghost" is a member of board.*hidden/)]);
  expect(world.warnings).toEqual(batch.ValidationWarnings);
});

test('a mailbox is compared with its copy, and a file proves it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-evidence-'));
  try {
    await using world = organisationUnderTest({ data: folder });
    await migrate(world);
    const equal = await compareMigratedMailbox(world.session, { Identity: ann });
    expect(equal).toMatchObject([
      { Folder: 'Inbox', SourceItemCount: 3, TargetItemCount: 3, IsEqual: true, EvidenceUrl: null },
      { Folder: '(All)', SourceItemCount: 3, IsEqual: true, EvidenceUrl: expect.stringContaining('evidence') },
    ]);
    expect(equal[0]!.SourceHash).toBe(equal[0]!.TargetHash);
    const evidence = JSON.parse(readFileSync(new URL(equal[1]!.EvidenceUrl!), 'utf8')) as object;
    expect(evidence).toMatchObject({ mailbox: ann, total: { isEqual: true }, folders: [{ folder: 'Inbox' }] });
    expect(evidence).toMatchObject({
      comparedBy: { administrator: 'admin@contoso.com', program: expect.stringMatching(/^cutover \d/) },
      source: { server: source.ExchangeServer, rpcProxy: source.RpcProxyServer },
      target: { batch: 'Cutover', organization: 'contoso.onmicrosoft.com' },
      hashes: expect.stringContaining('SHA-256'),
    });
    world.source.deliver('ann', 'Inbox', [{}]);
    const [inbox] = await compareMigratedMailbox(world.session, { Identity: ann });
    expect(inbox).toMatchObject({ MissingCount: 1, IsEqual: false });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
