import { embeddedOrganisation } from '@cutover/cloud';
import { connect } from '@cutover/core';
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
];

test.each(missing)('%s tells what is missing, and the script goes on', async (script, what) => {
  const { errors, output: told } = await shell.invoke(`${script}; 'on'`);
  expect(told).toEqual(['on']);
  expect(errors).toMatchObject([{ exception: notFound, message: expect.stringContaining(what) as string }]);
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

test('-WhatIf says what would be done, does not ask and does nothing', async () => {
  asked.length = 0;
  shown = '';
  await shell.invoke(
    `Remove-MigrationBatch x -WhatIf
     Complete-MigrationBatch x -WhatIf
     Remove-MigrationUser x -Force -WhatIf`,
    { show: true },
  );
  expect(shown).toBe(
    [
      'What if: Performing the operation "Removing the migration batch" on target "x".',
      'What if: Performing the operation "Completing the migration batch" on target "x".',
      'What if: Performing the operation "Removing the migration user" on target "x".',
      '',
    ].join('\n'),
  );
  expect(asked).toEqual([]);
});
