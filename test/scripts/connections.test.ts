import { embeddedOrganisation } from '@cutover/cloud';
import { connect } from '@cutover/core';
import { createShell } from '@cutover/shell';
import { expect, test } from 'vitest';

test('connections are opened and closed again and again, each with its own commands', async () => {
  await using organisation = embeddedOrganisation({ data: ':memory:' });
  await using shell = createShell({ session: connect(organisation) });
  const { errors, output } = await shell.invoke(`
    function Test-Command($name) { [bool](Get-Command $name -ErrorAction Ignore) }
    Connect-ExchangeOnline -Prefix Cloud; Test-Command Get-CloudMailbox
    Disconnect-ExchangeOnline -Confirm:$false; Test-Command Get-CloudMailbox
    Connect-ExchangeOnline; Connect-ExchangeOnline -Prefix A; Connect-ExchangeOnline -Prefix B
    Test-Command Connect-BExchangeOnline; Test-Command Get-AMailbox; Test-Command Get-BMailbox
    Get-ConnectionInformation -ModulePrefix A | Disconnect-ExchangeOnline -Confirm:$false
    Test-Command Get-AMailbox; Test-Command Get-BMailbox
    Disconnect-ExchangeOnline -ModulePrefix B -Confirm:$false; Test-Command Get-BMailbox
    @(Get-ConnectionInformation).Count; Disconnect-ExchangeOnline -Confirm:$false; @(Get-ConnectionInformation).Count
    Connect-ExchangeOnline -Prefix C; Test-Command Get-CMailbox`);
  expect(errors).toEqual([]);
  expect(output).toEqual([true, false, false, true, true, false, true, false, 1, 0, true]);
});
