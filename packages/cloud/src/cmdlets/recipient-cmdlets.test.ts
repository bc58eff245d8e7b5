import {
  acceptedDomain,
  addDistributionGroupMember,
  addMailboxPermission,
  addRecipientPermission,
  connectExchangeOnline,
  connectionInformation,
  disableUMMailbox,
  disconnectExchangeOnline,
  distributionGroup,
  enableUMMailbox,
  getAcceptedDomain,
  getConnectionInformation,
  getDistributionGroup,
  getDistributionGroupMember,
  getMailbox,
  getMailboxFolderStatistics,
  getMailboxPermission,
  getMailboxStatistics,
  getMailContact,
  getOrganizationConfig,
  getRecipient,
  getRecipientPermission,
  mailbox,
  mailboxFolder,
  mailboxPermission,
  mailboxStatistics,
  mailContact,
  newAcceptedDomain,
  newDistributionGroup,
  newMailbox,
  newMailContact,
  newMigrationBatch,
  newMigrationEndpoint,
  organizationConfig,
  recipient,
  recipientPermission,
  removeDistributionGroupMember,
  removeMailbox,
  removeMailboxPermission,
  removeMailContact,
  setAcceptedDomain,
  setDistributionGroup,
  setMailbox,
  setMailContact,
  setOrganizationConfig,
} from '@cutover/core';
import { describe, expect, test } from 'vitest';
import { organisationUnderTest, source, type OrganisationUnderTest } from '../testing/organisation-under-test.ts';

const coded = (code: string) => expect.objectContaining({ code });
const ann = { Identity: 'ann@contoso.com' };

/** An organisation to which the small company was migrated. */
async function migrated(): Promise<OrganisationUnderTest> {
  const world = organisationUnderTest();
  await newMigrationEndpoint(world.session, { Name: 'Contoso', ...source });
  await newMigrationBatch(world.session, { Name: 'Cutover', SourceEndpoint: 'Contoso', AutoStart: true });
  await world.organisation.untilIdle();
  return world;
}

