import { defineErrors } from '@cutover/base';
import { describe, expect, test } from 'vitest';
import { userEvent } from './engine/events.ts';
import { migrationErrors } from './errors.ts';
import { contactEntry, groupEntry, mailboxEntry } from './testing/fake-source.ts';
import { administrator, endpointSettings, hours, serviceUnderTest } from './testing/service-under-test.ts';

const failures = defineErrors('fake', {
  lost: { category: 'ConnectionError', retry: true, message: () => 'The connection was lost.' },
  denied: { category: 'PermissionDenied', message: () => 'The account has no right to open the mailbox.' },
});
const unreadable = migrationErrors.itemUnreadable({ reason: 'it is damaged' });
const coded = (code: string) => expect.objectContaining({ code });
const batchOf = ({ service }: ReturnType<typeof serviceUnderTest>, name = 'Cutover') => service.findBatch(name)!;
const statesOf = ({ service }: ReturnType<typeof serviceUnderTest>) =>
  Object.fromEntries(service.users().map(({ emailAddress, status }) => [emailAddress.split('@')[0], status]));

const company = () => {
  const entries = [
    groupEntry('staff', ['sales', 'ann']),
    groupEntry('sales', ['bob', 'pat']),
    mailboxEntry('ann'),
    mailboxEntry('bob'),
    contactEntry('pat'),
  ];
  const under = serviceUnderTest(entries);
  under.source.deliver('ann', 'Inbox', [{ pieces: ['a', '1'] }, { pieces: ['a2'] }]);
  under.source.deliver('ann', 'Sent Items', [{ pieces: ['a3'] }]);
  under.source.deliver('bob', 'Inbox', [{ pieces: ['b1'] }]);
  return under;
};

