import { connectOnPremises, embeddedOrganisation } from '@cutover/cloud';
import {
  addADPermission,
  addMailboxPermission,
  connect,
  disableOutlookAnywhere,
  disableUMMailbox,
  enableOutlookAnywhere,
  enableUMMailbox,
  getADPermission,
  getDistributionGroup,
  getDistributionGroupMember,
  getExchangeServer,
  getMailbox,
  getMailboxDatabase,
  getMailboxFolderStatistics,
  getMailboxPermission,
  getMailboxStatistics,
  getMailContact,
  getMigrationBatch,
  getMigrationUser,
  getOutlookAnywhere,
  getRecipient,
  getUMMailbox,
  psCredential,
  removeADPermission,
  removeMailboxPermission,
  setOutlookAnywhere,
  startMigrationBatch,
  type Session,
} from '@cutover/core';
import { MockExchange, OrganisationBuilder } from '@cutover/mock-exchange';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addressOf } from '../support/mock-source.ts';
import { migrateAll, openOrganisation, temporaryFolder } from '../support/rehearsal.ts';

const password = 'Pa$$w0rd';
const seed = new OrganisationBuilder({
  name: 'Contoso',
  domain: 'contoso.com',
  databases: ['First Store', 'Second Store'],
})
  .user({ alias: 'administrator', displayName: 'Administrator', password })
  .user({ alias: 'annb', displayName: 'Ann Beebe', attributes: { department: 'Sales' } })
  .user({ alias: 'bob', displayName: 'Bob Kelly', database: 'Second Store' })
  .user({ alias: 'ghost', displayName: 'Ghost', hidden: true })
  .group({ alias: 'sales', displayName: 'Sales', members: ['annb', 'ghost'], managedBy: 'annb' })
  .contact({ alias: 'pat', displayName: 'Pat', targetAddress: 'pat@fabrikam.com' })
  .build();
const administrator = psCredential(String.raw`CONTOSO\administrator`, password);

let exchange: MockExchange;
let session: Session;
beforeEach(async () => {
  exchange = await MockExchange.start({ seed, httpPort: 0, managementPort: 0 });
  const connectionUri = exchange.urls['management']!;
  session = connect(await connectOnPremises({ connectionUri, credential: administrator }));
});
afterEach(async () => {
  await session.close();
  await exchange.close();
});

const uri = 'http://EXCH-MSG-1.contoso.com/PowerShell/';
const open = (given: Partial<Parameters<typeof connectOnPremises>[0]> = {}) =>
  connectOnPremises({ connectionUri: uri, credential: administrator, ...given });

describe('a session', () => {
  test('is opened by the name of the server, where the settings tell its management endpoint', async () => {
    const management = exchange.urls['management']!;
    const backend = await open({ connections: { 'exch-msg-1.contoso.com': { management } } });
    expect(backend.side).toBe('onPremises');
    await backend.close();
  });

  test.each([
    ['a wrong password', { credential: psCredential('administrator', 'wrong') }, 'migration.accessDenied'],
    ['somebody else', { credential: psCredential('annb@contoso.com', 'x') }, 'migration.accessDenied'],
    ['no URL', { connectionUri: 'EXCH-MSG-1' }, 'cloud.connectionUriInvalid'],
    ['nobody there', { connectionUri: 'http://127.0.0.1:9/' }, 'migration.serverUnavailable'],
  ])('%s is refused by name', async (_what, given, code) => {
    const connections = { 'EXCH-MSG-1.contoso.com': { management: exchange.urls['management'] } };
    await expect(open({ connections, ...given })).rejects.toMatchObject({ code });
  });

  test('a server without the endpoint is told as such', async () => {
    await expect(open({ connectionUri: exchange.httpUrl! })).rejects.toMatchObject({ code: 'cloud.noManagement' });
    await expect(open({ connectionUri: `${exchange.urls['management']}/nothing` })).rejects.toMatchObject({
      code: 'cloud.noManagement',
    });
  });

  test('has no cmdlets of the cloud, and the cloud none of its own', async () => {
    await expect(getMigrationBatch(session)).rejects.toMatchObject({ code: 'core.unknownCmdlet' });
    await using cloud = connect(embeddedOrganisation({ data: ':memory:' }));
    await expect(getOutlookAnywhere(cloud)).rejects.toMatchObject({ code: 'core.unknownCmdlet' });
    await expect(getMailbox(cloud, { Database: 'First Store' })).rejects.toMatchObject({
      code: 'binding.namedParameterNotFound',
    });
  });

  test('ends when it is closed', async () => {
    await session.close();
    await expect(getMailbox(session)).rejects.toMatchObject({ code: 'core.sessionClosed' });
  });
});