describe('mailboxes', () => {
  test('have the address of the source as their address and sign-in name, and its old name as X500', async () => {
    await using world = await migrated();
    const [found] = await getMailbox(world.session, ann);
    expect(mailbox.schema.parse(found)).toMatchObject({
      PrimarySmtpAddress: 'ann@contoso.com',
      UserPrincipalName: 'ann@contoso.com',
      EmailAddresses: ['SMTP:ann@contoso.com', 'X500:/o=Contoso/cn=Recipients/cn=ann'],
      RecipientTypeDetails: 'UserMailbox',
      ResetPasswordOnNextLogon: true,
    });
  });

  test('are found by whatever names them, by patterns, beginnings and filters', async () => {
    await using world = await migrated();
    const names = async (search: object) =>
      (await getMailbox(world.session, search)).map(({ Name }) => Name).toSorted();
    const [{ Guid, DistinguishedName } = { Guid: '', DistinguishedName: '' }] = await getMailbox(world.session, ann);
    for (const Identity of ['ann', 'ANN@CONTOSO.COM', Guid, DistinguishedName, 'smtp:ann@contoso.com', 'an*'])
      expect(await names({ Identity })).toEqual(['ann']);
    expect(await names({ Anr: 'b' })).toEqual(['bob']);
    expect(await names({ Filter: "Alias -like '*o*' -and Alias -ne 'bob'" })).toEqual(['carol']);
    expect(await names({ RecipientTypeDetails: 'SharedMailbox' })).toEqual([]);
    expect(await names({ Identity: null })).toEqual(['ann', 'bob', 'carol']);
    await expect(names({ Identity: 'sales' })).rejects.toThrow(coded('cloud.recipientNotFound'));
  });

  test('tell how much is in them, folder by folder', async () => {
    await using world = await migrated();
    const [statistics] = await getMailboxStatistics(world.session, ann);
    expect(mailboxStatistics.schema.parse(statistics)).toMatchObject({ DisplayName: 'ann', ItemCount: 3 });
    const folders = await getMailboxFolderStatistics(world.session, { ...ann, IncludeOldestAndNewestItems: true });
    expect(folders.map((folder) => mailboxFolder.schema.parse(folder))).toMatchObject([
      { FolderPath: '/Inbox', ItemsInFolder: 3, Identity: 'ann\\Inbox' },
    ]);
    const total = folders.reduce((sum, { FolderSize }) => sum + FolderSize, 0);
    expect(total).toBe(statistics!.TotalItemSize);
  });

  test('are made, changed and removed with everything in them', async () => {
    await using world = await migrated();
    const made = await newMailbox(world.session, {
      Name: 'Dora Dee',
      Alias: 'dora',
      MicrosoftOnlineServicesID: 'dora@contoso.com',
      Password: 'S3same-open',
    });
    expect(made).toMatchObject({ PrimarySmtpAddress: 'dora@contoso.com', ObjectState: 'New' });
    await setMailbox(world.session, {
      Identity: 'dora',
      HiddenFromAddressListsEnabled: true,
      CustomAttribute3: 'wave 2',
      Type: 'Shared',
      EmailAddresses: { Add: ['dd@contoso.com'], Remove: [] },
    });
    const [dora] = await getMailbox(world.session, { Identity: 'dd@contoso.com' });
    expect(dora).toMatchObject({
      HiddenFromAddressListsEnabled: true,
      CustomAttribute3: 'wave 2',
      RecipientTypeDetails: 'SharedMailbox',
      EmailAddresses: ['SMTP:dora@contoso.com', 'smtp:dd@contoso.com'],
    });
    await setMailbox(world.session, { Identity: 'dora', WindowsEmailAddress: 'dd@contoso.com' });
    expect((await getMailbox(world.session, { Identity: 'dora' }))[0]).toMatchObject({
      EmailAddresses: ['SMTP:dd@contoso.com', 'smtp:dora@contoso.com'],
    });
    await removeMailbox(world.session, ann);
    await expect(getMailbox(world.session, ann)).rejects.toThrow(coded('cloud.recipientNotFound'));
  });

  test('cannot have addresses of others, or of domains that are not accepted', async () => {
    await using world = await migrated();
    const add = (address: string) => setMailbox(world.session, { ...ann, EmailAddresses: { Add: [address] } });
    await expect(add('bob@contoso.com')).rejects.toThrow(coded('cloud.addressTaken'));
    await expect(add('ann@fabrikam.com')).rejects.toThrow(coded('cloud.domainNotAccepted'));
    const domain = await newAcceptedDomain(world.session, { Name: 'Fabrikam', DomainName: 'fabrikam.com' });
    expect(acceptedDomain.schema.parse(domain)).toMatchObject({ Default: false, DomainType: 'Authoritative' });
    await add('ann@fabrikam.com');
  });
});

test('groups are made, filled, emptied and changed', async () => {
  await using world = await migrated();
  const { session } = world;
  const members = async (Identity: string) =>
    (await getDistributionGroupMember(session, { Identity })).map(({ Name }) => Name).toSorted();
  expect(await members('sales')).toEqual(['ann', 'bob']);
  const made = await newDistributionGroup(session, { Name: 'Board', Members: ['ann'], Type: 'Security' });
  expect(distributionGroup.schema.parse(made)).toMatchObject({ RecipientType: 'MailUniversalSecurityGroup' });
  await addDistributionGroupMember(session, { Identity: 'Board', Member: 'sales' });
  expect(await members('Board')).toEqual(['ann', 'sales']);
  const again = addDistributionGroupMember(session, { Identity: 'Board', Member: 'ann' });
  await expect(again).rejects.toThrow(coded('cloud.memberTaken'));
  await removeDistributionGroupMember(session, { Identity: 'Board', Member: 'ann' });
  await setDistributionGroup(session, { Identity: 'Board', DisplayName: 'The Board', ManagedBy: ['ann'] });
  expect(await members('The Board')).toEqual(['sales']);
  expect((await getDistributionGroup(session, { Identity: 'The Board' }))[0]).toMatchObject({ ManagedBy: ['ann'] });
  expect(await getDistributionGroup(session, { ManagedBy: 'ann@contoso.com' })).toHaveLength(1);
  expect(await getDistributionGroup(session, { ManagedBy: 'bob@contoso.com' })).toEqual([]);
  const gone = removeDistributionGroupMember(session, { Identity: 'The Board', Member: 'ann' });
  await expect(gone).rejects.toThrow(coded('cloud.memberNotFound'));
});

