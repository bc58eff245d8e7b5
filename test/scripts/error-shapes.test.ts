import { embeddedOrganisation } from '@cutover/cloud';
import { connect } from '@cutover/core';
import { createShell } from '@cutover/shell';
import { describe, expect, test } from 'vitest';

const notFound = 'Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException';
const missing = 'The migration batch "nope" can\'t be found.';
const request = String.raw`\[Server=CUTOVER01,RequestId=[-0-9a-f]{36},TimeStamp=`;

/** How sessions write an error of the service: as remote ones did until 2023, and as REST does since. */
const shapes = [
  {
    serviceVersion: '2013',
    message: missing,
    id: new RegExp(
      String.raw`^${request}[^\]]+ [AP]M\] \[FailureCategory=Cmdlet-ManagementObjectNotFoundException\] [0-9A-F]{8},Microsoft\.Exchange\.Management\.Migration\.MigrationService\.Batch\.GetMigrationBatch$`,
    ),
  },
  {
    serviceVersion: 'current',
    message: `|${notFound}|${missing}`,
    id: new RegExp(String.raw`^${request}\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT\],Write-ErrorMessage$`),
  },
] as const;

const script = `
$ErrorView = 'NormalView'; Get-MigrationBatch nope
try { Get-MigrationBatch nope -ErrorAction Stop } catch { Write-Host "caught: $_" }
Get-MigrationBatch nope -ErrorAction SilentlyContinue -ErrorVariable found
Write-Host $found[0].Exception.GetType().FullName
Write-Host $found[0].FullyQualifiedErrorId
Write-Host $found[0].CategoryInfo.ToString()
try { Get-MigrationBatch -Status Syncd } catch { }
Write-Host $Error[0].FullyQualifiedErrorId`;

describe.each(shapes)('errors of the service version $serviceVersion', ({ serviceVersion, message, id }) => {
  test('are shown, caught and taken apart as sessions of that time have them', async () => {
    await using organisation = embeddedOrganisation({ data: ':memory:', serviceVersion });
    let shown = '';
    await using shell = createShell({
      session: connect(organisation),
      width: 240,
      onShown: (text) => void (shown += text),
    });
    await shell.invoke('Get-MigrationBatch nope', { show: true });
    await shell.invoke(script, { show: true });
    // eslint-disable-next-line no-control-regex -- the colours of errors
    const lines = shown.replaceAll(/\u001B\[[\d;]*m/g, '').split('\n');
    expect(lines[0]).toBe(`Get-MigrationBatch: ${message}`);
    expect(lines[1]).toBe(`Get-MigrationBatch : ${message}`);
    const category = 'NotSpecified: (nope:String) [Get-MigrationBatch], ManagementObjectNotFoundException';
    expect(lines).toContain(`+ CategoryInfo          : ${category}`);
    expect(lines.find((line) => line.startsWith('+ FullyQualifiedErrorId'))!.slice(26)).toMatch(id);
    expect(lines).toContain(`caught: ${message}`);
    const [type, fullId, info, binding] = lines.slice(lines.indexOf(`caught: ${message}`) + 1);
    expect([type, info, binding]).toEqual([notFound, category, 'CannotConvertArgumentNoMessage,Get-MigrationBatch']);
    expect(fullId).toMatch(id);
  });
});
