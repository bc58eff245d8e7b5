import { embeddedOrganisation } from '@cutover/cloud';
import { connect } from '@cutover/core';
import { MockExchange, OrganisationBuilder } from '@cutover/mock-exchange';
import { createShell, type Shell } from '@cutover/shell';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressOf } from '../support/mock-source.ts';

const password = 'Pa$$w0rd';
const seed = new OrganisationBuilder({ name: 'Contoso', domain: 'contoso.com' })
  .user({ alias: 'administrator', displayName: 'Administrator', password })
  .user({ alias: 'annb', displayName: 'Ann Beebe' })
  .user({ alias: 'bobk', displayName: 'Bob Kelly' })
  .group({ alias: 'staff', displayName: 'Staff', members: ['annb'] })
  .contact({ alias: 'pat', displayName: 'Pat Coleman', targetAddress: 'pat@fabrikam.com' })
  .grantReceiveAs('administrator')
  .build();

/** Both sides: the cloud with a batch that has run, the on-premises organisation by a prefix. */
const setUp = String.raw`
$c = [pscredential]::new('CONTOSO\administrator', (ConvertTo-SecureString '${password}' -AsPlainText -Force))
$where = @{ ExchangeServer = 'EXCH-MSG-1.contoso.com'; RPCProxyServer = 'mail.contoso.com'; Credentials = $c }
New-MigrationEndpoint -ExchangeOutlookAnywhere -Name Contoso @where | Out-Null
New-MigrationBatch -Name Cutover -SourceEndpoint Contoso -AutoStart | Out-Null
function Wait-Batch { do { Start-Sleep -Milliseconds 50 } until ((Get-MigrationBatch Cutover).Status -eq 'Synced') }
Wait-Batch
$s = New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri http://mail.contoso.com/PowerShell/ -Credential $c
Import-PSSession $s -Prefix OnPrem | Out-Null`;

const held = new AsyncDisposableStack();
let shell: Shell;
beforeAll(async () => {
  const exchange = held.use(await MockExchange.start({ seed, httpPort: 0, managementPort: 0 }));
  const { connection, rpcProxyServer } = addressOf(exchange);
  const connections = { [rpcProxyServer]: { ...connection, management: exchange.urls['management'] } };
  const organisation = held.use(embeddedOrganisation({ data: ':memory:', connections }));
  shell = held.use(createShell({ session: connect(organisation), connections }));
  expect((await shell.invoke(setUp)).errors).toEqual([]);
}, 60_000);
afterAll(() => held.disposeAsync());

const names = '| ForEach-Object { "$($_.Identity)" }';
const ann = 'annb@contoso.com';
const bob = 'bobk@contoso.com';

