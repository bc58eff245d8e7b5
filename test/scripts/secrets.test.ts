import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { report } from 'node:process';
import { embeddedOrganisation } from '@cutover/cloud';
import { connect } from '@cutover/core';
import { MockExchange, OrganisationBuilder } from '@cutover/mock-exchange';
import { createShell } from '@cutover/shell';
import { expect, test } from 'vitest';
import { addressOf } from '../support/mock-source.ts';

const password = 'Tr0ub4dor-&3';
const seed = new OrganisationBuilder({ name: 'Contoso', domain: 'contoso.com' })
  .user({ alias: 'administrator', displayName: 'Administrator', password })
  .user({ alias: 'annb', displayName: 'Ann Beebe' })
  .grantReceiveAs('administrator')
  .build();

/** A whole migration as an administrator does it, with everything that can be written down. */
const script = String.raw`
Start-Transcript "$PWD/transcript.txt" | Out-Null
$VerbosePreference = 'Continue'
$c = [pscredential]::new('CONTOSO\administrator', (Read-Host 'Password' -AsSecureString))
$wrong = [pscredential]::new('CONTOSO\administrator', (ConvertTo-SecureString 'not-${password}' -AsPlainText -Force))
$where = @{ ExchangeServer = 'EXCH-MSG-1.contoso.com'; RPCProxyServer = 'mail.contoso.com' }
Test-MigrationServerAvailability -ExchangeOutlookAnywhere @where -Credentials $wrong -Detailed | Export-Clixml "$PWD/wrong.xml"
Test-MigrationServerAvailability -ExchangeOutlookAnywhere @where -Credentials $c -Detailed | ConvertTo-Json -Depth 9 | Out-File "$PWD/test.json"
New-MigrationEndpoint -ExchangeOutlookAnywhere -Name Wrong @where -Credentials $wrong
New-MigrationEndpoint -ExchangeOutlookAnywhere -Name Contoso @where -Credentials $c | Format-List *
$s = New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri http://mail.contoso.com/PowerShell/ -Credential $wrong
$s = New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri http://mail.contoso.com/PowerShell/ -Credential $c
$s | Format-List *; Import-PSSession $s -Prefix OnPrem | Out-Null; Get-OnPremMailbox | Format-List *
New-MigrationBatch -Name Cutover -SourceEndpoint Contoso -AutoStart | Format-List *
do { Start-Sleep -Milliseconds 50 } until ((Get-MigrationBatch Cutover).Status -in 'Synced', 'SyncedWithErrors', 'Failed')
Get-MigrationBatch -IncludeReport -DiagnosticInfo verbose | Export-Clixml "$PWD/batch.xml"
Get-MigrationUser | Get-MigrationUserStatistics -IncludeReport -IncludeSkippedItems -DiagnosticInfo verbose | ConvertTo-Json -Depth 9 | Out-File "$PWD/users.json"
Get-MigrationEndpoint -DiagnosticInfo verbose | Export-Csv "$PWD/endpoints.csv"
Get-Variable | Out-String | Out-File "$PWD/variables.txt"
$Error | Format-List * -Force | Out-String | Out-File "$PWD/errors.txt"
Complete-MigrationBatch Cutover -Confirm:$false
do { Start-Sleep -Milliseconds 50 } until ((Get-MigrationBatch Cutover).Status -like 'Completed*')
Stop-Transcript | Out-Null
(Get-MigrationBatch Cutover).Status.ToString()`;

test(
  'of everything that a whole run writes nothing holds a password, but the report that tells the first ones',
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cutover-run-'));
    try {
      const shown = await runScript(folder);
      writeFileSync(join(folder, 'crash-report.json'), JSON.stringify(report.getReport()));
      const files = filesIn(folder);
      expect(files.length).toBeGreaterThan(12);
      expect(shown + files.map(({ text }) => text).join('')).toContain('EXCH-MSG-1');
      expect(holding(files, password)).toEqual([]);
      expect(shown).not.toContain(password);
      const first = files.find(({ name, text }) => name === 'MigrationStatistics.csv' && passwordsIn(text).length > 0)!;
      for (const each of passwordsIn(first.text)) {
        expect(each).toMatch(/^[A-Za-z0-9]{8}$/);
        expect(shown).not.toContain(each);
        // The mail that tells them is the report, to be sent.
        const others = holding(files, each).filter(
          (name) => name !== 'MigrationStatistics.csv' && !name.endsWith('.eml'),
        );
        expect(others).toEqual([]);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

/** Gives everything that was shown. */
async function runScript(folder: string): Promise<string> {
  await using exchange = await MockExchange.start({ seed, httpPort: 0, managementPort: 0 });
  const { connection, rpcProxyServer } = addressOf(exchange);
  const connections = { [rpcProxyServer]: { ...connection, management: exchange.urls['management'] } };
  await using organisation = embeddedOrganisation({ data: join(folder, 'data'), connections });
  let shown = '';
  await using shell = createShell({
    session: connect(organisation),
    connections,
    folder,
    answers: () => password,
    onShown: (text) => void (shown += text),
  });
  await shell.invoke(script, { show: true });
  expect(shown).toMatch(/Completed\s*$/);
  return shown;
}

interface Written {
  readonly name: string;
  readonly bytes: Buffer;
  readonly text: string;
}

const filesIn = (folder: string): Written[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      return { name: basename(entry.name), bytes, text: bytes.toString('latin1') };
    });

/** The files that hold a text as it is, in UTF-16, in base64, or as JSON or XML write it. */
function holding(files: readonly Written[], secret: string): string[] {
  const forms = [secret, secret.replaceAll('&', '&amp;'), secret.replaceAll('&', '\\u0026')];
  const needles = forms.flatMap((form) => [Buffer.from(form), Buffer.from(form, 'utf16le')]);
  const encoded = Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(0, -2);
  return files
    .filter(({ bytes }) => [...needles, Buffer.from(encoded)].some((needle) => bytes.includes(needle)))
    .map(({ name }) => name);
}

/** The column that MigrationStatistics.csv has for them. */
const passwordsIn = (csv: string): string[] =>
  csv
    .split('\r\n')
    .slice(1)
    .flatMap((line) => line.split(',')[4] || []);