describe('a cutover migration', () => {
  test('makes mailboxes, contacts and nested groups with members, and copies every item', async () => {
    await using under = company();
    await under.migrate();
    const { target } = under;
    expect(target.contentsOf('ann')).toEqual(['Inbox: a1', 'Inbox: a2', 'Sent Items: a3']);
    expect(target.contentsOf('bob')).toEqual(['Inbox: b1']);
    const members = Object.fromEntries(
      target.recipients.map(({ entry, members: guids }) => [
        entry.alias,
        guids.map((guid) => target.recipients.find((one) => one.guid === guid)?.entry.alias),
      ]),
    );
    expect(members).toEqual({ staff: ['sales', 'ann'], sales: ['bob', 'pat'], ann: [], bob: [], pat: [] });
    expect(target.recipients.find(({ entry }) => entry.alias === 'ann')?.account?.signInHash).toBe('hash of Abcd2345');
    expect(statesOf(under)).toEqual({ ann: 'Synced', bob: 'Synced', pat: 'Synced', staff: 'Synced', sales: 'Synced' });
    expect(batchOf(under)).toMatchObject({ status: 'Synced', totalCount: 5, syncedCount: 5, provisionedCount: 5 });
    expect(under.service.findUser('ann@contoso.com')).toMatchObject({
      syncedItemCount: 3,
      totalItemCount: 3,
      skippedItemCount: 0,
      bytesTransferred: 6,
    });
    expect(under.reports).toEqual(['synced']);
  });

  test('a group waits in ProvisionUpdating until its members exist', async () => {
    await using under = company();
    const seen: string[] = [];
    const listener = (event: unknown) => {
      const { emailAddress, status } = event as { emailAddress: string; status: string };
      if (emailAddress === 'bob@contoso.com' && status === 'Queued') seen.push(statesOf(under)['staff']!);
      if (emailAddress === 'staff@contoso.com') seen.push(status);
    };
    userEvent.channel.subscribe(listener);
    await under.migrate();
    userEvent.channel.unsubscribe(listener);
    expect(seen).toEqual(['Provisioning', 'ProvisionUpdating', 'ProvisionUpdating', 'Synced']);
  });

  test('a group whose member cannot be made fails by name, and the next start mends it', async () => {
    await using under = company();
    under.source.entries.push(groupEntry('all', ['zoe']), {
      ...mailboxEntry('zoe'),
      primaryAddress: 'zoe@fabrikam.com',
    });
    await under.migrate();
    expect(batchOf(under)).toMatchObject({ status: 'SyncedWithErrors', failedCount: 2, syncedCount: 5 });
    expect(under.service.findUser('zoe@fabrikam.com')!.error).toMatchObject({ code: 'migration.domainNotAccepted' });
    expect(under.service.findUser('all@contoso.com')!.error?.summary).toMatchInlineSnapshot(
      `"The group "all" was created, but these members don't exist in the organization: zoe."`,
    );
    under.target.acceptedDomains.add('fabrikam.com');
    under.service.startBatch('Cutover', { by: administrator });
    await under.service.untilIdle();
    expect(batchOf(under)).toMatchObject({ status: 'Synced', failedCount: 0, syncedCount: 7 });
  });

  test('every 24 hours new, changed, read and deleted items follow, and nothing else is read again', async () => {
    await using under = company();
    const { source, target, clock, service } = under;
    await under.migrate();
    const [first, second] = [...source.folder('ann', 'Inbox').messages.keys()];
    source.change('ann', 'Inbox', first!, { pieces: ['changed'] });
    source.remove('ann', 'Inbox', second!);
    source.deliver('ann', 'Projects', [{ pieces: ['new'] }]);
    source.markRead('bob', 'Inbox', [...source.folder('bob', 'Inbox').messages.keys()][0]!);
    await clock.advance(hours(24) - 1);
    expect(target.contentsOf('ann')).toContain('Inbox: a2');
    source.steps.length = 0;
    await clock.advance(1);
    await service.untilIdle();
    expect(target.contentsOf('ann')).toEqual(['Inbox: changed', 'Projects: new', 'Sent Items: a3']);
    expect([...target.items.values()].flatMap((items) => [...items.values()]).filter(({ read }) => read)).toHaveLength(
      1,
    );
    expect(source.steps.filter((step) => step.startsWith('message'))).toHaveLength(2);
    expect(service.findUser('ann@contoso.com')).toMatchObject({ syncedItemCount: 3, status: 'Synced' });
    expect(batchOf(under)).toMatchObject({ status: 'Synced', lastSyncedAt: clock.now() });
    expect(under.reports).toEqual(['synced']);
  });

  test('a pass with nothing new asks once a folder and writes no item', async () => {
    await using under = company();
    await under.migrate();
    under.source.steps.length = 0;
    await under.clock.advance(hours(24));
    await under.service.untilIdle();
    expect(under.source.steps.toSorted()).toEqual([
      'connect',
      'contents ann Inbox',
      'contents ann Sent Items',
      'contents bob Inbox',
      'hierarchy ann',
      'hierarchy bob',
      'open ann',
      'open bob',
    ]);
  });

  test('a folder that is gone takes its items along', async () => {
    await using under = company();
    await under.migrate();
    under.source.removeFolder('ann', 'Sent Items');
    await under.clock.advance(hours(24));
    await under.service.untilIdle();
    expect(under.target.contentsOf('ann')).toEqual(['Inbox: a1', 'Inbox: a2']);
    expect(under.service.findUser('ann@contoso.com')).toMatchObject({ syncedItemCount: 2 });
  });

  test('a second batch takes what is new and leaves what is migrated; both count in the totals', async () => {
    await using under = company();
    await under.migrate();
    under.source.entries.push(mailboxEntry('carl'));
    under.source.deliver('carl', 'Inbox', [{ pieces: ['c1'] }]);
    await under.service.createBatch({ name: 'Second', submittedBy: administrator, autoStart: true });
    await under.service.untilIdle();
    expect(batchOf(under, 'Second')).toMatchObject({ status: 'Synced', totalCount: 1, endpointName: 'exchange' });
    expect(under.target.contentsOf('carl')).toEqual(['Inbox: c1']);
    expect(under.service.totals()).toMatchObject({ totalCount: 6, syncedCount: 6 });
    const third = under.service.createBatch({ name: 'Third', submittedBy: administrator });
    await expect(third).rejects.toThrow(coded('migration.nothingToMigrate'));
    expect(under.service.findBatch('Third')).toBeUndefined();
  });

  test('what failed in one batch is taken over by the next', async () => {
    await using under = company();
    under.source.onStep = ({ step, mailbox }) => {
      if (step === 'open' && mailbox === 'bob') throw failures.denied({});
    };
    await under.migrate();
    expect(statesOf(under)['bob']).toBe('Failed');
    under.source.onStep = () => undefined;
    await under.migrate('Second');
    expect(batchOf(under, 'Second')).toMatchObject({ status: 'Synced', totalCount: 1 });
    expect(under.target.contentsOf('bob')).toEqual(['Inbox: b1']);
  });

  test('a batch that is removed and made anew copies nothing twice', async () => {
    await using under = company();
    await under.migrate();
    await under.service.removeBatch('Cutover');
    expect(under.service.users()).toEqual([]);
    under.source.steps.length = 0;
    await under.migrate();
    expect(under.target.contentsOf('ann')).toEqual(['Inbox: a1', 'Inbox: a2', 'Sent Items: a3']);
    expect(under.target.recipients).toHaveLength(5);
    expect(under.source.steps.filter((step) => step.startsWith('message'))).toEqual([]);
  });
});

