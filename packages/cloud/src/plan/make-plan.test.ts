import {
  compareMigratedMailbox,
  completeMigrationBatch,
  getDistributionGroupMember,
  getMailbox,
  migrationPlan,
  newDistributionGroup,
  newMigrationBatch,
  newMigrationEndpoint,
  newMigrationPlan,
  psCredential,
  removeMigrationBatch,
  removeMigrationEndpoint,
  setMsolUserLicense,
  testMailboxSignIn,
  testMailRouting,
  testMigrationServerAvailability,
} from '@cutover/core';
import { migrationErrors } from '@cutover/migration';
import { groupEntry } from '@cutover/migration/testing';
import { expect, test } from 'vitest';
import type { DnsRecord } from '../dns/dns-message.ts';
import {
  connectivityNode,
  noon,
  organisationUnderTest,
  source,
  type OrganisationUnderTest,
} from '../testing/organisation-under-test.ts';

const mx: DnsRecord = {
  type: 'MX',
  timeToLive: 3600,
  value: 'contoso-com.mail.protection.outlook.com',
  preference: 0,
};

const records: Readonly<Record<string, DnsRecord[]>> = {
  MX: [mx],
  CNAME: [{ type: 'CNAME', timeToLive: 3600, value: 'autodiscover.outlook.com' }],
  TXT: [{ type: 'TXT', timeToLive: 3600, value: 'v=spf1 include:spf.protection.outlook.com -all' }],
};

/** The states of these items as a plan shows them now. */
async function statesOf({ session }: OrganisationUnderTest, ...ids: string[]): Promise<string[]> {
  const { Items } = migrationPlan.schema.parse(await newMigrationPlan(session));
  return ids.map((id) => Items.find(({ Id }) => Id === id)!.Status);
}

test('a TTL that nobody has seen is not taken for a short one', async () => {
  await using world = organisationUnderTest({ queryDns: async () => [] });
  await testMailRouting(world.session, { DomainName: ['contoso.com'] });
  const { Items } = await newMigrationPlan(world.session);
  expect(Items.find(({ Id }) => Id === 'time-to-live')).toMatchObject({
    Status: 'Open',
    Detail: 'DNS shows no MX record of contoso.com.',
  });
});

test('items turn done as the migration goes on', async () => {
  await using world = organisationUnderTest({ queryDns: async ({ type }) => (type === 'MX' ? [mx] : []) });
  const { session } = world;
  const stateOf = (...ids: string[]) => statesOf(world, ...ids);
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
  expect(Html).toMatch(/Which version of Exchange does the source run\?<\/td>\s*<th scope="row">Exchange2003</);
});

test('before there is an endpoint, the last test that somebody made tells of the connection', async () => {
  await using world = organisationUnderTest();
  const { session } = world;
  const item = async () => (await newMigrationPlan(session)).Items.find(({ Id }) => Id === 'connection');
  const { RpcProxyServer: RPCProxyServer, ...rest } = source;
  const probe = () => testMigrationServerAvailability(session, { ...rest, RPCProxyServer });
  expect(await item()).toMatchObject({ Status: 'Open', Detail: null });
  world.connectivity = connectivityNode({ status: 'failed', detail: 'Port 443 is closed.', remedy: 'Open it.' });
  await probe();
  expect(await item()).toMatchObject({ Status: 'Open', Detail: 'Port 443 is closed. Open it.' });
  world.connectivity = connectivityNode();
  await probe();
  expect(await item()).toMatchObject({ Status: 'Done' });
});

test('what was done in some other way is ticked off, and answers are kept', async () => {
  await using world = organisationUnderTest();
  const item = async (id: string, given = {}) =>
    (await newMigrationPlan(world.session, given)).Items.find(({ Id }) => Id === id)!;
  const status = async (id: string, given = {}) => (await item(id, given)).Status;
  expect(await status('public-folders')).toBe('NotApplicable');
  expect(await status('public-folders', { PublicFolders: true })).toBe('Open');
  expect(await item('public-folders', { Done: ['public-folders'] })).toMatchObject({
    Status: 'Done',
    DoneWhen: 'you tick it off',
    DoneAt: new Date(noon),
  });
  expect(await status('public-folders')).toBe('Done');
  expect(await item('public-folders', { Undone: ['public-folders'] })).toMatchObject({ Status: 'Open', DoneAt: null });
  expect(await item('public-folders', { Answer: 'PublicFolders=Migrated' })).toMatchObject({
    Status: 'Done',
    DoneWhen: 'you answer PublicFolders=Migrated',
  });
  expect(await status('unified-messaging', { UnifiedMessaging: true })).toBe('NotApplicable');
  expect(await status('unified-messaging', { SourceVersion: 'Exchange2010' })).toBe('Open');
  expect(await status('tell-users')).toBe('Open');
  expect(await status('tell-users', { UsersTold: true })).toBe('Done');
});

