import { expect, test } from 'vitest';
import { batchOf, company, failures, statesOf } from '../testing/company.ts';
import { administrator, type ServiceUnderTest } from '../testing/service-under-test.ts';

const coded = (code: string): unknown => expect.objectContaining({ code });

const batchOfUsers = (under: ServiceUnderTest, users: readonly string[]) =>
  under.service.createBatch({ name: 'Again', submittedBy: administrator, users });

test('users that failed go over into a new batch, which copies nothing twice', async () => {
  await using under = company();
  under.source.onStep = ({ step, mailbox }) => {
    if (step === 'open' && mailbox === 'ann') throw failures.denied({});
  };
  await under.migrate();
  under.source.onStep = () => undefined;
  const batch = await batchOfUsers(under, ['ann@contoso.com', 'BOB@contoso.com', 'nobody@contoso.com']);
  expect(batch).toMatchObject({ kind: 'staged', status: 'Created', totalCount: 2, endpointName: 'exchange' });
  expect(batch.validationWarnings).toEqual(['The migration user "nobody@contoso.com" can\'t be found.']);
  expect(batchOf(under).totalCount).toBe(3);
  under.service.startBatch('Again', { by: administrator });
  await under.service.untilIdle();
  expect(statesOf(under)).toMatchObject({ ann: 'Synced', bob: 'Synced' });
  expect(under.target.contentsOf('ann')).toHaveLength(3);
  expect(under.target.contentsOf('bob')).toHaveLength(1);
});

test('who is completed, or belongs to what is running, stays where it is', async () => {
  await using under = company();
  await under.migrate();
  under.service.completeBatch('Cutover');
  await expect(batchOfUsers(under, ['ann@contoso.com'])).rejects.toThrow(/"Cutover", which is running/);
  await under.service.untilIdle();
  await expect(batchOfUsers(under, ['ann@contoso.com'])).rejects.toThrow(coded('migration.noExistingUsers'));
  await expect(batchOfUsers(under, ['ann@contoso.com'])).rejects.toThrow(/ann@contoso.com is completed already/);
});
