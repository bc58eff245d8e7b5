import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, newMigrationBatch, newMigrationEndpoint } from '@cutover/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { settingsPath, writeSettings } from './organisation-settings.ts';
import { organisationUnderTest, source } from './testing/organisation-under-test.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'cutover-settings-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const create = { Name: 'Cutover', SourceEndpoint: 'Contoso' };

test('an organisation that is open takes up settings that were changed', async () => {
  await using world = organisationUnderTest({ data: folder });
  await newMigrationEndpoint(world.session, { Name: 'Contoso', ...source });
  writeSettings(folder, { directorySynchronization: true });
  await expect(newMigrationBatch(world.session, create)).rejects.toMatchObject({
    code: 'migration.directorySynchronizationActive',
  });
  writeSettings(folder, { administrator: 'helpdesk@contoso.com', mostMailboxes: 2 });
  await expect(newMigrationBatch(world.session, create)).rejects.toThrow(/3 mailboxes.*at most 2/);
  writeSettings(folder, { administrator: 'helpdesk@contoso.com' });
  const batch = await newMigrationBatch(world.session, create);
  expect(batch.SubmittedByUser).toBe('helpdesk@contoso.com');
});

test('a file that cannot be used is told by every cmdlet, and what held before goes on to hold', async () => {
  writeSettings(folder, { administrator: 'helpdesk@contoso.com' });
  await using world = organisationUnderTest({ data: folder });
  await newMigrationEndpoint(world.session, { Name: 'Contoso', ...source });
  writeFileSync(settingsPath(folder), '{ "administrator": 5 }');
  const batch = await newMigrationBatch(world.session, create);
  expect(batch.SubmittedByUser).toBe('helpdesk@contoso.com');
  expect(world.warnings[0]).toMatch(/"administrator" is not an e-mail address.*earlier settings hold/);
});

test('what the program says goes before what the file says', async () => {
  writeSettings(folder, { administrator: 'helpdesk@contoso.com' });
  await using world = organisationUnderTest({ data: folder, administrator: 'owner@contoso.com' });
  const session = connect(world.organisation);
  await newMigrationEndpoint(session, { Name: 'Contoso', ...source });
  expect((await newMigrationBatch(session, create)).SubmittedByUser).toBe('owner@contoso.com');
});
