import { expect, test } from 'vitest';
import { batchOf, bulk, company, failures, held, statesOf } from '../testing/company.ts';
import { mailboxEntry } from '../testing/entries.ts';
import { administrator, endpointSettings, hours } from '../testing/service-under-test.ts';

const coded = (code: string) => expect.objectContaining({ code });

test('a batch waits for its start, and for its StartAfter', async () => {
  await using under = company();
  under.service.createEndpoint(endpointSettings);
  const startAfter = under.clock.now() + hours(2);
  await under.service.createBatch({ name: 'Cutover', endpoint: 'exchange', submittedBy: administrator, startAfter });
  await under.service.untilIdle();
  expect(batchOf(under)).toMatchObject({ status: 'Created', totalCount: 5, pendingCount: 5 });
  under.service.startBatch('Cutover', { by: administrator });
  await under.service.untilIdle();
  expect(batchOf(under).status).toBe('Waiting');
  expect(under.service.nextDue()).toBe(startAfter);
  await under.clock.advance(hours(2));
  await under.service.untilIdle();
  expect(batchOf(under).status).toBe('Synced');
});

test('stop ends running copies at once, start goes on, and nothing is copied twice', async () => {
  await using under = company();
  under.source.deliver('ann', 'Inbox', bulk(250));
  const reached = held(under, ({ step }) => step === 'piece' && ++pieces === 150);
  let pieces = 0;
  const migrating = under.migrate();
  await reached.promise;
  const stopped = await under.service.stopBatch(undefined);
  expect(stopped).toMatchObject({ status: 'Stopped', activeCount: 0 });
  await migrating;
  expect(statesOf(under)['ann']).toBe('Stopped');
  expect(under.target.staged.size).toBe(0);
  expect(under.source.open.now).toBe(0);
  expect(under.reports).toEqual(['stopped']);
  const before = under.source.steps.filter((step) => step.startsWith('message')).length;
  under.source.onStep = () => undefined;
  under.service.startBatch('Cutover', { by: 'other@contoso.com' });
  await under.service.untilIdle();
  expect(batchOf(under)).toMatchObject({ status: 'Synced', startedBy: 'other@contoso.com' });
  expect(new Set(under.target.contentsOf('ann')).size).toBe(253);
  expect(under.target.contentsOf('ann')).toHaveLength(253);
  // The commits before the stop were not read again.
  const after = under.source.steps.filter((step) => step.startsWith('message')).length - before;
  expect(after).toBeLessThan(160);
});

test('a stop tells apart who was being copied and who was waiting', async () => {
  await using under = company();
  under.source.deliver('ann', 'Inbox', bulk(250));
  under.service.createEndpoint({ ...endpointSettings, maxConcurrentMigrations: 1 });
  const reached = held(under, ({ step }) => step === 'piece' && ++pieces === 150);
  let pieces = 0;
  const migrating = under.migrate();
  await reached.promise;
  await under.service.stopBatch(undefined);
  await migrating;
  const users = under.store.users.list({}).filter(({ status }) => status === 'Stopped');
  const begun = users.filter(({ startedAt }) => startedAt !== undefined);
  expect(begun.map(({ entry }) => entry.displayName)).toEqual([expect.stringMatching(/ann/i)]);
  expect(users.length).toBeGreaterThan(1);
});

test('complete runs a final sync and ends the daily ones', async () => {
  await using under = company();
  await under.migrate();
  under.source.deliver('bob', 'Inbox', [{ pieces: ['last'] }]);
  const [completing] = under.service.completeBatch(undefined, { by: administrator });
  expect(completing?.status).toBe('Completing');
  await under.service.untilIdle();
  expect(batchOf(under)).toMatchObject({ status: 'Completed', finalizedCount: 5, syncedCount: 0, totalCount: 5 });
  expect(under.target.contentsOf('bob')).toContain('Inbox: last');
  expect(under.reports).toEqual(['synced', 'completed']);
  expect(under.service.nextDue()).toBeUndefined();
  under.source.deliver('bob', 'Inbox', [{ pieces: ['too late'] }]);
  await under.clock.advance(hours(48));
  await under.service.untilIdle();
  expect(under.target.contentsOf('bob')).not.toContain('Inbox: too late');
});