describe('the directory', () => {
  test('shows every mailbox, those that are hidden too, with its database', async () => {
    expect(await getMailbox(session)).toMatchObject([
      { Name: 'Administrator', Database: 'First Store', UserPrincipalName: 'administrator@contoso.com' },
      {
        Identity: 'contoso.com/Users/Ann Beebe',
        DistinguishedName: 'CN=Ann Beebe,CN=Users,DC=contoso,DC=com',
        LegacyExchangeDN: '/o=Contoso/ou=First Administrative Group/cn=Recipients/cn=annb',
        PrimarySmtpAddress: 'annb@contoso.com',
        HiddenFromAddressListsEnabled: false,
      },
      { Name: 'Bob Kelly', Database: 'Second Store' },
      { Name: 'Ghost', HiddenFromAddressListsEnabled: true },
    ]);
  });

  test.each([
    [{ Identity: 'contoso.com/Users/Bob Kelly' }, ['bob']],
    [{ Identity: 'CN=Bob Kelly,CN=Users,DC=contoso,DC=com' }, ['bob']],
    [{ Identity: 'annb@contoso.com' }, ['annb']],
    [{ Anr: 'bob' }, ['bob']],
    [{ Filter: 'HiddenFromAddressListsEnabled -eq $true' }, ['ghost']],
    [{ Database: 'Second Store' }, ['bob']],
    [{ Server: 'EXCH-MSG-1', ResultSize: 'Unlimited' }, ['administrator', 'annb', 'bob', 'ghost']],
  ] as const)('Get-Mailbox %j', async (parameters, aliases) => {
    expect((await getMailbox(session, parameters)).map(({ Alias }) => Alias)).toEqual(aliases);
  });

  test('what is not there is told as missing', async () => {
    for (const missing of [{ Identity: 'nobody' }, { Database: 'Third Store' }, { Server: 'OTHER' }]) {
      await expect(getMailbox(session, missing)).rejects.toMatchObject({ category: 'ObjectNotFound' });
    }
  });

  test('shows groups with their members, and contacts', async () => {
    expect(await getDistributionGroup(session)).toMatchObject([{ Name: 'Sales' }]);
    expect(await getDistributionGroup(session, { ManagedBy: 'annb' })).toMatchObject([{ Name: 'Sales' }]);
    expect(await getDistributionGroup(session, { ManagedBy: 'bob' })).toEqual([]);
    const members = await getDistributionGroupMember(session, { Identity: 'sales' });
    expect(members.map(({ Name }) => Name)).toEqual(['Ann Beebe', 'Ghost']);
    expect(await getMailContact(session)).toMatchObject([{ ExternalEmailAddress: 'SMTP:pat@fabrikam.com' }]);
    expect(await getRecipient(session, { Filter: "Department -eq 'Sales'" })).toMatchObject([{ Name: 'Ann Beebe' }]);
  });

  test('shows servers and databases', async () => {
    expect(await getExchangeServer(session)).toMatchObject([{ Name: 'EXCH-MSG-1', Fqdn: 'EXCH-MSG-1.contoso.com' }]);
    const databases = await getMailboxDatabase(session, { Server: 'EXCH-MSG-1.contoso.com' });
    expect(databases.map(({ Name }) => Name)).toEqual(['First Store', 'Second Store']);
    expect(await getMailboxDatabase(session, { Identity: 'second store' })).toHaveLength(1);
  });

  test('counts mailboxes and their folders', async () => {
    exchange.mailbox('annb').add('inbox', { type: 'mail', subject: 'Hello', text: 'Hi', sentAt: new Date(0) });
    const [statistics] = await getMailboxStatistics(session, { Identity: 'annb' });
    expect(statistics).toMatchObject({ DisplayName: 'Ann Beebe', ItemCount: 1, Database: 'First Store' });
    expect(await getMailboxStatistics(session, { Database: 'First Store' })).toHaveLength(3);
    const [inbox] = await getMailboxFolderStatistics(session, { Identity: 'annb', FolderScope: 'Inbox' });
    expect(inbox).toMatchObject({ FolderPath: '/Inbox', ItemsInFolder: 1, FolderSize: statistics!.TotalItemSize });
  });
});

