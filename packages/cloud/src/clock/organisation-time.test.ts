import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineErrors } from '@cutover/base';
import {
  getEmulatorClock,
  getMigrationBatch,
  getMigrationUser,
  newMigrationBatch,
  newMigrationEndpoint,
  setEmulatorClock,
} from '@cutover/core';
import { expect, test } from 'vitest';
import { noon, organisationUnderTest, source, type OrganisationUnderTest } from '../testing/organisation-under-test.ts';

const { lost } = defineErrors('fake', {
  lost: { category: 'ConnectionError', retry: true, message: () => 'The connection was lost.' },
});
const hour = 3_600_000;
const day = 24 * hour;

async function migrate(world: OrganisationUnderTest): Promise<void> {
  await newMigrationEndpoint(world.session, { Name: 'Contoso', ...source });
  await newMigrationBatch(world.session, { Name: 'Cutover', SourceEndpoint: 'Contoso', AutoStart: true });
  await world.organisation.untilIdle();
}

test('three days are three daily syncs, each at its own time', async () => {
  await using world = organisationUnderTest();
  await migrate(world);
  const times: number[] = [];
  world.source.onStep = ({ step }) => {
    if (step === 'connect') times.push(world.organisation.clock.now());
  };
  await world.organisation.clock.advance('3d');
  expect(times.map((time) => (time - noon) / day)).toEqual([1, 2, 3]);
  expect(world.organisation.clock.now()).toBe(noon + 3 * day);
});

test('a scaled time runs by itself; a stepped one by the cmdlet', async () => {
  await using world = organisationUnderTest();
  await migrate(world);
  expect(await setEmulatorClock(world.session, { Mode: 'Scaled', Factor: 3600 })).toMatchObject({
    Mode: 'Scaled',
    Factor: 3600,
    NextEvent: new Date(noon + day),
  });
  await new Promise((resolve) => setImmediate(resolve));
  await world.clock.advance(25_000);
  await world.organisation.untilIdle();
  expect((await getMigrationBatch(world.session))[0]!.LastSyncedDateTime!.getTime()).toBeGreaterThanOrEqual(noon + day);
  await setEmulatorClock(world.session, { Mode: 'Stepped' });
  const { UtcNow } = await getEmulatorClock(world.session);
  await world.clock.advance(hour);
  expect((await getEmulatorClock(world.session)).UtcNow).toEqual(UtcNow);
  const later = await setEmulatorClock(world.session, { Advance: 12 * hour });
  expect(later.UtcNow.getTime() - UtcNow.getTime()).toBe(12 * hour);
});

test('work that waits before it tries again goes on while time passes at once', async () => {
  await using world = organisationUnderTest();
  await migrate(world);
  await setEmulatorClock(world.session, { Mode: 'Stepped' });
  let failures = 5;
  world.source.deliver('ann', 'Inbox', [{}]);
  world.source.onStep = ({ step, mailbox }) => {
    if (step === 'open' && mailbox === 'ann' && failures-- > 0) throw lost({});
  };
  await world.organisation.clock.advance('1d 1h');
  const [ann] = await getMigrationUser(world.session, { Identity: 'ann@contoso.com' });
  expect(ann).toMatchObject({ Status: 'Synced', SyncedItemCount: 4 });
});

test('60 idle days stop a batch, 90 more remove it', async () => {
  await using world = organisationUnderTest();
  await migrate(world);
  await world.organisation.clock.advance('60d');
  expect((await getMigrationBatch(world.session))[0]!.Status).toBe('Stopped');
  await world.organisation.clock.advance('90d');
  expect(await getMigrationBatch(world.session)).toEqual([]);
});

test('an organisation that is opened again goes on at its own time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-clock-'));
  try {
    {
      await using world = organisationUnderTest({ data: folder });
      await setEmulatorClock(world.session, { Advance: 40 * day, Mode: 'Stepped' });
    }
    await using again = organisationUnderTest({ data: folder });
    expect(await getEmulatorClock(again.session)).toMatchObject({ Mode: 'Stepped', UtcNow: new Date(noon + 40 * day) });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
