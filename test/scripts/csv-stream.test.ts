import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedOrganisation } from '@cutover/cloud';
import { connect } from '@cutover/core';
import { MockExchange, OrganisationBuilder } from '@cutover/mock-exchange';
import { createShell } from '@cutover/shell';
import { expect, test } from 'vitest';
import { addressOf } from '../support/mock-source.ts';

const password = 'Pa$$w0rd';
const seed = new OrganisationBuilder({ name: 'Contoso', domain: 'contoso.com' })
  .user({ alias: 'administrator', displayName: 'Administrator', password })
  .user({ alias: 'annb', displayName: 'Ann Beebe' })
  .grantReceiveAs('administrator')
  .build();

const migrate = String.raw`
New-MigrationEndpoint -ExchangeOutlookAnywhere -Name Contoso -ExchangeServer EXCH-MSG-1.contoso.com -RPCProxyServer mail.contoso.com -Credentials CONTOSO\administrator | Out-Null
New-MigrationBatch -Name Cutover -SourceEndpoint Contoso -AutoStart | Out-Null
do { Start-Sleep -Milliseconds 50 } until ((Get-MigrationBatch Cutover).Reports.Count)
$url = (Get-MigrationBatch Cutover).Reports[0].SuccessUrl
$written = [IO.File]::ReadAllText(([uri] $url).LocalPath)`;

test('Export-MigrationReport -CsvStream writes the whole report into any stream of a script', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-stream-'));
  try {
    await using exchange = await MockExchange.start({ seed, httpPort: 0 });
    const { connection, rpcProxyServer } = addressOf(exchange);
    await using organisation = embeddedOrganisation({
      data: join(folder, 'data'),
      connections: { [rpcProxyServer]: connection },
    });
    await using shell = createShell({ session: connect(organisation), folder, answers: () => password });
    const { errors, output } = await shell.invoke(`${migrate}
      $file = [IO.File]::Create("$PWD/report.csv")
      Export-MigrationReport -Identity $url -CsvStream $file
      $file.Close()
      [IO.File]::ReadAllText("$PWD/report.csv") -ceq $written
      (Import-Csv report.csv).EmailAddress
      $memory = [IO.MemoryStream]::new()
      Export-MigrationReport $url -CsvStream $memory -WhatIf
      $memory.Length
      Export-MigrationReport $url -CsvStream $memory
      [Text.Encoding]::UTF8.GetString($memory.ToArray()) -ceq $written
      Export-MigrationReport nothing -CsvStream $memory
      Export-MigrationReport $url -CsvStream report.csv`);
    expect(output).toEqual([true, 'administrator@contoso.com', 'annb@contoso.com', 0, true]);
    expect(errors).toMatchObject([
      { exception: 'Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException' },
      { fullyQualifiedErrorId: 'CannotConvertArgumentNoMessage,Export-MigrationReport' },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
