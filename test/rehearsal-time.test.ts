import { embeddedOrganisation } from '@cutover/cloud';
import { connect, newMigrationEndpoint, psCredential } from '@cutover/core';
import { contoso, MockExchange } from '@cutover/mock-exchange';
import { createShell } from '@cutover/shell';
import { expect, test } from 'vitest';
import { addressOf } from './support/mock-source.ts';

/** What many an administrator's script does: it waits in a loop, for days. */
const waitingScript = `
  New-MigrationBatch -Name Cutover -SourceEndpoint Contoso -AutoStart -CompleteAfter (Get-Date).AddDays(3) | Out-Null
  $rounds = 0
  $begun = Get-Date
  do {
    Start-Sleep -Seconds 21600
    $rounds++
  } until ((Get-MigrationBatch -Identity Cutover).Status -like 'Completed*' -or $rounds -gt 40)
  "$rounds rounds, $([int]((Get-Date) - $begun).TotalHours) hours"
`;

test(
  'a script that sleeps for days ends in seconds, and every daily sync took place',
  { timeout: 120_000 },
  async () => {
    await using mock = await MockExchange.start({ seed: contoso() });
    const source = addressOf(mock);
    await using organisation = embeddedOrganisation({
      data: ':memory:',
      acceptedDomains: source.acceptedDomains,
      connections: { [source.rpcProxyServer]: source.connection },
    });
    organisation.clock.setMode('Stepped');
    const session = connect(organisation);
    await newMigrationEndpoint(session, {
      Name: 'Contoso',
      ExchangeServer: source.exchangeServer,
      RpcProxyServer: source.rpcProxyServer,
      Credentials: psCredential(source.userName, source.password),
    });
    await using shell = createShell({ session, clock: organisation.clock });
    const { errors, output } = await shell.invoke(waitingScript);
    expect({ errors, output }).toEqual({ errors: [], output: ['12 rounds, 72 hours'] });
  },
);

test('a script that sets the clock has its Get-Date and Start-Sleep follow it, without being told to', async () => {
  await using organisation = embeddedOrganisation({ data: ':memory:' });
  await using shell = createShell({ session: connect(organisation) });
  const { errors, output } = await shell.invoke(`
    Set-EmulatorClock -Mode Stepped | Out-Null
    $begun = Get-Date
    Start-Sleep -Seconds 86400
    [int]((Get-Date) - $begun).TotalHours
    Set-EmulatorClock -Advance 3.00:00:00 -Mode Real | Out-Null
    [int]((Get-Date) - $begun).TotalHours`);
  expect({ errors, output }).toEqual({ errors: [], output: [24, 96] });
});
