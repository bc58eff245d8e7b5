import { expect, test } from 'vitest';
import { userEvent } from './engine/events.ts';
import { batchOf, company, failures, statesOf } from './testing/company.ts';
import { groupEntry, mailboxEntry } from './testing/entries.ts';
import { administrator, hours } from './testing/service-under-test.ts';

const coded = (code: string) => expect.objectContaining({ code });

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
  expect(target.items.filter(({ read }) => read)).toHaveLength(1);
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
  await expect(third).rejects.toThrow('in a migration batch already: "Cutover", "Second"');
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

test('a first password that no mail has told goes to the next batch with its mailbox', async () => {
  await using under = company();
  under.source.onStep = ({ step, mailbox }) => {
    if (step === 'connect' && mailbox === 'ann') throw failures.denied({});
  };
  await under.migrate();
  const sealed = under.service.findUser('ann@contoso.com')!.sealedPassword;
  expect(sealed).toBeDefined();
  await under.service.removeBatch('Cutover');
  under.source.onStep = () => undefined;
  await under.migrate('Second');
  expect(under.service.findUser('ann@contoso.com')).toMatchObject({ status: 'Synced', sealedPassword: sealed });
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
