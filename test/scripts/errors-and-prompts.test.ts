import { embeddedOrganisation } from '@cutover/cloud';
import { connect, definitions } from '@cutover/core';
import { createShell, type Shell } from '@cutover/shell';
import { afterAll, beforeAll, expect, test } from 'vitest';

const held = new AsyncDisposableStack();
const asked: string[] = [];
let shown = '';
let shell: Shell;

beforeAll(() => {
  const organisation = held.use(embeddedOrganisation({ data: ':memory:' }));
  const answers = ({ text }: { text: string }): string => {
    asked.push(text);
    return 'N';
  };
  shell = held.use(createShell({ session: connect(organisation), answers, onShown: (text) => void (shown += text) }));
});
afterAll(() => held.disposeAsync());

const notFound = 'Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException';

const output = async (script: string) => (await shell.invoke(script)).output;

test('an error of the product tells its message, its id and its type, and is caught by it', async () => {
  const told = await output(`
    try { Get-MigrationBatch nope -ErrorAction Stop } catch { $_.Exception.Message; $_.FullyQualifiedErrorId; $_.Exception.GetType().FullName }
    try { Get-MigrationBatch nope -ErrorAction Stop } catch [Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException] { 'by type' }
    try { New-MigrationBatch -Name x -SourceEndpoint nope -ErrorAction Stop } catch { $_.Exception.Message }
    Get-MigrationBatch nope -ErrorAction SilentlyContinue -ErrorVariable missing
    $missing[0].Exception.Message; $missing[0].CategoryInfo.Category.ToString(); $missing[0].TargetObject`);
  const message = 'The migration batch "nope" can\'t be found.';
  expect(told).toEqual([
    message,
    expect.stringMatching(
      /^\[Server=CUTOVER01,RequestId=[-0-9a-f]{36},TimeStamp=[^\]]+ [AP]M\] \[FailureCategory=Cmdlet-ManagementObjectNotFoundException\] [0-9A-F]{8},Microsoft\.Exchange\.Management\.Migration\.MigrationService\.Batch\.GetMigrationBatch$/,
    ),
    notFound,
    'by type',
    'The migration endpoint "nope" can\'t be found.',
    message,
    'NotSpecified',
    'nope',
  ]);
});

const missing: readonly [script: string, what: string][] = [
  ['Get-MigrationBatch nope', 'batch'],
  ['Get-MigrationUser nope@contoso.com', 'user'],
  ['Get-MigrationUser -BatchId nope', 'batch'],
  ['Get-MigrationUserStatistics nope@contoso.com', 'user'],
  ['Get-MigrationEndpoint nope', 'endpoint'],
  ['Start-MigrationBatch nope', 'batch'],
  ['Stop-MigrationBatch nope -Confirm:$false', 'batch'],
  ['Complete-MigrationBatch nope -Confirm:$false', 'batch'],
  ['Set-MigrationBatch nope -SyncNow', 'batch'],
  ['Remove-MigrationBatch nope -Force', 'batch'],
  ['Start-MigrationUser nope@contoso.com', 'user'],
  ['Stop-MigrationUser nope@contoso.com -Confirm:$false', 'user'],
  ['Set-MigrationUser nope@contoso.com -SyncNow', 'user'],
  ['Remove-MigrationUser nope@contoso.com -Force', 'user'],
  ['Set-MigrationEndpoint nope -MaxConcurrentMigrations 3', 'endpoint'],
  ['Remove-MigrationEndpoint nope -Confirm:$false', 'endpoint'],
  ['Get-Mailbox nope', 'object'],
  ['Set-Mailbox nope -DisplayName x', 'object'],
  ['Remove-Mailbox nope -Force', 'object'],
  ['Get-MailboxStatistics nope', 'object'],
  ['Get-MailboxFolderStatistics nope', 'object'],
  ['Get-Recipient nope', 'object'],
  ['Get-MailUser nope', 'object'],
  ['Set-MailUser nope -DisplayName x', 'object'],
  ['Get-MailContact nope', 'object'],
  ['Set-MailContact nope -DisplayName x', 'object'],
  ['Remove-MailContact nope -Confirm:$false', 'object'],
  ['Get-DistributionGroup nope', 'object'],
  ['Set-DistributionGroup nope -DisplayName x', 'object'],
  ['Get-DistributionGroupMember nope', 'object'],
  ['Add-DistributionGroupMember nope -Member x', 'object'],
  ['Remove-DistributionGroupMember nope -Member x -Confirm:$false', 'object'],
  ['Get-MailboxPermission nope', 'object'],
  ['Add-MailboxPermission nope -User x -AccessRights FullAccess', 'object'],
  ['Remove-MailboxPermission nope -User x -AccessRights FullAccess -Confirm:$false', 'object'],
  ['Get-RecipientPermission nope', 'object'],
  ['Add-RecipientPermission nope -Trustee x -AccessRights SendAs -Confirm:$false', 'object'],
  ['Get-UMMailbox nope', 'object'],
  ['Enable-UMMailbox nope -UMMailboxPolicy x', 'object'],
  ['Disable-UMMailbox nope -Confirm:$false', 'object'],
  ['Get-AcceptedDomain nope.com', 'domain'],
  ['Set-AcceptedDomain nope.com -MakeDefault $true', 'domain'],
  ['Export-MigrationReport nope -StartingRowIndex 0 -RowCount 1', 'report'],
  ['Compare-MigratedMailbox nope@contoso.com', 'user'],
];

