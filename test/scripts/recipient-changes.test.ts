import { embeddedOrganisation } from '@cutover/cloud';
import { connect } from '@cutover/core';
import { createShell, type Shell } from '@cutover/shell';
import { afterAll, beforeAll, expect, test } from 'vitest';

const held = new AsyncDisposableStack();
let shell: Shell;

beforeAll(async () => {
  const organisation = held.use(embeddedOrganisation({ data: ':memory:', acceptedDomains: ['contoso.com'] }));
  shell = held.use(createShell({ session: connect(organisation) }));
  await shell.invoke(`
    foreach ($name in 'Ann', 'Bob', 'Carol') {
      New-Mailbox -Name $name -MicrosoftOnlineServicesID "$name@contoso.com" -Password (ConvertTo-SecureString Sesame-0pen -AsPlainText -Force) | Out-Null
    }
    New-DistributionGroup -Name Board -ManagedBy Ann -RequireSenderAuthenticationEnabled $false | Out-Null`);
});
afterAll(() => held.disposeAsync());

const cases: Readonly<Record<string, readonly [script: string, output: readonly unknown[]]>> = {
  'X500 addresses of an older organization are added where they are missing': [
    String.raw`
      $addresses = @{ Ann = '/o=Old/cn=Recipients/cn=ann'; Bob = '/o=Old/cn=Recipients/cn=bob' }
      foreach ($name in $addresses.Keys) {
        $x500 = "X500:$($addresses[$name])"
        if ((Get-Mailbox $name).EmailAddresses -notcontains $x500) { Set-Mailbox $name -EmailAddresses @{ add = $x500 } }
        Set-Mailbox $name -EmailAddresses @{ Add = $x500, "smtp:$name.old@contoso.com"; Remove = "smtp:nobody@contoso.com" }
      }
      (Get-Mailbox Ann).EmailAddresses
      Set-Mailbox Ann -EmailAddresses @{ Remove = 'smtp:ann.old@contoso.com' }
      (Get-Mailbox Ann).EmailAddresses.Count`,
    ['SMTP:Ann@contoso.com', 'X500:/o=Old/cn=Recipients/cn=ann', 'smtp:Ann.old@contoso.com', 2],
  ],
  'mail is forwarded while both sides are in use, and no longer': [
    `Get-Mailbox | ForEach-Object { Set-Mailbox $_.Identity -ForwardingSmtpAddress "$($_.Alias)@old.contoso.com" -DeliverToMailboxAndForward $true }
     (Get-Mailbox -Filter 'ForwardingSmtpAddress -ne $null').ForwardingSmtpAddress
     Get-Mailbox | Where-Object { $_.ForwardingSmtpAddress -ne $null } | Set-Mailbox -ForwardingSmtpAddress $null -DeliverToMailboxAndForward $false
     @(Get-Mailbox -Filter 'ForwardingSmtpAddress -ne $null').Count`,
    ['smtp:Ann@old.contoso.com', 'smtp:Bob@old.contoso.com', 'smtp:Carol@old.contoso.com', 0],
  ],
  'a recipient of the organization is forwarded to, by any of its names': [
    `Set-Mailbox Ann -ForwardingAddress bob@contoso.com
     (Get-Mailbox Ann).ForwardingAddress.ToString()
     Set-Mailbox Ann -ForwardingAddress $null
     $null -eq (Get-Mailbox Ann).ForwardingAddress`,
    ['Bob', true],
  ],
  'who may send on behalf is set, added to and taken away': [
    `Set-Mailbox Ann -GrantSendOnBehalfTo bob@contoso.com
     Set-Mailbox Ann -GrantSendOnBehalfTo @{ Add = 'Carol', 'Bob' }
     "$((Get-Mailbox Ann).GrantSendOnBehalfTo)"
     Set-Mailbox Ann -GrantSendOnBehalfTo @{ Remove = 'bob' }
     "$((Get-Mailbox Ann).GrantSendOnBehalfTo)"
     Set-Mailbox Ann -GrantSendOnBehalfTo $null
     (Get-Mailbox Ann).GrantSendOnBehalfTo.Count`,
    ['Bob Carol', 'Carol', 0],
  ],
  'a group has managers, and takes mail from outside or not': [
    `Set-DistributionGroup Board -ManagedBy @{ Add = 'bob@contoso.com' }
     "$((Get-DistributionGroup Board).ManagedBy)"
     (Get-DistributionGroup Board).RequireSenderAuthenticationEnabled
     Set-DistributionGroup Board -RequireSenderAuthenticationEnabled $true -EmailAddresses @{ Add = 'directors@contoso.com' }
     (Get-DistributionGroup directors@contoso.com).RequireSenderAuthenticationEnabled`,
    ['Ann Bob', false, true],
  ],
  'rights are given to the whole mailbox, which scripts say in so many words': [
    `Add-MailboxPermission Ann -User Bob -AccessRights FullAccess -InheritanceType All | ForEach-Object InheritanceType
     Remove-MailboxPermission Ann -User Bob -AccessRights FullAccess -InheritanceType all -Confirm:$false`,
    ['All'],
  ],
};

test.each(Object.entries(cases))('%s', async (_title, [script, expected]) => {
  const { errors, output } = await shell.invoke(script);
  expect(errors.map(({ message }) => message)).toEqual([]);
  expect(output).toEqual(expected);
});

const refused: readonly [script: string, message: RegExp][] = [
  ["Set-Mailbox Ann -ForwardingSmtpAddress 'not an address'", /-ForwardingSmtpAddress is not an SMTP address/],
  [
    "New-MigrationBatch -Name B -NotificationEmails 'a@contoso.com;b@contoso.com'",
    /give each in quotes of its own, with commas/,
  ],
  ['Set-MigrationEndpoint E -RpcProxyServer https://mail.contoso.com/rpc', /give it alone, as mail\.contoso\.com/],
  ['Set-Mailbox Ann -ForwardingAddress nobody', /'nobody' couldn't be found/],
  ["Set-Mailbox Ann -GrantSendOnBehalfTo @{ Add = 'nobody' }", /'nobody' couldn't be found/],
  ["Set-Mailbox Ann -EmailAddresses @{ Ad = 'smtp:a@contoso.com' }", /-EmailAddresses Unrecognized key: "Ad"/],
  ["Set-Mailbox Ann -EmailAddresses @{ Add = 'smtp:bob@contoso.com' }", /bob@contoso\.com/],
  [
    'Add-MailboxPermission Ann -User Bob -AccessRights FullAccess -InheritanceType None',
    /-InheritanceType is not supported: a right holds for the whole mailbox, All/,
  ],
];

test.each(refused)('%s is refused', async (script, message) => {
  const { errors } = await shell.invoke(script);
  expect(errors.map((error) => error.message)).toEqual([expect.stringMatching(message)]);
});
