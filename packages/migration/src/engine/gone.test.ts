import { describe, expect, test } from 'vitest';
import { migrationErrors } from '../errors.ts';
import { remedyFor } from '../reports/remedies.ts';
import { batchOf, company, statesOf } from '../testing/company.ts';
import { mailboxEntry } from '../testing/entries.ts';
import { administrator, hours, type ServiceUnderTest } from '../testing/service-under-test.ts';

const nextDay = async ({ clock, service }: ServiceUnderTest): Promise<void> => {
  await clock.advance(hours(24));
  await service.untilIdle();
};

describe('a folder that is deleted while others are copied', () => {
  const deleteWhileCopying = (under: ServiceUnderTest, { inTree }: { inTree: boolean }): void => {
    under.source.onStep = ({ step, mailbox }) => {
      if (step !== 'contents' || mailbox !== 'ann') return;
      if (under.source.steps.at(-1) !== 'contents ann Sent Items') return;
      if (inTree) under.source.removeFolder('ann', 'Sent Items');
      throw migrationErrors.folderGone({});
    };
  };

  test('is no error: it is gone from the copy, too', async () => {
    await using under = company();
    deleteWhileCopying(under, { inTree: true });
    await under.migrate();
    expect(statesOf(under)['ann']).toBe('Synced');
    expect(under.target.contentsOf('ann')).toEqual(['Inbox: a1', 'Inbox: a2']);
    expect(under.service.findUser('ann@contoso.com')).toMatchObject({ syncedItemCount: 2, totalItemCount: 2 });
  });

  test('fails the mailbox when the tree still has it: nothing is left out silently', async () => {
    await using under = company();
    deleteWhileCopying(under, { inTree: false });
    await under.migrate();
    expect(under.service.findUser('ann@contoso.com')).toMatchObject({
      status: 'Failed',
      error: { code: 'migration.folderGone' },
    });
    under.source.onStep = () => undefined;
    under.service.startBatch('Cutover', { by: administrator });
    await under.service.untilIdle();
    expect(under.target.contentsOf('ann')).toHaveLength(3);
  });
});

test('two mailboxes of one address, from two sources, are not mixed', async () => {
  await using under = company();
  await under.migrate();
  await under.service.removeBatch('Cutover');
  const other = { ...mailboxEntry('ann'), sourceId: '/o=Fabrikam/cn=Recipients/cn=ann' };
  under.source.entries.splice(0, under.source.entries.length, other, mailboxEntry('bob'));
  await under.migrate();
  const ann = under.service.findUser('ann@contoso.com')!;
  expect(ann).toMatchObject({ status: 'Failed', error: { code: 'migration.addressOfAnother' } });
  expect(ann.error!.detail).toMatch(/belongs to a mailbox that came from another source object, .*cn=ann/);
  expect(under.target.contentsOf('ann')).toHaveLength(3);
  expect(statesOf(under)['bob']).toBe('Synced');
});

test('a mailbox that was removed from the target is told of, and made and filled anew by the next start', async () => {
  await using under = company();
  await under.migrate();
  const index = under.target.recipients.findIndex(({ entry }) => entry.alias === 'ann');
  const [removed] = under.target.recipients.splice(index, 1);
  await nextDay(under);
  const failed = under.service.findUser('ann@contoso.com')!;
  expect(failed).toMatchObject({ status: 'IncrementalFailed', error: { code: 'migration.mailboxRemoved' } });
  expect(failed.error!.detail).toContain('"ann@contoso.com" was removed from your organization');
  expect(remedyFor(failed.error!.code)).toContain('Start the batch again');
  expect(batchOf(under).status).toBe('SyncedWithErrors');

  under.service.startBatch('Cutover', { by: administrator });
  await under.service.untilIdle();
  const made = under.service.findUser('ann@contoso.com')!;
  expect(made).toMatchObject({ status: 'Synced', syncedItemCount: 3, error: undefined });
  expect(made.targetGuid).not.toBe(removed!.guid);
  expect(made.sealedPassword).toBeDefined();
  expect(under.target.contentsOf('ann')).toHaveLength(3);
  expect(statesOf(under)['bob']).toBe('Synced');
});