test('tells when a plan first found an item done; what is open again will be done at another time', async () => {
  await using world = organisationUnderTest();
  const doneAt = async (given = {}) =>
    (await newMigrationPlan(world.session, given)).Items.find(({ Id }) => Id === 'tell-users')!.DoneAt?.getTime();
  const day = 86_400_000;
  expect(await doneAt({ UsersTold: true })).toBe(noon);
  await world.organisation.clock.advance('1d');
  expect(await doneAt()).toBe(noon);
  expect(await doneAt({ UsersTold: false })).toBeUndefined();
  expect(await doneAt({ UsersTold: true })).toBe(noon + day);
  const { Html, Markdown } = await newMigrationPlan(world.session);
  expect(Markdown).toContain('Done since 2026-03-03 12:00 UTC: you answer UsersTold=Yes.');
  expect(Markdown).toContain('Done when there is a migration endpoint, or the migration is over.');
  expect(Html).toContain('Done since 2026-03-03 12:00 UTC');
});

test('looks for the security groups that were made beforehand, and for their members afterwards', async () => {
  await using world = organisationUnderTest();
  const { session } = world;
  const item = async (given = {}) =>
    (await newMigrationPlan(session, given)).Items.find(({ Id }) => Id === 'security-groups');
  expect(await item()).toMatchObject({ Status: 'Open', Detail: expect.stringContaining('Not answered') });
  expect(await item({ SecurityGroups: 'None' })).toMatchObject({ Status: 'NotApplicable' });
  const open = { Status: 'Open', Detail: 'Not there as security groups: sales, board.' };
  expect(await item({ SecurityGroups: ['sales', 'board'] })).toMatchObject(open);
  const group = (name: string) => ({
    Name: name,
    PrimarySmtpAddress: `${name}@contoso.com`,
    Type: 'Security' as const,
  });
  await newDistributionGroup(session, group('Sales'));
  expect(await item()).toMatchObject({ Status: 'Open', Detail: 'Not there as security groups: board.' });
  await newDistributionGroup(session, group('Board'));
  expect(await item()).toMatchObject({ Status: 'Done' });
  await begin(world);
  expect(await item()).toMatchObject({ Status: 'Warning', Detail: 'Still without members: board.' });
  expect(await item({ Answer: 'SecurityGroups=Sales' })).toMatchObject({ Status: 'Done' });
  const members = async (group: string) =>
    (await getDistributionGroupMember(session, { Identity: group })).map(({ Name }) => Name).toSorted();
  expect(await members('Sales')).toEqual(['ann', 'bob']);
  // It is the member that the source means, although it was there before.
  expect(await members('everyone')).toEqual(['Sales', 'carol']);
});

const begin = async ({ organisation, session }: OrganisationUnderTest) => {
  await newMigrationEndpoint(session, { Name: 'Contoso', ...source });
  await newMigrationBatch(session, { Name: 'Cutover', SourceEndpoint: 'Contoso', AutoStart: true });
  await organisation.untilIdle();
};

test('asks what only a person can tell, and takes the answers', async () => {
  await using world = organisationUnderTest();
  const plan = (Answer: string[] = []) => newMigrationPlan(world.session, { Answer });
  const { Questions } = await plan();
  expect(Questions.map(({ Id, Answer }) => [Id, Answer])).toEqual([
    ['SourceVersion', 'Exchange2003'],
    ['UsersTold', 'No'],
    ['SecurityGroups', 'Unknown'],
    ['PublicFolders', 'No'],
    ['UnifiedMessaging', 'No'],
    ['SingleSignOnLater', 'No'],
  ]);
  expect(Questions[1]).toMatchObject({ Question: expect.stringMatching(/\?$/), Choices: ['No', 'Yes'] });
  await plan(['sourceversion=exchange2010', 'PublicFolders = yes', 'UnifiedMessaging=Yes', 'SingleSignOnLater=']);
  const answered = ['Exchange2010', 'No', 'Unknown', 'Yes', 'Yes', 'No'];
  expect((await plan()).Questions.map(({ Answer }) => Answer)).toEqual(answered);
  expect(await statesOf(world, 'public-folders', 'unified-messaging')).toEqual(['Open', 'Open']);
  await expect(plan(['Colour=Blue'])).rejects.toThrow(/answers no question; there are SourceVersion, UsersTold/);
  await expect(plan(['PublicFolders'])).rejects.toThrow(/"PublicFolders" is none of PublicFolders=No/);
  const ticked = newMigrationPlan(world.session, { Done: ['bananas'] });
  await expect(ticked).rejects.toThrow(/"bananas" is no item of the plan; there are directory-synchronization,/);
  await expect(plan(['PublicFolders=Maybe'])).rejects.toThrow(/none of PublicFolders=No, PublicFolders=Yes/);
});

