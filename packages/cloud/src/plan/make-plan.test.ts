import {
  completeMigrationBatch,
  migrationPlan,
  newMigrationBatch,
  newMigrationEndpoint,
  newMigrationPlan,
  testMailRouting,
} from '@cutover/core';
import { groupEntry } from '@cutover/migration/testing';
import { expect, test } from 'vitest';
import type { DnsRecord } from '../dns/dns-message.ts';
import { connectivityNode, organisationUnderTest, source } from '../testing/organisation-under-test.ts';

const mx: DnsRecord = {
  type: 'MX',
  timeToLive: 3600,
  value: 'contoso-com.mail.protection.outlook.com',
  preference: 0,
};

test('items turn done as the migration goes on', async () => {
  await using world = organisationUnderTest({ queryDns: async ({ type }) => (type === 'MX' ? [mx] : []) });
  const { session } = world;
  const stateOf = async (...ids: string[]) => {
    const { Items } = migrationPlan.schema.parse(await newMigrationPlan(session));
    return ids.map((id) => Items.find(({ Id }) => Id === id)!.Status);
  };
  expect(await stateOf('directory-synchronization', 'endpoint', 'connection', 'batch', 'mx', 'complete')).toEqual([
    'Done',
    ...Array<string>(5).fill('Open'),
  ]);
  await newMigrationEndpoint(session, { Name: 'Contoso', ...source });
  await newMigrationBatch(session, { Name: 'Cutover', SourceEndpoint: 'Contoso', AutoStart: true });
  await world.organisation.untilIdle();
  await testMailRouting(session);
  expect(await stateOf('endpoint', 'connection', 'batch', 'sync', 'errors', 'rights', 'mx', 'wait')).toEqual([
    ...Array<string>(7).fill('Done'),
    'Open',
  ]);
  await world.organisation.clock.advance('3d');
  await completeMigrationBatch(session);
  await world.organisation.untilIdle();
  expect(await stateOf('wait', 'complete', 'sync')).toEqual(['Done', 'Done', 'Done']);
});

test('says what is wrong: a failed step, hidden objects, domains that are not accepted', async () => {
  await using world = organisationUnderTest({ acceptedDomains: ['fabrikam.com'] });
  const { session } = world;
  world.source.entries.push(groupEntry('board', ['ghost']));
  await newMigrationEndpoint(session, { Name: 'Contoso', ...source });
  await newMigrationBatch(session, { Name: 'Cutover', SourceEndpoint: 'Contoso' });
  const failed = connectivityNode({ status: 'failed', detail: 'Port 443 is closed.', remedy: 'Open it.' });
  world.connectivity = connectivityNode({ status: 'failed', children: [failed] });
  const { Items, Markdown, Html } = await newMigrationPlan(session);
  const item = (id: string) => Items.find(({ Id }) => Id === id);
  expect(item('connection')).toMatchObject({ Status: 'Open', Detail: 'Port 443 is closed. Open it.' });
  expect(item('accepted-domains')).toMatchObject({ Status: 'Open', Detail: 'Not accepted: contoso.com.' });
  expect(item('batch')).toMatchObject({ Status: 'Warning', Detail: expect.stringContaining('"ghost"') });
  expect(Markdown).toContain('- [ ] **Test the connection to the source.**');
  expect(Html).toContain('&quot;ghost&quot; is a member of board');
});

test('what nobody can check is ticked off, and answers are kept', async () => {
  await using world = organisationUnderTest();
  const { session } = world;
  const status = async (id: string, given = {}) =>
    (await newMigrationPlan(session, given)).Items.find(({ Id }) => Id === id)!.Status;
  expect(await status('public-folders')).toBe('NotApplicable');
  expect(await status('public-folders', { PublicFolders: true })).toBe('Manual');
  expect(await status('public-folders', { Done: ['public-folders'] })).toBe('Done');
  expect(await status('public-folders')).toBe('Done');
  expect(await status('public-folders', { Undone: ['public-folders'] })).toBe('Manual');
  expect(await status('unified-messaging', { UnifiedMessaging: true })).toBe('NotApplicable');
  expect(await status('unified-messaging', { SourceVersion: 'Exchange2010' })).toBe('Manual');
});
