import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedOrganisation } from '@cutover/cloud';
import { connect } from '@cutover/core';
import { FaultPlan, MockExchange, OrganisationBuilder } from '@cutover/mock-exchange';
import { createShell, type Shell } from '@cutover/shell';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressOf } from '../support/mock-source.ts';

const password = 'Pa$$w0rd';
const seed = new OrganisationBuilder({ name: 'Contoso', domain: 'contoso.com' })
  .user({ alias: 'administrator', displayName: 'Administrator', password })
  .user({
    alias: 'annb',
    displayName: 'Ann Beebe',
    fill: (mailbox) => {
      for (const day of [1, 2, 3]) {
        mailbox.add('inbox', {
          type: 'mail',
          subject: `Day ${day}`,
          text: 'x'.repeat(2000),
          sentAt: new Date(2003, 1, day),
        });
      }
    },
  })
  .user({ alias: 'bobk', displayName: 'Bob Kelly' })
  .group({ alias: 'staff', displayName: 'Staff', members: ['annb', 'bobk'] })
  .contact({ alias: 'pat', displayName: 'Pat Coleman', targetAddress: 'pat@fabrikam.com' })
  .grantReceiveAs('administrator')
  .build();
const faults = new FaultPlan();
faults.on({ item: '*', mailbox: 'annb', nth: 1 }).unreadable();

const setUp = String.raw`
$c = [pscredential]::new('CONTOSO\administrator', (ConvertTo-SecureString '${password}' -AsPlainText -Force))
$where = @{ ExchangeServer = 'EXCH-MSG-1.contoso.com'; RPCProxyServer = 'mail.contoso.com'; Credentials = $c }
New-MigrationEndpoint -ExchangeOutlookAnywhere -Name Contoso @where | Out-Null
New-MigrationBatch -Name Cutover -SourceEndpoint Contoso -AutoStart | Out-Null
do { Start-Sleep -Milliseconds 50 } until ((Get-MigrationBatch Cutover).Status -match 'Synced')`;

const folder = mkdtempSync(join(tmpdir(), 'cutover-wild-'));
const held = new AsyncDisposableStack();
let shell: Shell;
beforeAll(async () => {
  const exchange = held.use(await MockExchange.start({ seed, faults, httpPort: 0, managementPort: 0 }));
  const { connection, rpcProxyServer } = addressOf(exchange);
  const connections = { [rpcProxyServer]: { ...connection, management: exchange.urls['management'] } };
  const organisation = held.use(embeddedOrganisation({ data: ':memory:', connections }));
  shell = held.use(createShell({ session: connect(organisation), connections, folder, answers: () => password }));
  writeFileSync(join(folder, 'users.csv'), 'EmailAddress\r\nannb@contoso.com\r\n');
  expect((await shell.invoke(setUp)).errors).toEqual([]);
}, 60_000);
afterAll(async () => {
  await held.disposeAsync();
  rmSync(folder, { recursive: true });
});

const session =
  '-ConfigurationName Microsoft.Exchange -ConnectionUri http://mail.contoso.com/PowerShell/ -Credential $c';