describe('rights', () => {
  test('to a mailbox are given, listed and taken', async () => {
    const right = { Identity: 'annb', User: String.raw`CONTOSO\administrator`, AccessRights: ['FullAccess'] } as const;
    const who = async () => (await getMailboxPermission(session, { Identity: 'annb' })).map(({ User }) => User);
    expect(await who()).toEqual(['NT AUTHORITY\\SELF']);
    await addMailboxPermission(session, right);
    expect(await who()).toEqual(['NT AUTHORITY\\SELF', 'CONTOSO\\administrator']);
    await removeMailboxPermission(session, right);
    expect(await who()).toEqual(['NT AUTHORITY\\SELF']);
    await expect(removeMailboxPermission(session, right)).rejects.toMatchObject({ code: 'cloud.permissionNotFound' });
    await addMailboxPermission(session, right);
    await removeMailboxPermission(session, { Identity: 'annb', ResetDefault: true });
    expect(await who()).toEqual(['NT AUTHORITY\\SELF']);
    await expect(removeMailboxPermission(session, { Identity: 'annb' })).rejects.toMatchObject({
      code: 'cloud.rightNotSupported',
    });
  });

  test('to a database hold for its mailboxes', async () => {
    const right = { Identity: 'First Store', User: 'administrator', ExtendedRights: ['Receive-As'] } as const;
    expect(await addADPermission(session, right)).toMatchObject([
      { User: 'CONTOSO\\administrator', IsInherited: false },
    ]);
    expect(await getADPermission(session, { Identity: 'annb' })).toMatchObject([
      { ExtendedRights: ['Receive-As'], IsInherited: true },
    ]);
    expect(await getADPermission(session, { Identity: 'bob' })).toEqual([]);
    await removeADPermission(session, right);
    expect(await getADPermission(session, { Identity: 'First Store' })).toEqual([]);
  });

  test.each([
    ['another right', { AccessRights: ['ReadPermission'] }, 'cloud.rightNotSupported'],
    ['an unknown account', { User: 'nobody@contoso.com' }, 'cloud.accountNotFound'],
  ] as const)('%s is refused by name', async (_what, given, code) => {
    const right = { Identity: 'annb', User: 'administrator', AccessRights: ['FullAccess'], ...given } as const;
    await expect(addMailboxPermission(session, right)).rejects.toMatchObject({ code });
  });

  test('decide what a migration may read', async () => {
    using folder = temporaryFolder();
    const source = addressOf(exchange);
    await using organisation = openOrganisation(folder.path, source);
    const failed = await migrateAll(organisation, source);
    // The group fails for its hidden member.
    expect(failed.map(({ address }) => address)).toEqual(['annb@contoso.com', 'bob@contoso.com', 'sales@contoso.com']);
    expect(failed[0]?.error).toMatch(/Receive As|Full Access/);
    await addMailboxPermission(session, { Identity: 'annb', User: 'administrator', AccessRights: ['FullAccess'] });
    await addADPermission(session, { Identity: 'Second Store', User: 'administrator', ExtendedRights: ['Receive-As'] });
    const cloud = connect(organisation);
    await startMigrationBatch(cloud, { Identity: 'Cutover' });
    await organisation.untilIdle();
    const left = (await getMigrationUser(cloud)).filter(({ Status }) => Status !== 'Synced');
    expect(left.map(({ Identity }) => Identity)).toEqual(['sales@contoso.com']);
  });
});

