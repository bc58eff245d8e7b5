import { expect, test, vi } from 'vitest';
import { migrationErrors } from '../errors.ts';
import { limits } from '../limits.ts';
import { batchOf, company, failures, statesOf } from '../testing/company.ts';
import { mailboxEntry } from '../testing/entries.ts';
import { administrator, endpointSettings, hours, serviceUnderTest } from '../testing/service-under-test.ts';

const unreadable = migrationErrors.itemUnreadable({ reason: 'it is damaged' });

test('a transient one is tried again after a while, from where it broke off', async () => {
  await using under = company();
  let failed = 0;
  under.source.onStep = ({ step, mailbox }) => {
    if (step === 'message' && mailbox === 'ann' && failed++ < 2) throw failures.lost({});
  };
  await under.elapse(under.migrate());
  expect(batchOf(under).status).toBe('Synced');
  expect(under.service.findUser('ann@contoso.com')).toMatchObject({ transientFailures: 2, stalledDuration: 3000 });
  expect(under.target.contentsOf('ann')).toHaveLength(3);
});

test('a batch tells how many mailboxes wait for the source, and what for', async () => {
  await using under = company();
  under.service.createEndpoint(endpointSettings);
  await under.service.createBatch({ name: 'Cutover', endpoint: 'exchange', submittedBy: administrator });
  let isDown = true;
  under.source.onStep = ({ step }) => {
    if (isDown && step === 'connect') throw failures.lost({});
  };
  under.service.startBatch('Cutover', { by: administrator });
  await vi.waitFor(() => expect(batchOf(under).stalled).toEqual({ count: 2, failure: 'The connection was lost.' }));
  isDown = false;
  await under.elapse(under.service.untilIdle());
  expect(batchOf(under)).toMatchObject({ status: 'Synced', stalled: undefined });
});

test('too many of them fail the user, with the cause', async () => {
  await using under = company();
  under.service.createEndpoint(endpointSettings);
  await under.service.createBatch({ name: 'Cutover', endpoint: 'exchange', submittedBy: administrator });
  under.source.onStep = ({ step }) => {
    if (step === 'connect') throw failures.lost({});
  };
  under.service.startBatch('Cutover', { by: administrator });
  await under.elapse(under.service.untilIdle());
  expect(under.service.findUser('ann@contoso.com')!.error).toMatchObject({
    code: 'migration.tooManyTransientFailures',
    detail:
      'The job encountered too many transient failures (61) and is quitting. The most common failure is Exception with a hit count of 61. --> The connection was lost.',
  });
  expect(batchOf(under)).toMatchObject({ status: 'SyncedWithErrors', failedCount: 2, syncedCount: 3 });
});

test('a batch in which nothing came through has failed, and can be started again', async () => {
  await using under = serviceUnderTest([mailboxEntry('ann')]);
  under.source.onStep = ({ step }) => {
    if (step === 'open') throw failures.denied({});
  };
  await under.migrate();
  expect(batchOf(under)).toMatchObject({ status: 'Failed', failedCount: 1 });
  expect(under.service.nextDue()).toBeUndefined();
  under.source.onStep = () => undefined;
  under.service.startBatch('Cutover', { by: administrator });
  await under.service.untilIdle();
  expect(batchOf(under).status).toBe('Synced');
});

test('a failed daily sync shows, and the next day mends it', async () => {
  await using under = company();
  await under.migrate();
  under.source.onStep = ({ step, mailbox }) => {
    if (step === 'open' && mailbox === 'ann') throw failures.denied({});
  };
  await under.clock.advance(hours(24));
  await under.service.untilIdle();
  expect(batchOf(under)).toMatchObject({ status: 'SyncedWithErrors', failedCount: 1 });
  expect(statesOf(under)['ann']).toBe('IncrementalFailed');
  under.source.onStep = () => undefined;
  await under.clock.advance(hours(24));
  await under.service.untilIdle();
  expect(batchOf(under)).toMatchObject({ status: 'Synced', failedCount: 0 });
});

test('an item that cannot be read is listed with its reason, counted, and tried again', async () => {
  await using under = company();
  const [bad, alsoBad] = under.source.deliver('ann', 'Inbox', [
    { pieces: ['half'], subject: 'Broken', breaks: unreadable },
    { breaks: 'nameless' },
  ]);
  await under.migrate();
  const ann = under.service.findUser('ann@contoso.com')!;
  expect(ann).toMatchObject({ status: 'Synced', skippedItemCount: 2, syncedItemCount: 3 });
  const skipped = under.service.skippedItems(ann.guid);
  expect(skipped).toHaveLength(ann.skippedItemCount);
  expect(skipped[0]).toMatchObject({
    folderName: 'Inbox',
    subject: 'Broken',
    kind: 'corrupt',
    code: 'migration.itemUnreadable',
    reason: 'The source could not give the item: it is damaged',
  });
  await under.clock.advance(hours(24));
  await under.service.untilIdle();
  expect(under.service.skippedItems(ann.guid)).toHaveLength(2);
  for (const id of [bad!, alsoBad!]) under.source.change('ann', 'Inbox', id, { breaks: undefined });
  await under.clock.advance(hours(24));
  await under.service.untilIdle();
  expect(under.service.skippedItems(ann.guid)).toEqual([]);
  expect(under.service.findUser('ann@contoso.com')).toMatchObject({ skippedItemCount: 0, syncedItemCount: 5 });
});

test('a status mail that cannot be sent is sent later', async () => {
  await using under = company();
  under.failReport = new Error('The mail server is down.');
  await under.migrate();
  expect(under.reports).toEqual([]);
  await under.clock.advance(hours(1));
  await under.service.untilIdle();
  expect(under.reports).toEqual(['synced']);
  const lines = under.service.reportEntries({ batchGuid: batchOf(under).guid }).map(({ text }) => text);
  expect(lines).toContain('The service met an error and tries again in 2 s: The mail server is down.');
});

test('an item that is too long is listed, and is not even read', async () => {
  await using under = company();
  const size = limits.itemBytes + 1;
  const [long] = under.source.deliver('ann', 'Inbox', [{ subject: 'Film', size }]);
  await under.migrate();
  const ann = under.service.findUser('ann@contoso.com')!;
  expect(ann).toMatchObject({ status: 'Synced', skippedItemCount: 1, syncedItemCount: 3 });
  expect(under.service.skippedItems(ann.guid)).toMatchObject([{ itemId: long, kind: 'large', size }]);
  const read = under.source.steps.slice(under.source.steps.indexOf(`message ann ${long}`) + 1);
  expect(read[0]).not.toContain('piece ann');
});