test('contacts are made, changed and removed; all recipients are listed', async () => {
  await using world = await migrated();
  const { session } = world;
  const made = await newMailContact(session, { Name: 'Quinn', ExternalEmailAddress: 'quinn@fabrikam.com' });
  expect(mailContact.schema.parse(made)).toMatchObject({ ExternalEmailAddress: 'SMTP:quinn@fabrikam.com' });
  await setMailContact(session, { Identity: 'Quinn', ExternalEmailAddress: 'q@fabrikam.com' });
  expect(await getMailContact(session, { Identity: 'Quinn' })).toMatchObject([
    { ExternalEmailAddress: 'SMTP:q@fabrikam.com' },
  ]);
  const all = await getRecipient(session);
  expect(all.map((one) => recipient.schema.parse(one).RecipientType)).toHaveLength(7);
  expect(await getRecipient(session, { RecipientType: ['MailContact'] as never })).toHaveLength(2);
  expect(await getRecipient(session, { RecipientPreviewFilter: "RecipientType -eq 'MailContact'" })).toHaveLength(2);
  const both = { Filter: "Name -like 'Q*'", RecipientPreviewFilter: "RecipientType -eq 'MailContact'" };
  expect(await getRecipient(session, both)).toHaveLength(1);
  await removeMailContact(session, { Identity: 'Quinn' });
  expect(await getMailContact(session)).toHaveLength(1);
});

test('rights are given, listed and taken away', async () => {
  await using world = await migrated();
  const { session } = world;
  const given = await addMailboxPermission(session, { ...ann, User: 'bob', AccessRights: ['FullAccess'] });
  expect(mailboxPermission.schema.parse(given)).toMatchObject({
    User: 'bob@contoso.com',
    AccessRights: ['FullAccess'],
  });
  expect((await getMailboxPermission(session, ann)).map(({ User }) => User)).toEqual([
    'NT AUTHORITY\\SELF',
    'bob@contoso.com',
  ]);
  const sendAs = await addRecipientPermission(session, { ...ann, Trustee: 'bob', AccessRights: ['SendAs'] });
  expect(recipientPermission.schema.parse(sendAs)).toMatchObject({ Trustee: 'bob@contoso.com' });
  expect(await getRecipientPermission(session, { Trustee: 'bob' })).toHaveLength(1);
  const taken = { ...ann, User: 'bob', AccessRights: ['FullAccess'] as const };
  await removeMailboxPermission(session, taken);
  await expect(removeMailboxPermission(session, taken)).rejects.toThrow(coded('cloud.permissionNotFound'));
  await addMailboxPermission(session, taken);
  await expect(removeMailboxPermission(session, ann)).rejects.toThrow(coded('binding.missingMandatoryParameter'));
  await removeMailboxPermission(session, { ...ann, ResetDefault: true });
  expect((await getMailboxPermission(session, ann)).map(({ User }) => User)).toEqual(['NT AUTHORITY\\SELF']);
});

test('a right that was listed is given to another mailbox, and taken away, as it is', async () => {
  await using world = await migrated();
  const { session } = world;
  const Instance = await addMailboxPermission(session, { ...ann, User: 'carol', AccessRights: ['FullAccess'] });
  await addMailboxPermission(session, { Instance: Instance as never, Identity: 'bob' } as never);
  const trustees = async (Identity: string) =>
    (await getMailboxPermission(session, { Identity })).map(({ User }) => User);
  expect(await trustees('bob')).toEqual(['NT AUTHORITY\\SELF', 'carol@contoso.com']);
  await removeMailboxPermission(session, { Instance: Instance as never } as never);
  expect(await trustees('ann@contoso.com')).toEqual(['NT AUTHORITY\\SELF']);
});