test('looks into every mailbox before the migration: who is denied, and which are the largest', async () => {
  await using world = organisationUnderTest();
  world.source.deliver('bob', 'Inbox', [{ size: 900 }, { size: 1500 }]);
  world.source.administration = { unifiedMessaging: [world.source.entries[0]!.sourceId], hidden: [], granted: [] };
  const denied = Object.assign(migrationErrors.itemUnreadable({ reason: 'x' }), {
    code: 'outlookAnywhere.mailboxAccessDenied',
  });
  world.source.onStep = ({ mailbox, step }) => {
    if (step === 'open' && mailbox === 'carol') throw denied;
  };
  const look = async (TestMailboxes = true) => {
    const { Items } = await newMigrationPlan(world.session, { TestMailboxes });
    return (id: string) => Items.find(({ Id }) => Id === id);
  };
  await look();
  expect(world.warnings).toEqual([expect.stringContaining('create a migration endpoint first')]);
  await newMigrationEndpoint(world.session, { Name: 'Contoso', ...source });
  const item = await look();
  expect(item('rights')).toMatchObject({ Status: 'Open', Detail: 'Denied: carol@contoso.com.' });
  expect(item('unified-messaging')).toMatchObject({ Status: 'Open', Detail: 'Still enabled: ann@contoso.com.' });
  expect(item('size')).toMatchObject({ Status: 'Done', Detail: '3 mailboxes.' });
  expect(item('tell-users')!.Detail).toBe(
    'The largest: bob@contoso.com (3 KB, 5 items), ann@contoso.com (1 KB, 3 items). All mailboxes together: 3 KB.',
  );
  world.source.onStep = () => undefined;
  world.source.administration = undefined;
  await look();
  const kept = await look(false);
  expect([kept('rights'), kept('unified-messaging')]).toMatchObject([{ Status: 'Done' }, { Status: 'NotApplicable' }]);
});

test('sees who signs in and has a license, what was compared, and what DNS tells; and stays done when everything is taken away', async () => {
  await using world = organisationUnderTest({ queryDns: async ({ type }) => records[type] ?? [] });
  const { organisation, session } = world;
  const stateOf = (...ids: string[]) => statesOf(world, ...ids);
  await begin(world);
  const afterwards = ['sign-ins', 'passwords', 'licenses', 'compare', 'autodiscover', 'desktops', 'remove-batch'];
  expect(await stateOf(...afterwards)).toEqual(Array<string>(afterwards.length).fill('Open'));
  const csv = organisation.sentMail[0]!.attachments[0]!.content;
  for (const [, address, password] of csv.matchAll(/^(\w+@contoso\.com),.*,(\w{8}),Mailbox/gm)) {
    const Credential = psCredential(address!, password!);
    await testMailboxSignIn(session, { Credential, NewPassword: `${address} chose it` });
    await compareMigratedMailbox(session, { Identity: address! });
    await setMsolUserLicense(session, { UserPrincipalName: address!, AddLicenses: ['contoso:EXCHANGESTANDARD'] });
  }
  await testMailRouting(session);
  expect(await stateOf(...afterwards)).toEqual(['Warning', 'Done', 'Done', 'Done', 'Done', 'Open', 'Open']);
  await organisation.clock.advance('3d');
  await completeMigrationBatch(session);
  await organisation.untilIdle();
  await removeMigrationBatch(session, { Identity: 'Cutover' });
  expect(await stateOf('remove-batch')).toEqual(['Open']);
  await removeMigrationEndpoint(session, { Identity: 'Contoso' });
  const all = ['endpoint', 'connection', 'batch', 'sync', 'errors', 'complete', 'rights', 'size', ...afterwards];
  expect(await stateOf(...all)).toEqual(Array<string>(all.length).fill('Done'));
  expect(await stateOf('decommission')).toEqual(['Open']);
  world.sourceAnswers = false;
  expect(await stateOf('decommission')).toEqual(['Done']);
});

test('licenses: who has none, until when, and that it is too late', async () => {
  await using world = organisationUnderTest();
  await begin(world);
  const item = async () => (await newMigrationPlan(world.session)).Items.find(({ Id }) => Id === 'licenses');
  const left = 'Until 2026-04-01. 1 of 3 mailboxes have one; left: bob@contoso.com, carol@contoso.com.';
  await setMsolUserLicense(world.session, { UserPrincipalName: 'ANN@contoso.com', AddLicenses: ['contoso:E1'] });
  expect(await item()).toMatchObject({ Status: 'Open', Detail: left });
  await world.organisation.clock.advance('31d');
  expect(await item()).toMatchObject({ Status: 'Warning', Detail: left });
  const [ann] = await getMailbox(world.session, { Identity: 'ann' });
  expect(ann).toMatchObject({ SKUAssigned: true });
  await setMsolUserLicense(world.session, { UserPrincipalName: 'ann@contoso.com', RemoveLicenses: ['CONTOSO:e1'] });
  expect(await getMailbox(world.session, { Identity: 'ann' })).toMatchObject([{ SKUAssigned: false }]);
});
