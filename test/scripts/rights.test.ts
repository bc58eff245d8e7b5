import { embeddedOrganisation } from '@cutover/cloud';
import { connect } from '@cutover/core';
import { createShell } from '@cutover/shell';
import { expect, test } from 'vitest';

const script = String.raw`
foreach ($name in 'Ann', 'Bob', 'Carol') {
  $password = ConvertTo-SecureString Sesame-0pen -AsPlainText -Force
  New-Mailbox -Name $name -MicrosoftOnlineServicesID "$name@contoso.com" -Password $password | Out-Null
}
'Ann', 'Bob' | Get-Mailbox | Add-MailboxPermission -User Carol -AccessRights FullAccess -AutoMapping $false | Out-Null
function Get-Trustee { 'Ann', 'Bob' | Get-MailboxPermission | Where-Object User -ne 'NT AUTHORITY\SELF' }
(Get-Trustee).Count
Get-MailboxPermission Ann -User Carol | Remove-MailboxPermission -WhatIf
(Get-Trustee).Count
Get-MailboxPermission Ann -User Carol | Remove-MailboxPermission -Confirm:$false
(Get-Trustee).Identity.ToString()
Get-Trustee | Remove-MailboxPermission -Confirm:$false
@(Get-Trustee).Count`;

test('rights go from one cmdlet to the next, as scripts pipe them', async () => {
  await using organisation = embeddedOrganisation({ data: ':memory:', acceptedDomains: ['contoso.com'] });
  await using shell = createShell({ session: connect(organisation) });
  const { errors, output } = await shell.invoke(script);
  expect(errors.map(({ message }) => message)).toEqual([]);
  expect(output).toEqual([2, 2, 'Bob', 0]);
});