/** What public scripts ask of the cmdlets, each in the words in which they ask it. */
const asked: Readonly<Record<string, readonly (readonly [script: string, output: readonly unknown[]])[]>> = {
  'logging in': [
    ['Connect-ExchangeOnline -ShowBanner:$false; Disconnect-ExchangeOnline -Confirm:$false', []],
    [
      'Connect-ExchangeOnline -UserPrincipalName admin@contoso.com; (Get-ConnectionInformation).UserPrincipalName; Disconnect-ExchangeOnline -Confirm:$false',
      ['admin@contoso.com'],
    ],
    [
      'Connect-ExchangeOnline -Credential $c -ShowBanner:$false -ErrorAction Stop; (Get-ConnectionInformation).State; Disconnect-ExchangeOnline -Confirm:$false',
      ['Connected'],
    ],
    [
      'Connect-ExchangeOnline -AppId 1 -Organization contoso.com -CertificateThumbprint AB -ShowBanner:$false; Disconnect-ExchangeOnline -Confirm:$false',
      [],
    ],
    [
      `$s = New-PSSession ${session} -Authentication Basic -AllowRedirection; Import-PSSession $s -DisableNameChecking -AllowClobber | Out-Null; (Get-PSSession | Where-Object { $_.ConfigurationName -eq 'Microsoft.Exchange' -and $_.State -eq 'Opened' }).ComputerName; Get-PSSession | Remove-PSSession`,
      ['mail.contoso.com'],
    ],
    ['Add-PSSnapin Microsoft.Exchange.Management.PowerShell.E2010 -ErrorAction SilentlyContinue', []],
    [
      'Get-Module tmp* | Remove-Module; [bool](Get-Command Connect-ExchangeOnline -ErrorAction SilentlyContinue); (Get-AcceptedDomain).Name; (Get-MigrationConfig).MaxNumberOfBatches',
      [true, 'contoso.com', 100],
    ],
  ],
  'two sides by prefixes': [
    [
      `Connect-ExchangeOnline -Prefix Cloud; $s = New-PSSession ${session}; Import-PSSession $s -Prefix OnPrem -CommandName Get-Mailbox | Out-Null; (Get-CloudMailbox annb).ServerName; (Get-OnPremMailbox annb).ServerName; Remove-PSSession $s; Disconnect-ExchangeOnline -Confirm:$false`,
      ['emulator', 'exch-msg-1'],
    ],
  ],
  'parameters of New-MigrationBatch': [
    [
      `$p = @{ name = 'Wild'; sourceendpoint = (Get-MigrationEndpoint).Identity; CSVData = [IO.File]::ReadAllBytes("$PWD/users.csv"); BadItemLimit = '40'; LargeItemLimit = 'Unlimited'; AllowUnknownColumnsInCsv = $true; TimeZone = 'UTC'; NotificationEmails = 'a@contoso.com' }
      $p.AllowIncrementalSyncs = $false
      $b = New-MigrationBatch @p -WhatIf; $p.BadItemLimit`,
      ['40'],
    ],
  ],
  identities: [
    [
      "(Get-MigrationBatch).Identity -like '*over*'; (Get-MigrationBatch | Where-Object Identity -match '^cut').Count",
      [true, 1],
    ],
    [
      '$b = Get-MigrationBatch Cutover; $b.Identity.ToString(); $b.Identity.Name; $b.Identity.Id; "$($b.Identity)"; "B: $($b.identity.tostring().ToUpper())"',
      ['Cutover', 'Cutover', 'Cutover', 'Cutover', 'B: CUTOVER'],
    ],
    [
      "$b.BatchGuid -is [guid]; 'cutover' -eq $b.Identity; $b.Identity -eq 'CUTOVER'; @('x', 'Cutover') -contains $b.Identity; $b.Identity -in 'Cutover'",
      [true, true, true, true, true],
    ],
    [
      '@(Get-MigrationUser -BatchId $b.Identity).Count; @(Get-MigrationUser -BatchId $b.Identity.Name).Count; @(Get-MigrationUser -BatchId "$($b.Identity)").Count',
      [5, 5, 5],
    ],
    ['$b | Select-Object Identity | ConvertTo-Csv -NoTypeInformation', ['"Identity"', '"Cutover"']],
    ['(Get-MigrationEndpoint).Identity.ToString(); (Get-MigrationEndpoint).Identity -eq "contoso"', ['Contoso', true]],
    [
      String.raw`switch -Regex ($b.Identity) { '^C' { 'C' } default { 'other' } }; switch ($b.Identity) { 'cutover' { 'it' } }; @{ Cutover = 1 }["$($b.Identity)"]`,
      ['C', 'it', 1],
    ],
  ],
  states: [
    [
      "$b = Get-MigrationBatch; $b.Status -eq 'synced'; $b.Status -like 'Sync*'; $b.Status -match 'Synced'; $b.Status -in @('Synced', 'Failed'); $b.Status.Value -eq 'Synced'; $b.Status.ToString(); [int] $b.Status; $b.Status -eq 7",
      [true, true, true, true, true, 'Synced', 7, true],
    ],
    [
      "$u = Get-MigrationUser annb@contoso.com; \"$($u.Status)\"; $u.Status.Value; $u.Status -ne 'Failed'; ('Completed', 'Synced') -contains $u.Status",
      ['Synced', 'Synced', true, true],
    ],
    [
      "'Synced', 'Failed', 'Completed', 'CompletedWithErrors', 'SyncedWithErrors', 'Syncing', 'Stopped', 'Starting', 'Completing', 'NeedsApproval', 'InProgress', 'Queued', 'Suspended', 'AutoSuspended', 'CompletedWithWarning', 'Stalled', 'Running' | Where-Object { $b.Status -eq $_ }",
      ['Synced'],
    ],
    [
      '$groups = Get-MigrationUser | Group-Object Status -NoElement; "$($groups.Name) $($groups.Count)"; switch ($b.Status) { Synced { 1 } Failed { 2 } }',
      ['Synced 5', 1],
    ],
  ],
  waiting: [
    [
      "do { $state = (Get-MigrationBatch Cutover).Status; Start-Sleep -Milliseconds 1 } until ($state -match 'Synced'); for ($i = 0; $i -lt 30; $i++) { if ((Get-MigrationBatch Cutover).Status.Value -eq 'Synced') { break }; Start-Sleep -Milliseconds 1 }; $i; while ($true) { if ($state -like 'Sync*') { break } }",
      [0],
    ],
  ],
  'the pipeline of pipelines': [
    [
      '@(Get-MigrationUser -BatchId Cutover -ResultSize Unlimited | Get-MigrationUserStatistics -IncludeReport -IncludeSkippedItems).Count',
      [5],
    ],
    ['(Get-MigrationUser | Get-MigrationUserStatistics | Measure-Object -Property SyncedItemCount -Sum).Sum', [2]],
    [
      "'annb@contoso.com' | Get-MigrationUserStatistics | Select-Object -ExpandProperty SkippedItemCount; (Get-MigrationUser annb@contoso.com).Guid.ToString() | Get-MigrationUserStatistics | ForEach-Object { $_.Identity.ToString() }",
      [1, 'annb@contoso.com'],
    ],
    [
      "Get-MigrationUser | Get-MigrationUserStatistics | Sort-Object SyncedItemCount -Descending | Select-Object -First 1 Identity, @{ n = 'Skipped'; e = { $_.SkippedItemCount } } | Export-Csv out.csv -NoTypeInformation; (Import-Csv out.csv).Skipped",
      ['1'],
    ],
  ],
  'reports as objects': [
    [
      '$s = Get-MigrationUserStatistics annb@contoso.com -IncludeReport -IncludeSkippedItems; $s.Report.Entries.Count -gt 1; ($s.Report.Entries | Select-Object CreationTime, Message -First 1).CreationTime -is [datetime]; @($s.Report.Failures | Select-Object Timestamp, FailureType, Message).Count; @($s.Report.LargeItems).Count; @($s.Report.BadItems).Count',
      [true, true, 0, 0, 1],
    ],
    [
      '$s.SkippedItems | ForEach-Object { "$($_.Kind) $($_.FolderName) $($_.MessageSize)$($_.Sender)$($_.Recipient)$($_.DateSent)$($_.ScoringClassifications)" -replace "\\d.*" }',
      ['BadItem Inbox migration.itemUnreadable'],
    ],
    [
      '[bool](Get-MigrationBatch Cutover -IncludeReport).Report; [bool](Get-MigrationBatch Cutover).Report',
      [true, false],
    ],
  ],
  '-DiagnosticInfo': [
    [
      '[bool](Get-MigrationBatch Cutover -DiagnosticInfo "showtimeslots, showtimeline, verbose").DiagnosticInfo; [bool](Get-MigrationUserStatistics annb@contoso.com -DiagnosticInfo verbose).DiagnosticInfo; [bool](Get-MigrationEndpoint -DiagnosticInfo verbose).DiagnosticInfo',
      [true, true, true],
    ],
  ],
  sizes: [
    [
      '$size = (Get-MailboxStatistics annb).TotalItemSize; $size.Value.ToBytes() -gt 0; $size.Value.ToMB(); [long] $size.ToString().Split("(")[1].Split(" ")[0].Replace(",", "") -eq $size.Value.ToBytes(); $size.ToString() -match "^[\\d.]+ K?B \\([\\d,]+ bytes\\)$"',
      [true, 0, true, true],
    ],
    [
      '[math]::Round(((Get-Mailbox | Get-MailboxStatistics).TotalItemSize | ForEach-Object { $_.Value.ToBytes() } | Measure-Object -Sum).Sum / 1GB, 2); (Get-MigrationUserStatistics annb@contoso.com).EstimatedTotalTransferSize.ToString() -match "\\(([\\d,]+) bytes"',
      [0, true],
    ],
  ],
  'columns by pattern': [
    [
      "$row = Get-MigrationUserStatistics annb@contoso.com | Select-Object Identity, *Count*, *Percent*, *status*, nosuch; $row.PSObject.Properties.Name -contains 'SyncedItemCount'; $row.PSObject.Properties.Name -contains 'PercentageComplete'; $row.PSObject.Properties.Name -contains 'Status'; $null -eq $row.nosuch",
      [true, true, true, true],
    ],
    [
      '(Get-MigrationBatch | Select-Object * -ExcludeProperty Report).PSObject.Properties.Name -contains "Report"; Get-MigrationBatch | Select-Object -ExpandProperty TotalCount -Last 1',
      [false, 5],
    ],
    [
      '(Get-MigrationUser | Format-Table Identity, @{ l = "S"; e = { $_.Status } } -AutoSize | Out-String).Trim().Split("`n")[0].Trim()',
      ['Identity                       S'],
    ],
  ],
  'output files': [
    [
      "Get-MigrationUser | Export-Csv a.csv -NoType; Get-MigrationUser | Export-Csv a.csv -NTI -Append; Get-MigrationUser | Export-Csv b.csv -NoTypeInformation -Delimiter ';' -Encoding UTF8 -Force; @(Import-Csv a.csv).Count; @(Import-Csv b.csv -Delimiter ';').Count",
      [10, 5],
    ],
    [
      'Get-MigrationBatch -IncludeReport | Export-Clixml batch.xml; $read = Import-Clixml batch.xml; $read.Identity.ToString(); "$($read.Status)"; $read.TotalCount; $read.PSObject.TypeNames[0]',
      ['Cutover', 'Synced', 5, 'Deserialized.Microsoft.Exchange.Data.Storage.Management.MigrationBatch'],
    ],
    [
      'Get-MigrationBatch | Out-File one.txt; Get-MigrationBatch > two.txt; Get-MigrationBatch >> two.txt; (Get-Content two.txt).Count -eq 2 * (Get-Content one.txt).Count; (Get-MigrationBatch | ConvertTo-Html -Property Identity -Fragment) -match "Cutover"',
      [true, '<tr><td>Cutover</td></tr>'],
    ],
  ],
  abbreviations: [
    [
      'Get-MigrationBatch -id Cutover -EA SilentlyContinue | select TotalCount | % { $_.TotalCount }; Get-MigrationUser -Batch Cutover | ? { $_.Status -eq \'Synced\' } | sort Identity -Desc | select -f 1 -Expand Identity | % { "$_" }',
      [5, 'staff@contoso.com'],
    ],
    [
      'get-migrationuserstatistics annb@contoso.com -includeskippeditems -includereport:$true | % { $_.skippeditemcount }; Remove-MigrationBatch nope -CF:$false -EA 0',
      [1],
    ],
  ],
  'typing hazards': [
    ['Get-MigrationBatch –Identity “Cutover” | ForEach-Object { ‘{0}’ –f $_.TotalCount }', ['5']],
    ['Get-MigrationBatch `\r\n  -Identity Cutover |\r\n  ForEach-Object { "✔ $($_.Identity)" }', ['✔ Cutover']],
  ],
  collections: [
    [
      '$one = Get-MigrationBatch; $one.Count; $none = Get-MigrationBatch nope -ErrorAction SilentlyContinue; $none.Count; $null -eq $none; (Get-MigrationUser).Identity.Count; [array] $list = Get-MigrationBatch; $list.Count; $all = @(); $all += Get-MigrationUser; $all += Get-MigrationBatch; $all.Count',
      [1, 0, true, 5, 1, 6],
    ],
    [
      "@((Get-MigrationUser).Identity -like 'a*').Count; (Get-MigrationUser).identity -contains 'annb@contoso.com'; @((Get-MigrationBatch).identity)[0].Name; (Get-MigrationUser).Status -ne 'Synced' | Measure-Object | % Count",
      [2, true, 'Cutover', 0],
    ],
  ],
  case: [
    [
      '(GET-MIGRATIONBATCH -IDENTITY CUTOVER).TOTALCOUNT; $p = @{ IDENTITY = "cutover" }; (get-migrationbatch @p).status -eq "SYNCED"',
      [5, true],
    ],
  ],
};

const cases = Object.entries(asked).flatMap(([what, rows]) =>
  rows.map(([script, output]) => [what, script, output] as const),
);

test.each(cases)('%s: %s', async (_what, script, output) => {
  const { errors, output: told } = await shell.invoke(script);
  expect(errors.map(({ message }) => message)).toEqual([]);
  expect(told).toEqual(output);
});
