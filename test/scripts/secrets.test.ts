import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { report } from 'node:process';
import { embeddedOrganisation } from '@cutover/cloud';
import { connect, coreEvents, newMigrationEndpoint, psCredential, rest, type Backend } from '@cutover/core';
import { batchEvent, progressEvent, userEvent } from '@cutover/migration';
import { MockExchange, mockEvents, OrganisationBuilder } from '@cutover/mock-exchange';
import { clientEvents } from '@cutover/outlook-anywhere';
import { createShell } from '@cutover/shell';
import { expect, test } from 'vitest';
import { serveInvokeCommand } from '../backends/invoke-command-server.ts';
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
$test = Test-MigrationServerAvailability -ExchangeOutlookAnywhere @where -Credentials $c -Detailed
$test | ConvertTo-Json -Depth 9 | Out-File "$PWD/test.json"
$test.Detail.Html | Out-File "$PWD/test.html"
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
Compare-MigratedMailbox annb@contoso.com | Export-Csv "$PWD/compared.csv"
$plan = New-MigrationPlan -TestMailboxes; $plan.Html | Out-File "$PWD/plan.html"; $plan.Markdown | Out-File "$PWD/plan.md"
Complete-MigrationBatch Cutover -Confirm:$false
do { Start-Sleep -Milliseconds 50 } until ((Get-MigrationBatch Cutover).Status -like 'Completed*')
Stop-Transcript | Out-Null
(Get-MigrationBatch Cutover).Status.ToString()`;

test(
  'of everything that a whole run writes nothing holds a password, but the report that tells the first ones',
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cutover-run-'));
    const events: Published[] = [];
    using _listening = listen(events);
    try {
      const shown = await runScript(folder);
      writeFileSync(join(folder, 'crash-report.json'), JSON.stringify(report.getReport()));
      writeFileSync(join(folder, 'events.json'), JSON.stringify(events));
      const files = filesIn(folder);
      const names = files.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(['test.html', 'plan.html', 'transcript.txt', 'rest.json']));
      expect(names).toContainEqual(expect.stringMatching(/^annb@contoso\.com .*\.json$/));
      expect(new Set(events.map(({ name }) => name)).size).toBeGreaterThan(5);
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
  writeFileSync(join(folder, 'rest.json'), JSON.stringify(await overRest(organisation)));
  return shown;
}

/** What goes over the wire when the settings are stored by REST. */
async function overRest(organisation: Backend): Promise<readonly string[]> {
  await using server = await serveInvokeCommand(organisation);
  const { requests, secretKey, url: baseUrl } = server;
  const identity = { user: 'admin@contoso.com' };
  const session = connect(rest({ tenant: 'contoso.com', identity, token: () => 'token', baseUrl, secretKey }));
  const where = { ExchangeServer: 'EXCH-MSG-1.contoso.com', RpcProxyServer: 'mail.contoso.com' };
  const Credentials = psCredential(String.raw`CONTOSO\administrator`, password);
  await newMigrationEndpoint(session, { Name: 'ByRest', ...where, Credentials, SkipVerification: true });
  expect(requests.join('')).toContain('ByRest');
  return requests;
}

interface Published {
  readonly name: string;
  readonly event: unknown;
}

/** Keeps every event that the packages publish while it lasts. */
function listen(events: Published[]): Disposable {
  const named = [coreEvents, clientEvents, mockEvents].flatMap((sources) => Object.values(sources));
  const channels = [...named, batchEvent, userEvent, progressEvent].map(({ channel }) => channel.name);
  const keep = (event: unknown, name: string | symbol): void => void events.push({ name: String(name), event });
  for (const name of channels) subscribe(name, keep);
  return { [Symbol.dispose]: () => channels.forEach((name) => unsubscribe(name, keep)) };
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
