import { describe, expect, test } from 'vitest';
import { migrationErrors } from '../errors.ts';
import { batchOf, bulk, company, failures, held, statesOf } from '../testing/company.ts';
import { administrator, endpointSettings, hours } from '../testing/service-under-test.ts';

const coded = (code: string) => expect.objectContaining({ code });
const ann = 'ann@contoso.com';

describe('one user', () => {
  test('is stopped while it is copied; the others come through, and it goes on when it is started', async () => {
    await using under = company();
    under.source.deliver('ann', 'Inbox', bulk(300));
    const inTheMiddle = held(under, ({ step, mailbox }) => step === 'piece' && mailbox === 'ann');
    const migrated = under.migrate();
    await inTheMiddle.promise;
    await under.service.stopUser(ann);
    inTheMiddle.release();
    await migrated;
    expect(statesOf(under)).toMatchObject({ ann: 'Stopped', bob: 'Synced' });
    expect(batchOf(under)).toMatchObject({ status: 'SyncedWithErrors', stoppedCount: 1 });

    under.service.startUser(ann, { by: administrator });
    await under.service.untilIdle();
    expect(statesOf(under)).toMatchObject({ ann: 'Synced' });
    expect(under.target.contentsOf('ann')).toHaveLength(303);
    expect(batchOf(under).status).toBe('Synced');
  });

  test('that failed is tried again alone, without another status mail', async () => {
    await using under = company();
    under.source.onStep = ({ step }) => {
      if (step === 'open') throw failures.denied({});
    };
    await under.migrate();
    expect(statesOf(under)).toMatchObject({ ann: 'Failed', bob: 'Failed' });
    under.source.onStep = () => undefined;
    under.store.users.update(under.service.findUser(ann)!.guid, { sealedPassword: undefined });
    under.store.users.update(under.service.findUser('bob@contoso.com')!.guid, { sealedPassword: undefined });
    under.service.startUser(ann, { by: administrator });
    await under.service.untilIdle();
    expect(statesOf(under)).toMatchObject({ ann: 'Synced', bob: 'Failed' });
    expect(under.reports).toEqual(['synced']);
  });

  test('that was stopped after its first copy is left out of the daily sync', async () => {
    await using under = company();
    await under.migrate();
    await under.service.stopUser(ann);
    under.source.deliver('ann', 'Inbox', [{ pieces: ['later'] }]);
    under.source.deliver('bob', 'Inbox', [{ pieces: ['later'] }]);
    await under.elapse(under.clock.advance(hours(24)));
    await under.service.untilIdle();
    expect(under.target.contentsOf('bob')).toContain('Inbox: later');
    expect(under.target.contentsOf('ann')).not.toContain('Inbox: later');
    expect(statesOf(under)).toMatchObject({ ann: 'IncrementalStopped' });
  });

  test('waits for its own time with its first copy; the batch is synced without it', async () => {
    await using under = company();
    under.service.createEndpoint(endpointSettings);
    await under.service.createBatch({ name: 'Cutover', endpoint: 'exchange', submittedBy: administrator });
    const startAfter = under.clock.now() + hours(2);
    under.service.changeUser(ann, { startAfter });
    under.service.startBatch('Cutover', { by: administrator });
    await under.service.untilIdle();
    expect(statesOf(under)).toMatchObject({ ann: 'Queued', bob: 'Synced' });
    const { nextSyncAt, status } = batchOf(under);
    expect(status).toBe('Synced');
    expect(under.service.nextDue()).toBe(startAfter);
    await under.clock.advance(hours(2));
    await under.service.untilIdle();
    expect(statesOf(under)).toMatchObject({ ann: 'Synced', bob: 'Synced' });
    expect(under.target.contentsOf('ann')).toHaveLength(3);
    expect(batchOf(under)).toMatchObject({ nextSyncAt, nextUserAt: undefined });
    expect(() => under.service.changeUser(ann, { startAfter })).toThrow(coded('migration.wrongUserState'));
  });

  test('is completed at its own time, and synced no more', async () => {
    await using under = company();
    await under.migrate();
    under.service.changeUser(ann, { completeAfter: under.clock.now() + hours(1) });
    under.source.deliver('ann', 'Inbox', [{ pieces: ['last'] }]);
    await under.elapse(under.clock.advance(hours(1)));
    await under.service.untilIdle();
    expect(statesOf(under)).toMatchObject({ ann: 'Completed', bob: 'Synced' });
    expect(under.target.contentsOf('ann')).toContain('Inbox: last');
    under.source.deliver('ann', 'Inbox', [{ pieces: ['too late'] }]);
    await under.elapse(under.clock.advance(hours(25)));
    await under.service.untilIdle();
    expect(under.target.contentsOf('ann')).not.toContain('Inbox: too late');
    under.service.completeBatch('Cutover');
    await under.service.untilIdle();
    expect(batchOf(under).status).toBe('Completed');
  });

  test('that cannot be completed at its time is told, and not tried for ever', async () => {
    await using under = company();
    await under.migrate();
    under.service.changeUser(ann, { completeAfter: under.clock.now() });
    under.source.onStep = ({ mailbox, step }) => {
      if (step === 'open' && mailbox === 'ann') throw failures.denied({});
    };
    await under.service.untilIdle();
    expect(statesOf(under)).toMatchObject({ ann: 'CompletionFailed', bob: 'Synced' });
    expect(batchOf(under)).toMatchObject({ status: 'SyncedWithErrors', nextUserAt: undefined });
  });

  test('is synced at once, and what was left out is tried again', async () => {
    await using under = company();
    const damaged = migrationErrors.itemUnreadable({ reason: 'damaged' });
    const [id] = under.source.deliver('ann', 'Inbox', [{ pieces: ['whole'], breaks: damaged }]);
    await under.migrate();
    expect(under.service.findUser(ann)).toMatchObject({ skippedItemCount: 1 });
    under.source.change('ann', 'Inbox', id!, { breaks: undefined });
    under.service.changeUser(ann, { syncNow: true });
    await under.service.untilIdle();
    expect(under.service.findUser(ann)).toMatchObject({ skippedItemCount: 0, status: 'Synced' });
    expect(under.target.contentsOf('ann')).toContain('Inbox: whole');
  });

  test('is taken out of its batch, and a later batch copies nothing twice', async () => {
    await using under = company();
    await under.migrate();
    await under.service.removeUser(ann);
    expect(under.service.findUser(ann)).toBeUndefined();
    expect(batchOf(under).totalCount).toBe(4);
    under.source.steps.length = 0;
    await under.migrate('Second');
    expect(batchOf(under, 'Second')).toMatchObject({ totalCount: 1, status: 'Synced' });
    expect(under.source.steps.filter((step) => step.startsWith('message'))).toEqual([]);
    expect(under.target.contentsOf('ann')).toHaveLength(3);
  });

  test('is refused what its state does not allow', async () => {
    await using under = company();
    await under.migrate();
    expect(() => under.service.startUser(ann, { by: administrator })).toThrow(coded('migration.wrongUserState'));
    expect(() => under.service.startUser('zoe@contoso.com', { by: administrator })).toThrow(
      coded('migration.userNotFound'),
    );
    await under.service.stopUser(ann);
    await expect(under.service.stopUser(ann)).rejects.toThrow(coded('migration.wrongUserState'));
    expect(() => under.service.changeUser(ann, { syncNow: true })).toThrow(coded('migration.wrongUserState'));
  });
});

test('a mailbox fails that leaves out more than it may; its own limit goes before the batch’s', async () => {
  await using under = company();
  const damaged = migrationErrors.itemUnreadable({ reason: 'damaged' });
  under.source.deliver('ann', 'Inbox', [{ breaks: damaged }, { breaks: damaged }]);
  under.service.createEndpoint(endpointSettings);
  const settings = { name: 'Cutover', endpoint: 'exchange', submittedBy: administrator, autoStart: true };
  await under.service.createBatch({ ...settings, badItemLimit: 1 });
  await under.service.untilIdle();
  expect(statesOf(under)).toMatchObject({ ann: 'Failed', bob: 'Synced' });
  expect(under.service.findUser(ann)!.error).toMatchObject({ code: 'migration.tooManyBadItems' });
  under.service.changeUser(ann, { badItemLimit: 2 });
  under.service.startUser(ann, { by: administrator });
  await under.service.untilIdle();
  expect(under.service.findUser(ann)).toMatchObject({ status: 'Synced', skippedItemCount: 2 });
});
