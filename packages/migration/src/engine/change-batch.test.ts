import { describe, expect, test } from 'vitest';
import { readBatchCsv } from '../csv/read-batch-csv.ts';
import { batchOf, company, failures, statesOf } from '../testing/company.ts';
import { administrator, endpointSettings, hours } from '../testing/service-under-test.ts';
import type { BatchSettings } from '../records/batch.ts';

const coded = (code: string) => expect.objectContaining({ code });
const days = (count: number): number => hours(24 * count);
const csv = (text: string) => readBatchCsv(Buffer.from(text));

async function migrateWith(under: ReturnType<typeof company>, settings: Partial<BatchSettings>): Promise<void> {
  under.service.createEndpoint(endpointSettings);
  const usual = { name: 'Cutover', endpoint: 'exchange', submittedBy: administrator, autoStart: true };
  await under.service.createBatch({ ...usual, ...settings });
  await under.service.untilIdle();
}

describe('a staged batch', () => {
  test('takes the mailboxes that its file names, with the passwords that it gives', async () => {
    await using under = company();
    const rows = csv('EmailAddress,Password,ForceChangePassword\nann@contoso.com,Sesame12,False\nzoe@contoso.com,,');
    await migrateWith(under, { rows });
    expect(statesOf(under)).toEqual({ ann: 'Synced' });
    expect(batchOf(under)).toMatchObject({ kind: 'staged', totalCount: 1 });
    expect(batchOf(under).validationWarnings).toEqual([
      'Row 2: the source shows no mailbox with the address "zoe@contoso.com".',
    ]);
    const [recipient] = under.target.recipients;
    expect(recipient!.account).toMatchObject({ signInHash: 'hash of Sesame12', mustChangePassword: false });
  });

  test('is given further mailboxes, which it copies', async () => {
    await using under = company();
    await migrateWith(under, { rows: csv('EmailAddress\nann@contoso.com') });
    await under.service.changeBatch('Cutover', { addRows: csv('EmailAddress\nbob@contoso.com') });
    await under.service.untilIdle();
    expect(statesOf(under)).toEqual({ ann: 'Synced', bob: 'Synced' });
  });

  test('is refused when no row names a mailbox; a cutover takes no rows', async () => {
    await using under = company();
    const rows = csv('EmailAddress\nzoe@contoso.com');
    await expect(migrateWith(under, { rows })).rejects.toThrow(/Row 1: .*zoe@contoso.com/);
    await under.migrate();
    const added = under.service.changeBatch('Cutover', { addRows: csv('EmailAddress\nann@contoso.com') });
    await expect(added).rejects.toThrow(coded('migration.notStaged'));
  });
});

