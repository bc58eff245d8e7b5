import {
  addDistributionGroupMember,
  getDistributionGroupMember,
  getMailbox,
  getMailUser,
  getRecipient,
  newDistributionGroup,
  newMailUser,
  newMigrationBatch,
  newMigrationEndpoint,
  setMailUser,
} from '@cutover/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { organisationUnderTest, source, type OrganisationUnderTest } from '../testing/organisation-under-test.ts';

let world: OrganisationUnderTest;
beforeEach(() => {
  world = organisationUnderTest();
});
afterEach(() => world.organisation.close());

const create = (Name: string) =>
  newMailUser(world.session, {
    Name,
    ExternalEmailAddress: `SMTP:${Name}@on-premises.example`,
    MicrosoftOnlineServicesID: `${Name}@contoso.com`,
    Password: 'Sesame-0pen',
  });

test('a mail user is created, listed and changed', async () => {
  expect(await create('ann')).toMatchObject({
    RecipientType: 'MailUser',
    PrimarySmtpAddress: 'ann@contoso.com',
    ExternalEmailAddress: 'SMTP:ann@on-premises.example',
    ExchangeGuid: '00000000-0000-0000-0000-000000000000',
  });
  const ExchangeGuid = '6f0e0d32-1a3c-4b9d-8c1e-2f4a5b6c7d8e';
  await setMailUser(world.session, {
    Identity: 'ann@contoso.com',
    ExchangeGuid,
    ExternalEmailAddress: 'ann@elsewhere.example',
    CustomAttribute1: 'Wave 1',
    EmailAddresses: { Add: ['ann.beebe@contoso.com'] },
  });
  expect(await getMailUser(world.session, { Filter: "CustomAttribute1 -eq 'Wave 1'" })).toMatchObject([
    { ExchangeGuid, ExternalEmailAddress: 'SMTP:ann@elsewhere.example', UserPrincipalName: 'ann@contoso.com' },
  ]);
  expect(await getRecipient(world.session, { Identity: 'ann.beebe@contoso.com' })).toMatchObject([{ Name: 'ann' }]);
  expect(await getMailbox(world.session)).toEqual([]);
});

test('what is not there, or of another set, is told by name', async () => {
  await expect(getMailUser(world.session, { Identity: 'nobody' })).rejects.toMatchObject({
    code: 'cloud.recipientNotFound',
  });
  await expect(
    setMailUser(world.session, { Identity: 'x', RemoveDelayHoldApplied: true } as never),
  ).rejects.toMatchObject({ code: 'core.typeNotSupported' });
});

test('a staged migration turns the mail users that it names into mailboxes, which stay members of groups', async () => {
  const user = await create('ann');
  await create('zoe');
  await newDistributionGroup(world.session, { Name: 'Sales' });
  await addDistributionGroupMember(world.session, { Identity: 'Sales', Member: 'ann@contoso.com' });
  await newMigrationEndpoint(world.session, { Name: 'Contoso', ...source });
  const CSVData = Buffer.from('EmailAddress\nann@contoso.com');
  await newMigrationBatch(world.session, { Name: 'Staged', SourceEndpoint: 'Contoso', AutoStart: true, CSVData });
  await world.organisation.untilIdle();
  expect(await getMailbox(world.session)).toMatchObject([{ Guid: user.Guid, PrimarySmtpAddress: 'ann@contoso.com' }]);
  expect((await getMailUser(world.session)).map(({ Name }) => Name)).toEqual(['zoe']);
  expect(await getDistributionGroupMember(world.session, { Identity: 'Sales' })).toMatchObject([
    { RecipientType: 'UserMailbox', Guid: user.Guid },
  ]);
});