const cloudCmdlets = definitions.filter(({ side }) => side !== 'onPremises');

test('a missing object is tried with every cmdlet that is told which', () => {
  const told = cloudCmdlets.filter(({ parameters }) => 'Identity' in parameters && !parameters['Identity']!.refused);
  const tried = new Set(missing.map(([script]) => script.split(' ')[0]));
  expect(told.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
});

test.each(missing)('%s tells what is missing, and the script goes on', async (script, what) => {
  const { errors, output: told } = await shell.invoke(`${script}; 'on'`);
  expect(told).toEqual(['on']);
  const cmdlet = /^\S+/.exec(script)![0];
  const id = `[FailureCategory=Cmdlet-ManagementObjectNotFoundException]`;
  expect(errors).toMatchObject([
    {
      exception: notFound,
      message: expect.stringContaining(what) as string,
      category: 'NotSpecified',
      fullyQualifiedErrorId: expect.stringContaining(id) as string,
    },
  ]);
  expect(errors[0]!.fullyQualifiedErrorId).toMatch(new RegExp(`\\.${cmdlet.replace('-', '')}$`));
});

const asking: readonly [script: string, asks: boolean][] = [
  ['Remove-MigrationBatch x', true],
  ['Remove-MigrationBatch x -Confirm:$false', false],
  ['Remove-MigrationBatch x -Force', false],
  ['Remove-MigrationBatch x -Force -Confirm', true],
  ['Remove-MigrationUser x', true],
  ['Remove-MigrationUser x -Force', false],
  ['Remove-MigrationEndpoint x', true],
  ['Stop-MigrationBatch x', true],
  ['Stop-MigrationUser x', true],
  ['Complete-MigrationBatch x', true],
  ['Remove-Mailbox x', true],
  ['Remove-Mailbox x -Force', false],
  ['Start-MigrationBatch x', false],
  ['Set-MigrationBatch x -SyncNow', false],
  ['Start-MigrationBatch x -Confirm', true],
  ['Set-MigrationConfig -MaxNumberOfBatches 5', false],
];

test.each(asking)('%s: asks before %s', async (script, asks) => {
  asked.length = 0;
  await shell.invoke(script);
  expect(asked).toHaveLength(asks ? 1 : 0);
});

/** What each cmdlet that changes something says with -WhatIf, and the call. */
const changes: readonly (readonly [call: string, action: string, target: string])[] = [
  ['Add-DistributionGroupMember x -Member y', 'Adding the distribution group member', 'x'],
  ['Add-MailboxPermission x -User y -AccessRights FullAccess', 'Adding the mailbox permission', 'x'],
  ['Add-RecipientPermission x -Trustee y -AccessRights SendAs', 'Adding the recipient permission', 'x'],
  ['Complete-MigrationBatch x', 'Completing the migration batch', 'x'],
  ['Disable-UMMailbox x', 'Disabling the mailbox for Unified Messaging', 'x'],
  ['Enable-UMMailbox x -UMMailboxPolicy y', 'Enabling the mailbox for Unified Messaging', 'x'],
  ['Export-MigrationReport x -StartingRowIndex 0 -RowCount 1', 'Exporting the migration report', 'x'],
  ['New-AcceptedDomain x -DomainName x.com', 'Creating the accepted domain', 'x'],
  ['New-DistributionGroup x', 'Creating the distribution group', 'x'],
  ['New-MailContact x -ExternalEmailAddress x@x.com', 'Creating the mail contact', 'x'],
  [
    'New-MailUser x -ExternalEmailAddress x@x.com -MicrosoftOnlineServicesID x@x.com -Password $p',
    'Creating the mail user',
    'x',
  ],
  ['New-Mailbox x -MicrosoftOnlineServicesID x@x.com -Password $p', 'Creating the mailbox', 'x'],
  ['New-MigrationBatch -Name x', 'Creating the migration batch', 'x'],
  [
    'New-MigrationEndpoint -Name x -ExchangeServer s -RPCProxyServer p -Credentials $c',
    'Creating the migration endpoint',
    'x',
  ],
  ['Remove-DistributionGroupMember x -Member y', 'Removing the distribution group member', 'x'],
  ['Remove-MailContact x', 'Removing the mail contact', 'x'],
  ['Remove-Mailbox x -Force', 'Removing the mailbox', 'x'],
  ['Remove-MailboxPermission x -User y -AccessRights FullAccess', 'Removing the mailbox permission', 'x'],
  ['Remove-MigrationBatch x', 'Removing the migration batch', 'x'],
  ['Remove-MigrationEndpoint x', 'Removing the migration endpoint', 'x'],
  ['Remove-MigrationUser x -Force', 'Removing the migration user', 'x'],
  ['Set-AcceptedDomain x -MakeDefault $true', 'Updating the accepted domain', 'x'],
  ['Set-DistributionGroup x -DisplayName y', 'Updating the distribution group', 'x'],
  ['Set-EmulatorClock -Mode Stepped', 'Setting the clock', 'the organization'],
  ['Set-MailContact x -DisplayName y', 'Updating the mail contact', 'x'],
  ['Set-MailUser x -DisplayName y', 'Updating the mail user', 'x'],
  ['Set-Mailbox x -DisplayName y', 'Updating the mailbox', 'x'],
  ['Set-MigrationBatch x -SyncNow', 'Updating the migration batch', 'x'],
  ['Set-MigrationConfig -MaxNumberOfBatches 5', 'Updating the migration configuration', 'the organization'],
  ['Set-MigrationEndpoint x -MaxConcurrentMigrations 3', 'Updating the migration endpoint', 'x'],
  ['Set-MigrationUser x -SyncNow', 'Updating the migration user', 'x'],
  [
    'Set-OrganizationConfig -PublicFoldersLockedForMigration $true',
    'Updating the organization configuration',
    'the organization',
  ],
  ['Start-MigrationBatch x', 'Starting the migration batch', 'x'],
  ['Start-MigrationUser x', 'Starting the migration user', 'x'],
  ['Stop-MigrationBatch x', 'Stopping the migration batch', 'x'],
  ['Stop-MigrationUser x', 'Stopping the migration user', 'x'],
  [
    'Test-MigrationServerAvailability -ExchangeServer s -RPCProxyServer p -Credentials $c -EmailAddress x@x.com',
    'Testing the migration server availability',
    'the organization',
  ],
];

const all = 'Disconnect-ExchangeOnline';

test('every cmdlet with -WhatIf is tried', () => {
  const known = cloudCmdlets.filter(({ confirms, parameters }) => confirms && 'WhatIf' in parameters);
  const tried = [...changes.map(([call]) => call.split(' ')[0]!), all].toSorted();
  expect(tried).toEqual(known.map(({ name }) => name).toSorted());
});

test('closing every connection asks in a sentence of its own', async () => {
  const sentence =
    'Running this cmdlet clears all active sessions created using Connect-ExchangeOnline or Connect-IPPSSession.';
  shown = '';
  await shell.invoke(`${all} -WhatIf; ${all}`, { show: true });
  expect(shown).toContain(`What if: ${sentence}\n`);
  expect(shown).toContain(`Are you sure you want to perform this action?\n${sentence}\n`);
});

test.each(changes)(
  '%s -WhatIf says what would be done, does not ask and does nothing',
  async (call, action, target) => {
    asked.length = 0;
    shown = '';
    const passwords = '$p = ConvertTo-SecureString p -AsPlainText -Force; $c = [pscredential]::new("u", $p)';
    const { errors } = await shell.invoke(`${passwords}; ${call} -WhatIf; $WhatIfPreference = $true; ${call}`, {
      show: true,
    });
    const sentence = `What if: Performing the operation "${action}" on target "${target}".\n`;
    expect([shown, errors]).toEqual([sentence + sentence, []]);
    expect(asked).toEqual([]);
  },
);