/** Objects of one cmdlet given to another, whole or by a part, from the pipeline or as an argument; each leaves the organisation for the next. */
const ways: readonly (readonly [script: string, output: readonly unknown[]])[] = [
  // users
  [`Get-MigrationUser ${ann} | Get-MigrationUser ${names}`, [ann]],
  [`Get-MigrationUser ${ann} | Get-MigrationUserStatistics ${names}`, [ann]],
  [`Get-MigrationUserStatistics (Get-MigrationUser ${ann}) ${names}`, [ann]],
  [`Get-MigrationUserStatistics (Get-MigrationUser ${ann}).Identity ${names}`, [ann]],
  [`(Get-MigrationUser ${ann}).Guid | Get-MigrationUserStatistics ${names}`, [ann]],
  [`Get-MigrationUser ${ann} | Get-MigrationUserStatistics | Get-MigrationUser ${names}`, [ann]],
  [`Get-MigrationUser -MailboxGuid (Get-Mailbox annb).ExchangeGuid ${names}`, [ann]],
  [`Get-MigrationUser ${ann} | Get-Mailbox | ForEach-Object Name`, ['Ann Beebe']],
  [`Get-MigrationUser ${ann} | Compare-MigratedMailbox | Select-Object -First 1 | ForEach-Object IsEqual`, [true]],
  [`Get-MigrationUser ${ann} | Set-MigrationUser -SyncNow`, []],
  [`Get-MigrationUser ${ann} | Stop-MigrationUser -Confirm:$false`, []],
  [`Get-MigrationUser ${ann} | Start-MigrationUser`, []],
  // batches
  [`Get-MigrationBatch | Get-MigrationBatch ${names}`, ['Cutover']],
  [`Get-MigrationBatch (Get-MigrationBatch).BatchGuid ${names}`, ['Cutover']],
  ['@(Get-MigrationUser -BatchId (Get-MigrationBatch Cutover)).Count', [5]],
  ['@(Get-MigrationUser -BatchId (Get-MigrationBatch Cutover).Identity).Count', [5]],
  ['@(Get-MigrationUser -BatchId (Get-MigrationBatch Cutover).BatchGuid).Count', [5]],
  ['Get-MigrationBatch | Set-MigrationBatch -NotificationEmails a@contoso.com', []],
  ['Get-MigrationBatch | Stop-MigrationBatch -Confirm:$false', []],
  ['Get-MigrationBatch | Start-MigrationBatch; Wait-Batch', []],
  // new batches of users of older ones
  [`New-MigrationBatch -Name B1 -Users (Get-MigrationUser ${ann}) | ForEach-Object TotalCount`, [1]],
  [
    `New-MigrationBatch -Name B2 -Users (Get-MigrationUser -BatchId B1), (Get-MigrationUser ${bob}) | ForEach-Object TotalCount`,
    [2],
  ],
  [
    `New-MigrationBatch -Name B3 -UserIds (Get-MigrationUser -BatchId B2) -DisableOnCopy | ForEach-Object TotalCount`,
    [2],
  ],
  [`New-MigrationBatch -Name B4 -UserIds (Get-MigrationUser -BatchId B3).Identity | ForEach-Object TotalCount`, [2]],
  [`New-MigrationBatch -Name B5 -Users (Get-MigrationUser ${ann}).Guid | ForEach-Object TotalCount`, [1]],
  [`Get-MigrationUser ${ann} | New-MigrationBatch -Name B6 | ForEach-Object TotalCount`, [1]],
  [`'${ann}' | New-MigrationBatch -Name B7 | ForEach-Object TotalCount`, [1]],
  [
    "Get-MigrationBatch | Where-Object Identity -like 'B[1-5]' | Remove-MigrationBatch -Force; Get-MigrationBatch " +
      names,
    ['Cutover', 'B6', 'B7'],
  ],
  [
    `(Get-MigrationBatch B7).Identity | Remove-MigrationBatch -Confirm:$false; Get-MigrationUser pat@fabrikam.com | Remove-MigrationUser -Force`,
    [],
  ],
  // endpoints
  [`Get-MigrationEndpoint | Get-MigrationEndpoint ${names}`, ['Contoso']],
  [
    'Get-MigrationEndpoint | Set-MigrationEndpoint -MaxConcurrentMigrations 4; (Get-MigrationEndpoint).MaxConcurrentMigrations',
    [4],
  ],
  ['(Test-MigrationServerAvailability -Endpoint (Get-MigrationEndpoint)).Result.Value', ['Success']],
  ['(Test-MigrationServerAvailability -Endpoint (Get-MigrationEndpoint).Identity).Result.Value', ['Success']],
  [`New-MigrationEndpoint -ExchangeOutlookAnywhere -Name Two @where -TestMailbox (Get-Mailbox annb) ${names}`, ['Two']],
  [
    `$csv = [Text.Encoding]::UTF8.GetBytes("EmailAddress\`n${ann}"); New-MigrationBatch -Name B8 -SourceEndpoint (Get-MigrationEndpoint Two) -CSVData $csv ${names}`,
    ['B8'],
  ],
  [
    `Get-MigrationBatch -Endpoint (Get-MigrationEndpoint Two) ${names}; Get-MigrationBatch -Endpoint (Get-MigrationEndpoint Two).Guid ${names}`,
    ['B8', 'B8'],
  ],
  [
    'Get-MigrationBatch B8 | Remove-MigrationBatch -Force; Get-MigrationEndpoint Two | Remove-MigrationEndpoint -Confirm:$false',
    [],
  ],
  // recipients
  [`Get-Mailbox administrator | Get-MigrationUser ${names}`, ['administrator@contoso.com']],
  ['Get-Mailbox annb | Get-Recipient | Get-Mailbox | ForEach-Object Name', ['Ann Beebe']],
  [
    '(Get-Mailbox annb).Guid, (Get-Mailbox annb).PrimarySmtpAddress | Get-Mailbox | ForEach-Object Alias',
    ['annb', 'annb'],
  ],
  ['Get-Mailbox annb | Get-MailboxStatistics | ForEach-Object DisplayName', ['Ann Beebe']],
  ['Get-MailboxStatistics annb | Get-Mailbox | ForEach-Object Name', ['Ann Beebe']],
  ['Get-Mailbox annb | Get-MailboxFolderStatistics -FolderScope Inbox | ForEach-Object Name', ['Inbox']],
  ['Get-Mailbox annb | Set-Mailbox -CustomAttribute1 x; (Get-Mailbox annb).CustomAttribute1', ['x']],
  [
    'Get-Mailbox annb | Add-MailboxPermission -User (Get-Mailbox bobk) -AccessRights FullAccess | ForEach-Object User',
    [bob],
  ],
  ['Get-MailboxPermission (Get-Mailbox annb) -User (Get-Mailbox bobk) | Remove-MailboxPermission -Confirm:$false', []],
  [
    'Get-Mailbox annb | Add-RecipientPermission -Trustee (Get-Mailbox bobk) -AccessRights SendAs -Confirm:$false | ForEach-Object Trustee',
    [bob],
  ],
  ['Get-Mailbox annb | Get-RecipientPermission -Trustee (Get-Mailbox bobk) | ForEach-Object Trustee', [bob]],
  ['Get-DistributionGroup | Get-DistributionGroupMember | Get-Mailbox | ForEach-Object Name', ['Ann Beebe']],
  [
    'New-DistributionGroup G2 -Members (Get-Mailbox annb), (Get-Mailbox bobk) -ManagedBy (Get-Mailbox annb) | Get-DistributionGroupMember | Sort-Object Alias | ForEach-Object Alias',
    ['annb', 'bobk'],
  ],
  ['Get-DistributionGroup -ManagedBy (Get-Mailbox annb) | ForEach-Object Name', ['G2']],
  [
    'Get-DistributionGroup G2 | Add-DistributionGroupMember -Member (Get-MailContact pat); @(Get-DistributionGroupMember G2).Count',
    [3],
  ],
  [
    'Get-DistributionGroup G2 | Remove-DistributionGroupMember -Member (Get-Mailbox bobk) -Confirm:$false; @(Get-DistributionGroupMember G2).Count',
    [2],
  ],
  [
    "Get-DistributionGroup G2 | Set-DistributionGroup -DisplayName 'G Two'; (Get-DistributionGroup G2).DisplayName",
    ['G Two'],
  ],
  [
    "Get-MailContact pat | Set-MailContact -DisplayName 'Pat C'; Get-MailContact pat | Remove-MailContact -Confirm:$false; @(Get-MailContact).Count",
    [0],
  ],
  [
    'New-MailUser Mu -ExternalEmailAddress mu@fabrikam.com -MicrosoftOnlineServicesID mu@contoso.com -Password $c.Password | Set-MailUser -DisplayName Muriel; Get-MailUser mu@contoso.com | Get-Recipient | ForEach-Object DisplayName',
    ['Muriel'],
  ],
  [
    'Get-AcceptedDomain | Set-AcceptedDomain -MakeDefault $true; Get-AcceptedDomain | Get-AcceptedDomain | ForEach-Object Default',
    [true],
  ],
  ['Get-Mailbox bobk | Remove-Mailbox -Confirm:$false; [bool](Get-Mailbox bobk -ErrorAction Ignore)', [false]],
  ["'Name', 'DisplayName', 'alias', 'Office' | ForEach-Object { @(Get-Recipient -SortBy $_).Count }", [5, 5, 5, 5]],
  ['(Get-Mailbox -SortBy alias).Alias -join " "', ['administrator annb']],
  // the on-premises organisation
  ['Get-OnPremMailboxDatabase | Get-OnPremMailbox | ForEach-Object Alias', ['administrator', 'annb', 'bobk']],
  [
    'Get-OnPremMailboxDatabase | Get-OnPremMailboxStatistics | ForEach-Object DisplayName',
    ['Administrator', 'Ann Beebe', 'Bob Kelly'],
  ],
  ['Get-OnPremExchangeServer | Get-OnPremMailboxDatabase | ForEach-Object Name', ['Mailbox Store']],
  ['Get-OnPremMailbox annb | Get-OnPremMailboxStatistics | ForEach-Object DisplayName', ['Ann Beebe']],
  ['Get-OnPremMailbox annb | Get-OnPremMailboxFolderStatistics -FolderScope Inbox | ForEach-Object Name', ['Inbox']],
  [`Get-OnPremMailbox administrator | Get-MigrationUser ${names}`, ['administrator@contoso.com']],
  [
    'Get-OnPremMailbox annb | Add-OnPremMailboxPermission -User (Get-OnPremMailbox bobk) -AccessRights FullAccess | ForEach-Object { "$($_.User)" }',
    [String.raw`CONTOSO\bobk`],
  ],
  [
    'Get-OnPremMailboxPermission annb -User (Get-OnPremMailbox bobk) | Remove-OnPremMailboxPermission -Confirm:$false; @(Get-OnPremMailboxPermission annb -User bobk).Count',
    [0],
  ],
  [
    'Get-OnPremMailboxDatabase | Add-OnPremADPermission -User (Get-OnPremMailbox bobk) -ExtendedRights Receive-As | Remove-OnPremADPermission -Confirm:$false; @(Get-OnPremMailboxDatabase | Get-OnPremADPermission).Count',
    [1],
  ],
  [
    'Get-OnPremDistributionGroup | Get-OnPremDistributionGroupMember | Get-OnPremMailbox | ForEach-Object Alias',
    ['annb'],
  ],
  [
    'Get-OnPremOutlookAnywhere | Set-OnPremOutlookAnywhere -ExternalHostname owa.contoso.com; (Get-OnPremExchangeServer | Get-OnPremOutlookAnywhere).ExternalHostname',
    ['owa.contoso.com'],
  ],
  [
    'Get-OnPremOutlookAnywhere | Disable-OnPremOutlookAnywhere -Confirm:$false; @(Get-OnPremOutlookAnywhere).Count',
    [0],
  ],
  ['Get-OnPremMailboxDatabase | Get-OnPremRecipient | ForEach-Object Alias', ['administrator', 'annb', 'bobk']],
  [
    "(Get-OnPremRecipient -Database 'Mailbox Store' -RecipientType usermailbox).Count; @(Get-OnPremRecipient).Count",
    [3, 5],
  ],
  ['(Get-OnPremMailbox -SortBy alias).Alias -join " "', ['administrator annb bobk']],
  // connections
  [
    'Connect-ExchangeOnline -Prefix A; Connect-ExchangeOnline -Prefix B; Get-ConnectionInformation -ModulePrefix A | Disconnect-ExchangeOnline -Confirm:$false; (Get-ConnectionInformation).ModulePrefix',
    ['B'],
  ],
  [
    '(Get-ConnectionInformation).ConnectionId | Disconnect-ExchangeOnline -Confirm:$false; Get-PSSession | Remove-PSSession; @(Get-ConnectionInformation).Count',
    [0],
  ],
];

test.each(ways)('%s', async (script, output) => {
  const { errors, output: told } = await shell.invoke(script);
  expect(errors.map(({ message }) => message)).toEqual([]);
  expect(told).toEqual(output);
});

test.each([
  ['Get-MigrationBatch one, two', 'MigrationBatchIdParameter'],
  ['Get-Mailbox -Identity @()', 'MailboxIdParameter'],
  ['Get-MigrationUser -BatchId (1, 2)', 'MigrationBatchIdParameter'],
])('%s: a list is no identity', async (script, type) => {
  const { errors } = await shell.invoke(script);
  const parameter = script.includes('BatchId') ? 'BatchId' : 'Identity';
  expect(errors.map(({ message }) => message)).toEqual([
    `Cannot convert 'System.Object[]' to the type 'Microsoft.Exchange.Configuration.Tasks.${type}' required by parameter '${parameter}'. Specified method is not supported.`,
  ]);
});