describe('settings of a batch', () => {
  test('-SyncNow syncs what is synced, and nothing else', async () => {
    await using under = company();
    await under.migrate();
    under.source.deliver('ann', 'Inbox', [{ pieces: ['now'] }]);
    await under.service.changeBatch('Cutover', { syncNow: true });
    await under.service.untilIdle();
    expect(under.target.contentsOf('ann')).toContain('Inbox: now');
    await under.service.stopBatch('Cutover').catch(() => undefined);
    under.service.completeBatch('Cutover');
    await under.service.untilIdle();
    await expect(under.service.changeBatch('Cutover', { syncNow: true })).rejects.toThrow(
      coded('migration.wrongState'),
    );
  });

  test('a batch without later syncs is stopped after the first', async () => {
    await using under = company();
    await migrateWith(under, { allowIncrementalSyncs: false });
    expect(batchOf(under)).toMatchObject({ status: 'Stopped', nextSyncAt: undefined, syncedCount: 5 });
    await under.service.changeBatch('Cutover', { allowIncrementalSyncs: true });
    under.service.startBatch('Cutover', { by: administrator });
    await under.service.untilIdle();
    expect(batchOf(under)).toMatchObject({ status: 'Synced', nextSyncAt: expect.any(Number) });
  });

  test('what fails is tried again as often as the batch says', async () => {
    await using under = company();
    let refusals = 3;
    under.source.onStep = ({ step, mailbox }) => {
      if (step === 'open' && mailbox === 'ann' && refusals-- > 0) throw failures.denied({});
    };
    await migrateWith(under, { autoRetryCount: 2 });
    expect(statesOf(under)).toMatchObject({ ann: 'Failed' });
    under.service.startBatch('Cutover', { by: administrator });
    await under.service.untilIdle();
    expect(statesOf(under)).toMatchObject({ ann: 'Synced' });
  });

  test('-SkipReports sends no mail; -ReportInterval of 0 ends those in between', async () => {
    await using under = company();
    await migrateWith(under, { skipReports: true, reportInterval: hours(5) });
    await under.clock.advance(hours(11));
    expect(under.reports).toEqual([]);
    await under.service.changeBatch('Cutover', { skipReports: false });
    await under.clock.advance(hours(6));
    await under.service.untilIdle();
    expect(under.reports).toEqual(['interval']);
    await under.service.changeBatch('Cutover', { reportInterval: 0 });
    await under.clock.advance(hours(10));
    await under.service.untilIdle();
    expect(under.reports).toEqual(['interval']);
  });
});

describe('batches do not stay for ever', () => {
  const pass = async (under: ReturnType<typeof company>, time: number): Promise<void> => {
    await under.clock.advance(time);
    await under.service.untilIdle();
  };

  test('one that is synced is stopped after 60 idle days, and removed 90 days later', async () => {
    await using under = company();
    await under.migrate();
    await pass(under, days(59));
    expect(batchOf(under).status).toBe('Synced');
    await under.service.changeBatch('Cutover', { notificationEmails: ['helpdesk@contoso.com'] });
    await pass(under, days(59));
    expect(batchOf(under).status).toBe('Synced');
    await pass(under, days(1));
    expect(batchOf(under).status).toBe('Stopped');
    expect(under.service.reportEntries({ batchGuid: batchOf(under).guid }).at(-1)!.text).toMatch(/60 days/);
    // Nobody has to wait for the removal.
    expect(under.service.nextDue()).toBeUndefined();
    await pass(under, days(89));
    expect(batchOf(under).status).toBe('Stopped');
    await pass(under, days(1));
    expect(under.service.findBatch('Cutover')).toBeUndefined();
  });

  test('one that is completed is removed after 60 days', async () => {
    await using under = company();
    await under.migrate();
    under.service.completeBatch('Cutover');
    await under.service.untilIdle();
    await pass(under, days(60) - 1);
    expect(batchOf(under).status).toBe('Completed');
    await pass(under, 1);
    expect(under.service.findBatch('Cutover')).toBeUndefined();
  });
});

test('endpoints take new settings, within what the organisation allows', async () => {
  await using under = company();
  under.service.createEndpoint(endpointSettings);
  const changed = under.service.changeEndpoint('exchange', { password: 'N3w', maxConcurrentMigrations: 5 });
  expect(changed).toMatchObject({ maxConcurrentMigrations: 5, maxConcurrentIncrementalSyncs: 3, name: 'exchange' });
  expect(Buffer.from(changed.sealedPassword).reverse().toString()).toBe('N3w');
  under.service.changeConfig({ maxConcurrentMigrations: 6 });
  expect(under.service.config()).toEqual({ maxConcurrentMigrations: 6, maxNumberOfBatches: 100 });
  expect(() => under.service.createEndpoint({ ...endpointSettings, name: 'second' })).toThrow(
    coded('migration.connectionsOfOrganisation'),
  );
  under.service.changeConfig({ maxNumberOfBatches: 0 });
  const batch = under.service.createBatch({ name: 'a', submittedBy: administrator });
  await expect(batch).rejects.toThrow(coded('migration.tooManyBatches'));
});