describe('Outlook Anywhere', () => {
  test('is shown, changed, disabled and enabled', async () => {
    const Identity = String.raw`EXCH-MSG-1\Rpc (Default Web Site)`;
    expect(await getOutlookAnywhere(session)).toMatchObject([{ Identity, ExternalHostname: 'mail.contoso.com' }]);
    await setOutlookAnywhere(session, { Identity, ExternalHostname: 'owa.contoso.com' });
    expect(await getOutlookAnywhere(session, { Identity })).toMatchObject([{ ExternalHostname: 'owa.contoso.com' }]);
    const enabling = {
      ExternalHostname: 'mail.contoso.com',
      ClientAuthenticationMethod: 'Basic',
      SSLOffloading: false,
    } as const;
    await expect(enableOutlookAnywhere(session, enabling)).rejects.toMatchObject({
      code: 'cloud.outlookAnywhereEnabled',
    });
    await disableOutlookAnywhere(session, { Server: 'EXCH-MSG-1' });
    expect(await getOutlookAnywhere(session)).toEqual([]);
    expect(await enableOutlookAnywhere(session, enabling)).toMatchObject({ ClientAuthenticationMethod: 'Basic' });
  });
});

describe('Unified Messaging', () => {
  test('is nothing that Exchange 2003 has', async () => {
    await expect(getUMMailbox(session)).rejects.toMatchObject({ code: 'cloud.noUnifiedMessaging' });
  });

  test.each(['2007', '2010'] as const)('is disabled in Exchange %s before a migration', async (profile) => {
    const umSeed = new OrganisationBuilder({ name: 'Contoso', domain: 'contoso.com' })
      .user({ alias: 'administrator', displayName: 'Administrator', password })
      .user({ alias: 'annb', displayName: 'Ann Beebe', unifiedMessaging: 'Standard' })
      .user({ alias: 'ghost', displayName: 'Ghost', hidden: true })
      .grantReceiveAs('administrator')
      .build();
    await using modern = await MockExchange.start({ seed: umSeed, profile, httpPort: 0, managementPort: 0 });
    const management = modern.urls['management']!;
    await using onPremises = connect(await open({ connectionUri: management }));
    expect(await getUMMailbox(onPremises)).toMatchObject([{ Name: 'Ann Beebe', UMMailboxPolicy: 'Standard' }]);
    using folder = temporaryFolder();
    const source = addressOf(modern);
    const connections = { [source.rpcProxyServer]: { ...source.connection, management } };
    await using organisation = openOrganisation(folder.path, source, { connections });
    expect(await migrateAll(organisation, source)).toMatchObject([
      { address: 'annb@contoso.com', error: expect.stringContaining('Unified Messaging') as string },
    ]);
    await using cloud = connect(organisation);
    const [batch] = await getMigrationBatch(cloud);
    expect(batch?.ValidationWarnings).toEqual([
      expect.stringContaining('"Ghost <ghost@contoso.com>" is in the organization'),
      expect.stringContaining('"annb@contoso.com" is enabled for Unified Messaging'),
    ]);
    await disableUMMailbox(onPremises, { Identity: 'annb' });
    await startMigrationBatch(cloud, { Identity: 'Cutover' });
    await organisation.untilIdle();
    expect((await getMigrationUser(cloud)).map(({ Status }) => Status)).toEqual(['Synced', 'Synced']);
  });

  test('is enabled again in the cloud after a migration', async () => {
    using folder = temporaryFolder();
    const source = addressOf(exchange);
    await using organisation = openOrganisation(folder.path, source);
    await migrateAll(organisation, source);
    const cloud = connect(organisation);
    await enableUMMailbox(cloud, { Identity: 'annb@contoso.com', UMMailboxPolicy: 'Standard', Extensions: ['1001'] });
    expect(await getUMMailbox(cloud)).toMatchObject([{ Name: 'Ann Beebe', Extensions: ['1001'] }]);
    await disableUMMailbox(cloud, { Identity: 'annb@contoso.com' });
    expect(await getUMMailbox(cloud)).toEqual([]);
  });
});