describe('commands', () => {
  test('a batch waits for its start, and for its StartAfter', async () => {
    await using under = company();
    under.service.createEndpoint(endpointSettings);
    const startAfter = under.clock.now() + hours(2);
    await under.service.createBatch({ name: 'Cutover', endpoint: 'exchange', submittedBy: administrator, startAfter });
    await under.service.untilIdle();
    expect(batchOf(under)).toMatchObject({ status: 'Created', totalCount: 5, pendingCount: 5 });
    under.service.startBatch('Cutover', { by: administrator });
    await under.service.untilIdle();
    expect(batchOf(under).status).toBe('Starting');
    expect(under.service.nextDue()).toBe(startAfter);
    await under.clock.advance(hours(2));
    await under.service.untilIdle();
    expect(batchOf(under).status).toBe('Synced');
  });

  test('stop ends running copies at once, start goes on, and nothing is copied twice', async () => {
    await using under = company();
    under.source.deliver(
      'ann',
      'Inbox',
      Array.from({ length: 250 }, (_, index) => ({ pieces: [`bulk ${index}`] })),
    );
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
    under.service.completeBatch('Cutover');
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
});

describe('limits', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => mailboxEntry(`user${index}`));

  test('three mailboxes at the same time, or as many as the endpoint allows', async () => {
    for (const [given, expected] of [
      [undefined, 3],
      [5, 5],
    ] as const) {
      await using under = serviceUnderTest(many(12));
      for (const { alias } of many(12)) under.source.deliver(alias, 'Inbox', [{}, {}]);
      under.source.onStep = () => new Promise((resolve) => setImmediate(resolve));
      under.service.createEndpoint({ ...endpointSettings, maxConcurrentMigrations: given });
      await under.migrate();
      expect(under.source.open.most).toBe(expected);
      expect(batchOf(under)).toMatchObject({ status: 'Synced', syncedCount: 12 });
    }
  });

  test('more than ten connections, or more incremental ones than others, are refused', async () => {
    await using under = serviceUnderTest([]);
    const create = (changes: object) => () => under.service.createEndpoint({ ...endpointSettings, ...changes });
    expect(create({ maxConcurrentMigrations: 11 })).toThrow(coded('migration.tooManyConnections'));
    expect(create({ maxConcurrentMigrations: 0 })).toThrow(coded('migration.tooManyConnections'));
    expect(create({ maxConcurrentIncrementalSyncs: 5 })).toThrow(coded('migration.incrementalOverMigrations'));
    expect(create({})()).toMatchObject({ maxConcurrentMigrations: 3, maxConcurrentIncrementalSyncs: 3 });
    expect(create({ name: 'EXCHANGE' })).toThrow(coded('migration.endpointNameTaken'));
  });

  test('a thousand mailboxes, or two thousand of the current service', async () => {
    for (const serviceVersion of ['2013', 'current'] as const) {
      await using under = serviceUnderTest(many(1001), { serviceVersion });
      under.service.createEndpoint(endpointSettings);
      const created = under.service.createBatch({ name: 'a', endpoint: 'exchange', submittedBy: administrator });
      if (serviceVersion === 'current') expect((await created).totalCount).toBe(1001);
      else await expect(created).rejects.toThrow(coded('migration.tooManyMailboxes'));
    }
  });

  test('the current service has one batch at a time', async () => {
    await using under = serviceUnderTest([mailboxEntry('ann')], { serviceVersion: 'current' });
    await under.migrate();
    const second = under.service.createBatch({ name: 'Second', submittedBy: administrator });
    await expect(second).rejects.toThrow(coded('migration.onlyOneBatch'));
    expect(under.service.endpoints()[0]).toMatchObject({ maxConcurrentMigrations: 20 });
  });
});

