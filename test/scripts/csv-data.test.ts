import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  .user({ alias: 'bob', displayName: 'Bob Kelly' })
  .grantReceiveAs('administrator')
  .build();

let exchange: MockExchange;
let shell: Shell;
const folder = mkdtempSync(join(tmpdir(), 'cutover-csv-'));
const held = new AsyncDisposableStack();

beforeAll(async () => {
  exchange = held.use(await MockExchange.start({ seed, httpPort: 0 }));
  const { connection, rpcProxyServer } = addressOf(exchange);
  const organisation = held.use(
    embeddedOrganisation({ data: ':memory:', connections: { [rpcProxyServer]: connection } }),
  );
  writeFileSync(
    join(folder, 'users.csv'),
    '\uFEFFEmailAddress,BadItemLimit\r\nannb@contoso.com,5\r\nbob@contoso.com,\r\n',
  );
  shell = held.use(createShell({ session: connect(organisation), folder, answers: () => password }));
  const made = await shell.invoke(
    String.raw`New-MigrationEndpoint -ExchangeOutlookAnywhere -Name Contoso -ExchangeServer EXCH-MSG-1.contoso.com -RPCProxyServer mail.contoso.com -Credentials CONTOSO\administrator`,
  );
  expect(made.errors).toEqual([]);
}, 60_000);
afterAll(async () => {
  await held.disposeAsync();
  rmSync(folder, { recursive: true });
});

/** The forms in which public scripts give the rows, and whom each names. */
const forms: readonly [what: string, data: string, users: readonly string[]][] = [
  ['the bytes of a file', '([System.IO.File]::ReadAllBytes("$PWD/users.csv"))', ['annb', 'bob']],
  ['the bytes of a text in UTF-8', '([Text.Encoding]::UTF8.GetBytes("EmailAddress`nannb@contoso.com"))', ['annb']],
  [
    'the bytes of a text in ASCII',
    '([System.Text.Encoding]::ASCII.GetBytes("EmailAddress`r`nbob@contoso.com`r`n"))',
    ['bob'],
  ],
  [
    'arrays of bytes added together',
    '([Text.Encoding]::UTF8.GetBytes("EmailAddress`n") + [Text.Encoding]::UTF8.GetBytes("annb@contoso.com`n") + [Text.Encoding]::UTF8.GetBytes("bob@contoso.com"))',
    ['annb', 'bob'],
  ],
  [
    'the bytes of a here-string',
    '([Text.Encoding]::UTF8.GetBytes(@"\nEmailAddress,BadItemLimit\nannb@contoso.com,3\n"@))',
    ['annb'],
  ],
  ['Get-Content as bytes', '(Get-Content "$PWD/users.csv" -AsByteStream)', ['annb', 'bob']],
  ['Get-Content as bytes of one piece', '(Get-Content "$PWD/users.csv" -AsByteStream -Raw)', ['annb', 'bob']],
];

test.each(forms)('-CSVData takes %s', async (_what, data, users) => {
  const { errors, output } = await shell.invoke(`
    New-MigrationBatch -Name Rows -SourceEndpoint Contoso -CSVData ${data} | Out-Null
    Get-MigrationUser -BatchId Rows | ForEach-Object { $_.Identity.ToString() }
    Remove-MigrationBatch Rows -Confirm:$false`);
  expect(errors).toEqual([]);
  expect(output).toEqual(users.map((user) => `${user}@contoso.com`));
});

test('-CSVData refuses the objects of Import-Csv, and says what to give', async () => {
  const { errors } = await shell.invoke(
    'New-MigrationBatch -Name Rows -SourceEndpoint Contoso -CSVData (Import-Csv "$PWD/users.csv")',
  );
  expect(errors).toMatchObject([{ message: expect.stringContaining('ReadAllBytes') as string }]);
});

test('a bad row and a bad header are told by number and name, and do not take the others down', async () => {
  const { errors, output, warnings } = await shell.invoke(`
    $csv = [Text.Encoding]::UTF8.GetBytes("EmailAddress,BadItemLimit\`nannb@contoso.com,x\`nnobody\`nbob@contoso.com,2")
    New-MigrationBatch -Name Rows -SourceEndpoint Contoso -CSVData $csv | Out-Null
    (Get-MigrationUser -BatchId Rows).Identity.ToString()
    Remove-MigrationBatch Rows -Confirm:$false
    New-MigrationBatch -Name Rows -SourceEndpoint Contoso -CSVData ([Text.Encoding]::UTF8.GetBytes("EmailAdress\`nannb@contoso.com"))`);
  expect(output).toEqual(['bob@contoso.com']);
  expect(warnings).toEqual([expect.stringContaining('Row 1'), expect.stringContaining('Row 2')]);
  expect(errors).toMatchObject([{ message: expect.stringContaining('EmailAdress') as string }]);
});
