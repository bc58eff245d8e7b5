import { embeddedOrganisation } from '@cutover/cloud';
import { connect, definitions } from '@cutover/core';
import { createShell, type Shell } from '@cutover/shell';
import { afterAll, beforeAll, expect, test } from 'vitest';

const held = new AsyncDisposableStack();
let shell: Shell;
beforeAll(async () => {
  shell = held.use(createShell({ session: connect(held.use(embeddedOrganisation({ data: ':memory:' }))) }));
  await shell.invoke(`
    $c = [pscredential]::new('CONTOSO\\administrator', (ConvertTo-SecureString p -AsPlainText -Force))
    New-Mailbox -Name Ann -MicrosoftOnlineServicesID ann@contoso.com -Password $c.Password | Out-Null`);
});
afterAll(() => held.disposeAsync());

const exchange = '-ExchangeServer s.contoso.com -RPCProxyServer p.contoso.com -Credentials $c';
const storage = 'Microsoft.Exchange.Data.Storage.Management';
const directory = 'Microsoft.Exchange.Data.Directory';
const domainType = `${directory}.SystemConfiguration.AcceptedDomainType`;
const details = `${directory}.Recipient.RecipientTypeDetails`;
const rights = 'Microsoft.Exchange.Management.RecipientTasks.MailboxRights';

/** A call that ends with the parameter, the parameter's type in full, and a name of it in the wrong case. */
const calls: readonly (readonly [call: string, type: string, name: string])[] = [
  ['Get-MigrationBatch -Status', `${storage}.MigrationBatchStatus`, 'syncedWITHerrors'],
  ['Get-MigrationUser -Status', `${storage}.MigrationUserStatus`, 'synced'],
  ['Get-MigrationUser -StatusSummary', `${storage}.MigrationUserStatusSummary`, 'FAILED'],
  ['Get-MigrationEndpoint -Type', `${storage}.MigrationType`, 'exchangeOutlookAnywhere'],
  [
    `New-MigrationEndpoint -Name E -SkipVerification ${exchange} -Authentication`,
    `${directory}.AuthenticationMethod`,
    'basic',
  ],
  [
    `New-MigrationEndpoint -Name F -SkipVerification ${exchange} -MailboxPermission`,
    `${storage}.MigrationMailboxPermission`,
    'admin',
  ],
  ['Set-MigrationEndpoint E -SkipVerification -Authentication', `${directory}.AuthenticationMethod`, 'NTLM'],
  [
    'Set-MigrationEndpoint E -SkipVerification -MailboxPermission',
    `${storage}.MigrationMailboxPermission`,
    'fullaccess',
  ],
  [
    `Test-MigrationServerAvailability -ExchangeOutlookAnywhere ${exchange} -EmailAddress a@contoso.com -Authentication`,
    `${directory}.AuthenticationMethod`,
    '',
  ],
  [
    `Test-MigrationServerAvailability -ExchangeOutlookAnywhere ${exchange} -EmailAddress a@contoso.com -MailboxPermission`,
    `${storage}.MigrationMailboxPermission`,
    '',
  ],
  ['New-AcceptedDomain fabrikam.com -DomainName fabrikam.com -DomainType', domainType, 'authoritative'],
  ['Set-AcceptedDomain fabrikam.com -DomainType', domainType, 'internalrelay'],
  ['New-DistributionGroup Staff -Type', 'GroupType', 'security'],
  ['Set-Mailbox Ann -Type', 'ConvertibleMailboxSubType', 'SHARED'],
  ['Get-Mailbox -RecipientTypeDetails', details, 'sharedmailbox, RoomMailbox'],
  ['Get-DistributionGroup -RecipientTypeDetails', details, '"mailuniversalsecuritygroup,RoomList"'],
  ['Get-Recipient -RecipientTypeDetails', details, 'sharedmailbox'],
  ['Get-Recipient -RecipientType', `${directory}.Recipient.RecipientType`, 'usermailbox'],
  ['Get-MailboxFolderStatistics Ann -FolderScope', 'ElcFolderType', 'inbox'],
  ['Add-MailboxPermission Ann -User Ann -AccessRights', rights, 'fullaccess'],
  ['Remove-MailboxPermission Ann -User Ann -Confirm:$false -AccessRights', rights, 'FULLACCESS'],
  ['Connect-ExchangeOnline -ExchangeEnvironmentName', 'ExchangeEnvironment', 'o365china'],
  ['New-MigrationPlan -SourceVersion', 'String', 'exchange2003'],
  ['Set-EmulatorClock -Mode', 'ClockMode', 'real'],
];

const nameOf = (call: string): string => `${/^\S+/.exec(call)![0]} ${/\S+$/.exec(call)![0]}`;

test('every enumeration of a parameter is tried', () => {
  const known = definitions
    .filter(({ side }) => side !== 'onPremises')
    .flatMap(({ name, parameters }) =>
      Object.entries(parameters)
        .filter(([, { refused, values }]) => values !== undefined && !refused)
        .map(([parameter]) => `${name} -${parameter}`),
    );
  expect(calls.map(([call]) => nameOf(call)).toSorted()).toEqual(known.toSorted());
});

test.each(calls)(
  '%s refuses a misspelt name in the words of the binder, and takes it in any case',
  async (call, type, name) => {
    const { errors } = await shell.invoke(`${call} Syncd; ${call} Syncd -ErrorAction SilentlyContinue -Verbose:$false`);
    const [, cmdlet, parameter] = /^(\S+) -(\S+)$/.exec(nameOf(call))!;
    const [start] = errors[0]!.message.split('\n');
    expect(start).toBe(
      `Cannot bind parameter '${parameter}'. Cannot convert value "Syncd" to type "${type}". Error: "Unable to match the identifier name Syncd to a valid enumerator name. Specify one of the following enumerator names and try again:`,
    );
    expect(errors[0]).toMatchObject({
      fullyQualifiedErrorId: `CannotConvertArgumentNoMessage,${cmdlet}`,
      category: 'InvalidArgument',
      exception: 'System.Management.Automation.ParameterBindingException',
    });
    if (name !== '') expect((await shell.invoke(`${call} ${name}`)).errors).toEqual([]);
  },
);

test('a misspelt name is refused before -WhatIf tells what would be done', async () => {
  const { errors, information } = await shell.invoke(
    'New-AcceptedDomain x -DomainName x.com -DomainType Syncd -WhatIf',
  );
  expect(errors).toHaveLength(1);
  expect(information).toEqual([]);
});