describe('failures', () => {
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
        'The migration met too many transient failures (61) and quits; the last was fake.lost. --> The connection was lost.',
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
});

describe('a new process', () => {
  test('goes on with a copy that was under way, and keeps every GUID', async () => {
    await using under = company();
    under.source.deliver(
      'ann',
      'Inbox',
      Array.from({ length: 250 }, (_, index) => ({ pieces: [`bulk ${index}`] })),
    );
    let pieces = 0;
    const reached = held(under, ({ step }) => step === 'piece' && ++pieces === 200);
    void under.migrate();
    await reached.promise;
    const before = under.service.users().map(({ guid }) => guid);
    const closing = under.restart();
    under.source.onStep = () => undefined;
    await closing;
    await under.service.untilIdle();
    expect(batchOf(under).status).toBe('Synced');
    expect(under.target.contentsOf('ann')).toHaveLength(253);
    expect(under.service.users().map(({ guid }) => guid)).toEqual(before);
  });

  test('keeps the schedule of a settled batch', async () => {
    await using under = company();
    await under.migrate();
    await under.restart();
    under.source.deliver('bob', 'Inbox', [{ pieces: ['next day'] }]);
    await under.service.untilIdle();
    await under.clock.advance(hours(24));
    await under.service.untilIdle();
    expect(under.target.contentsOf('bob')).toContain('Inbox: next day');
  });

  test('reads again what no checkpoint covers, but keeps it once', async () => {
    await using under = serviceUnderTest([mailboxEntry('ann')]);
    under.source.checkpoints = false;
    under.source.deliver(
      'ann',
      'Inbox',
      Array.from({ length: 150 }, (_, index) => ({ pieces: [`bulk ${index}`] })),
    );
    let messages = 0;
    under.source.onStep = ({ step }) => {
      if (step === 'message' && ++messages === 130) throw failures.lost({});
    };
    await under.elapse(under.migrate());
    expect(under.target.contentsOf('ann')).toHaveLength(150);
    expect(new Set(under.target.contentsOf('ann')).size).toBe(150);
  });
});

/** Holds the source at the first step that meets the condition, until it is released or aborted. */
function held(under: ReturnType<typeof serviceUnderTest>, condition: (step: { step: string }) => boolean) {
  const arrived = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  under.source.onStep = (step) => {
    if (!condition(step)) return undefined;
    arrived.resolve();
    return new Promise((resolve, reject) => {
      void released.promise.then(resolve);
      step.signal?.addEventListener('abort', () => reject(step.signal?.reason as Error));
    });
  };
  const release = (): void => {
    under.source.onStep = () => undefined;
    released.resolve();
  };
  return { promise: arrived.promise, release };
}
