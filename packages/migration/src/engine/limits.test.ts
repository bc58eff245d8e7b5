import { expect, test } from 'vitest';
import { batchOf } from '../testing/company.ts';
import { mailboxEntry } from '../testing/entries.ts';
import { administrator, endpointSettings, serviceUnderTest } from '../testing/service-under-test.ts';

const coded = (code: string) => expect.objectContaining({ code });

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
  expect(() => under.service.completeBatch('Cutover')).toThrow(coded('migration.nothingToFinalize'));
  expect(under.service.endpoints()[0]).toMatchObject({ maxConcurrentMigrations: 20 });
});
