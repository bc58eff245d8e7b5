import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { inspect } from 'node:util';
import { systemRandom } from '@cutover/base';
import { newMigrationBatch, newMigrationEndpoint, testMigrationServerAvailability } from '@cutover/core';
import type { Mailer, OutgoingMail } from '@cutover/migration';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cloudErrors } from '../errors.ts';
import { passwordsIn, placesOf, statisticsFile } from '../testing/written-secrets.ts';
import {
  organisationUnderTest,
  source,
  sourcePassword,
  type OrganisationUnderTest,
} from '../testing/organisation-under-test.ts';
import { matchesSignInHash } from './sign-in-hash.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'cutover-secrets-'))));
afterEach(() => rmSync(folder, { recursive: true }));

async function migrate(world: OrganisationUnderTest): Promise<void> {
  await newMigrationEndpoint(world.session, { Name: 'Contoso', ...source });
  await newMigrationBatch(world.session, { Name: 'Cutover', SourceEndpoint: 'Contoso', AutoStart: true });
}

/** Holds each mail until it is let go, and then keeps it. */
function heldMailer() {
  const mails: OutgoingMail[] = [];
  const arrived = Promise.withResolvers<void>();
  const letGo = Promise.withResolvers<void>();
  const mailer: Mailer = {
    send: async (mail) => {
      mails.push(mail);
      arrived.resolve();
      await letGo.promise;
    },
  };
  return { mailer, mails, arrived: arrived.promise, letGo: letGo.resolve };
}

test('no file holds the endpoint’s password, and none but the report a password that was not mailed yet', async () => {
  const { mailer, mails, arrived, letGo } = heldMailer();
  await using world = organisationUnderTest({ data: folder, mailer });
  await migrate(world);
  await arrived;
  const passwords = passwordsIn(mails[0]!.attachments[0]!.content);
  expect(passwords).toHaveLength(3);
  expect(new Set(passwords).size).toBe(3);
  expect(placesOf(folder, sourcePassword)).toEqual(new Set());
  for (const password of passwords) expect(placesOf(folder, password)).toEqual(new Set(['reports']));
  letGo();
  await world.organisation.untilIdle();
  for (const password of passwords) expect(placesOf(folder, password)).toEqual(new Set(['reports']));
});

test('a report whose mail was not taken leaves no file behind', async () => {
  let failures = 1;
  const places: unknown[] = [];
  const send: Mailer['send'] = async () => {
    places.push(
      readdirSync(join(folder, 'reports'), { recursive: true }).filter((path) => String(path).endsWith('.csv')).length,
    );
    if (failures-- > 0) throw cloudErrors.mailNotSent({ host: 'mail', reason: 'it is full' });
  };
  await using world = organisationUnderTest({ data: folder, mailer: { send } });
  await migrate(world);
  await world.organisation.untilIdle();
  await world.clock.advance(3_600_000);
  await world.organisation.untilIdle();
  expect(places).toEqual([1, 1]);
});

test('events tell no password', async () => {
  const channels = ['migration.batch', 'migration.user', 'migration.progress', 'cloud.commit'].map(
    (name) => `cutover:${name}`,
  );
  const told: string[] = [];
  const listen = (event: unknown): void => void told.push(inspect(event, { depth: 10 }));
  for (const name of channels) subscribe(name, listen);
  await using world = organisationUnderTest();
  await migrate(world);
  await world.organisation.untilIdle();
  for (const name of channels) unsubscribe(name, listen);
  const passwords = passwordsIn(world.organisation.sentMail[0]!.attachments[0]!.content);
  expect(told.length).toBeGreaterThan(10);
  for (const secret of [sourcePassword, ...passwords]) expect(told.join('\n')).not.toContain(secret);
});

test('a password is forgotten once it was mailed; the sign-in knows it by its hash', async () => {
  await using world = organisationUnderTest({ data: folder });
  await migrate(world);
  await world.organisation.untilIdle();
  using database = new DatabaseSync(join(folder, 'organisation.db'), { readOnly: true });
  const sealed = database
    .prepare('SELECT count(*) AS count FROM migration_user WHERE sealedPassword IS NOT NULL')
    .get();
  expect(sealed).toEqual({ count: 0 });
  const hashes = database.prepare('SELECT signInHash FROM account').all() as { signInHash: string }[];
  expect(hashes).toHaveLength(3);
  const [first] = passwordsIn(statisticsFile(folder));
  const matches = await Promise.all(hashes.map(({ signInHash }) => matchesSignInHash(first!, signInHash)));
  expect(matches.filter(Boolean)).toHaveLength(1);
  expect(placesOf(folder, first!)).toEqual(new Set(['mail', 'reports']));
});

test('with a key that is given no key file is made, and another key opens nothing', async () => {
  const parameters = { Endpoint: 'Contoso' };
  {
    await using world = organisationUnderTest({ data: folder, key: systemRandom.bytes(32) });
    await newMigrationEndpoint(world.session, { Name: 'Contoso', ...source });
    expect(await testMigrationServerAvailability(world.session, parameters)).toMatchObject({ Result: 'Success' });
  }
  expect(readdirSync(folder)).not.toContain('key');
  await using world = organisationUnderTest({ data: folder, key: systemRandom.bytes(32) });
  await expect(testMigrationServerAvailability(world.session, parameters)).rejects.toMatchObject({
    code: 'cloud.secretNotOpened',
    message: expect.stringContaining('Restore the key file that belongs to this data folder'),
  });
});

test('first passwords of a CSV file are kept sealed, and told by the report alone', async () => {
  const { mailer, arrived, letGo } = heldMailer();
  await using world = organisationUnderTest({ data: folder, mailer });
  const seen: unknown[] = [];
  const listener = (message: unknown): void => void seen.push(message);
  subscribe('cutover:core.called', listener);
  await newMigrationEndpoint(world.session, { Name: 'Contoso', ...source });
  const CSVData = Buffer.from('EmailAddress,Password,ForceChangePassword\nann@contoso.com,Sesame-0pen,False');
  await newMigrationBatch(world.session, { Name: 'Staged', SourceEndpoint: 'Contoso', AutoStart: true, CSVData });
  await arrived;
  unsubscribe('cutover:core.called', listener);
  expect(placesOf(folder, 'Sesame-0pen')).toEqual(new Set(['reports']));
  expect(inspect(seen, { depth: 9 })).toContain('CSVData');
  expect(inspect(seen, { depth: 9 })).not.toContain('Sesame-0pen');
  letGo();
});