test('errors of the final sync are ignored, or keep the batch settled if a clean one is required', async () => {
  await using under = company();
  await under.migrate();
  under.source.onStep = ({ step, mailbox }) => {
    if (step === 'open' && mailbox === 'bob') throw failures.denied({});
  };
  under.service.completeBatch('Cutover', { requireClean: true });
  await under.service.untilIdle();
  expect(batchOf(under)).toMatchObject({ status: 'SyncedWithErrors', finalizedCount: 0, failedCount: 1 });
  expect(() => under.service.completeBatch('Cutover', { requireClean: true })).toThrow(coded('migration.notClean'));
  under.service.completeBatch('Cutover', { ignoreErrors: true });
  await under.service.untilIdle();
  expect(batchOf(under)).toMatchObject({ status: 'CompletedWithErrors', finalizedCount: 4, failedCount: 1 });
  under.source.onStep = () => undefined;
  under.service.startBatch('Cutover', { by: administrator });
  await under.service.untilIdle();
  expect(batchOf(under)).toMatchObject({ status: 'Completed', finalizedCount: 5 });
});

test('complete without an identity completes every settled batch', async () => {
  await using under = company();
  await under.migrate();
  under.source.entries.push(mailboxEntry('carl'));
  await under.migrate('Second');
  under.service.completeBatch(undefined);
  await under.service.untilIdle();
  expect(under.service.batches().map(({ status }) => status)).toEqual(['Completed', 'Completed']);
  expect(() => under.service.completeBatch(undefined)).toThrow(coded('migration.nothingToComplete'));
});

test('what a state does not allow is refused by name', async () => {
  await using under = company();
  const { service } = under;
  await under.migrate();
  expect(() => service.startBatch('Nobody', { by: administrator })).toThrow(coded('migration.batchNotFound'));
  await expect(service.stopBatch('Cutover')).rejects.toThrow(coded('migration.wrongState'));
  await expect(service.stopBatch(undefined)).rejects.toThrow(coded('migration.nothingUnderWay'));
  expect(() => service.removeEndpoint('exchange')).toThrow(coded('migration.endpointInUse'));
  const again = { endpoint: 'exchange', submittedBy: administrator };
  await expect(service.createBatch({ ...again, name: 'cutover' })).rejects.toThrow(coded('migration.batchNameTaken'));
  await expect(service.createBatch({ ...again, name: 'x'.repeat(65) })).rejects.toThrow(
    coded('migration.batchNameTooLong'),
  );
});

test('one batch is under way at a time', async () => {
  await using under = company();
  const reached = held(under, ({ step }) => step === 'message');
  const migrating = under.migrate();
  await reached.promise;
  under.source.entries.push(mailboxEntry('carl'));
  const second = { name: 'Second', submittedBy: administrator };
  await expect(under.service.createBatch({ ...second, autoStart: true })).rejects.toThrow(
    coded('migration.otherBatchUnderWay'),
  );
  await under.service.createBatch(second);
  expect(() => under.service.startBatch('Second', { by: administrator })).toThrow(
    coded('migration.otherBatchUnderWay'),
  );
  reached.release();
  await migrating;
  under.service.startBatch('Second', { by: administrator });
  await under.service.untilIdle();
  expect(batchOf(under, 'Second').status).toBe('Synced');
});

test('connection settings persist, also when the batch that used them is gone', async () => {
  await using under = company();
  const batch = { name: 'Cutover', submittedBy: administrator };
  await expect(under.service.createBatch(batch)).rejects.toThrow(coded('migration.noEndpoint'));
  under.service.createEndpoint(endpointSettings);
  await under.service.createBatch(batch);
  await under.service.removeBatch('Cutover');
  expect(await under.service.createBatch(batch)).toMatchObject({ endpointName: 'exchange' });
});