test('Outlook opens by itself what somebody was given, unless it was said otherwise', async () => {
  await using world = await migrated();
  const { session } = world;
  const [carol] = await getMailbox(session, { Identity: 'carol' });
  const Filter = `DelegateListLink -eq '${carol!.DistinguishedName}'`;
  const opened = async () => (await getMailbox(session, { Filter })).map(({ Alias }) => Alias).toSorted();
  const right = { User: 'carol', AccessRights: ['FullAccess'] as const };
  await addMailboxPermission(session, { ...ann, ...right });
  await addMailboxPermission(session, { Identity: 'bob', ...right });
  expect(await opened()).toEqual(['ann', 'bob']);
  await removeMailboxPermission(session, { Identity: 'bob', ...right });
  await addMailboxPermission(session, { Identity: 'bob', ...right, AutoMapping: false });
  expect(await opened()).toEqual(['ann']);
  await removeMailboxPermission(session, { ...ann, ClearAutoMapping: true });
  expect(await opened()).toEqual([]);
  expect(await getMailboxPermission(session, { ...ann, User: 'carol' })).toHaveLength(1);
});

test('Unified Messaging comes back with the extensions that were kept', async () => {
  await using world = await migrated();
  const { session } = world;
  const enable = (Extensions?: string[]) =>
    enableUMMailbox(session, { ...ann, UMMailboxPolicy: 'Standard', Extensions });
  await enable(['1001']);
  await disableUMMailbox(session, ann);
  expect(await enable()).toMatchObject({ Extensions: ['1001'] });
  await disableUMMailbox(session, { ...ann, KeepProperties: false });
  expect(await enable()).toMatchObject({ Extensions: [] });
});

test('domains and settings of the organisation are changed', async () => {
  await using world = organisationUnderTest();
  const { session } = world;
  await newAcceptedDomain(session, { Name: 'Fabrikam', DomainName: 'fabrikam.com' });
  await setAcceptedDomain(session, { Identity: 'fabrikam.com', MakeDefault: true, DomainType: 'InternalRelay' });
  expect(await getAcceptedDomain(session)).toMatchObject([
    { Name: 'fabrikam.com', Default: true, DomainType: 'InternalRelay' },
    { Name: 'contoso.com', Default: false },
  ]);
  await setOrganizationConfig(session, { MailTipsAllTipsEnabled: false, MailTipsLargeAudienceThreshold: 50 });
  expect(organizationConfig.schema.parse(await getOrganizationConfig(session))).toMatchObject({
    MailTipsAllTipsEnabled: false,
    MailTipsLargeAudienceThreshold: 50,
  });
});

test('connections are opened, listed and closed', async () => {
  await using world = organisationUnderTest();
  const { session } = world;
  await connectExchangeOnline(session, { ShowBanner: false });
  await connectExchangeOnline(session, { Prefix: 'Cloud', UserPrincipalName: 'helpdesk@contoso.com' });
  const connections = await getConnectionInformation(session);
  expect(connections.map((one) => connectionInformation.schema.parse(one).UserPrincipalName)).toEqual([
    'admin@contoso.com',
    'helpdesk@contoso.com',
  ]);
  await disconnectExchangeOnline(session, { ModulePrefix: 'Cloud' as never });
  expect(await getConnectionInformation(session)).toHaveLength(1);
  await disconnectExchangeOnline(session);
  expect(await getConnectionInformation(session)).toEqual([]);
});

test('a connection tells how it was asked for', async () => {
  await using world = organisationUnderTest();
  const { session } = world;
  await connectExchangeOnline(session, {
    AppId: '36ee4c6c-0812-40a2-b820-b22ebd02bce3',
    CertificateThumbprint: '83213AEAC56D61C97AEE5C1528F4AC5EBA7321C1',
    Organization: 'fabrikam.onmicrosoft.com',
    DelegatedOrganization: 'adatum.onmicrosoft.com',
    ExchangeEnvironmentName: 'O365China',
    PageSize: 200,
  });
  await connectExchangeOnline(session, { ConnectionUri: 'https://outlook.office365.com/powershell-liveid/' });
  expect(await getConnectionInformation(session)).toMatchObject([
    {
      UserPrincipalName: '',
      AppId: '36ee4c6c-0812-40a2-b820-b22ebd02bce3',
      CertificateAuthentication: true,
      Organization: 'fabrikam.onmicrosoft.com',
      DelegatedOrganization: 'adatum.onmicrosoft.com',
      ConnectionUri: 'https://partner.outlook.cn',
      PageSize: 200,
    },
    { AppId: null, CertificateAuthentication: false, ConnectionUri: 'https://outlook.office365.com', PageSize: 1000 },
  ]);
});
