import { embeddedOrganisation } from '@cutover/cloud';
import { connect } from '@cutover/core';
import { MockExchange, OrganisationBuilder } from '@cutover/mock-exchange';
import { createShell, type Shell, type ShellOutcome } from '@cutover/shell';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

const password = 'Pa$$w0rd';
const seed = new OrganisationBuilder({ name: 'Contoso', domain: 'contoso.com' })
  .user({ alias: 'administrator', displayName: 'Administrator', password })
  .user({ alias: 'annb', displayName: 'Ann Beebe' })
  .build();

let exchange: MockExchange;
let shell: Shell;
const organisation = embeddedOrganisation({ data: ':memory:' });

// The language is read once for all tests; each begins with no session.
beforeAll(async () => {
  exchange = await MockExchange.start({ seed, managementPort: 0 });
  shell = createShell({
    session: connect(organisation),
    connections: { 'EXCH-MSG-1.contoso.com': { management: exchange.urls['management'] } },
    answers: () => undefined,
  });
  await run(
    'New-Mailbox -Name "Cloud Only" -MicrosoftOnlineServicesID only@contoso.com -Password (ConvertTo-SecureString abc123XY -AsPlainText -Force) | Out-Null',
  );
}, 60_000);
afterAll(async () => {
  await shell.close();
  await organisation.close();
  await exchange.close();
});
beforeEach(() =>
  run(
    'Exit-PSSession; Get-Module tmp* | Remove-Module; Get-PSSession | Remove-PSSession; Disconnect-ExchangeOnline -Confirm:$false',
  ),
);

async function run(script: string): Promise<ShellOutcome> {
  const outcome = await shell.invoke(script);
  expect(outcome.errors.map(({ message }) => message)).toEqual([]);
  return outcome;
}

const credential = `$c = [pscredential]::new('CONTOSO\\administrator', (ConvertTo-SecureString '${password}' -AsPlainText -Force))`;
const open = `${credential}
$s = New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri http://EXCH-MSG-1.contoso.com/PowerShell/ -Authentication Kerberos -Credential $c -AllowRedirection -SessionOption (New-PSSessionOption -SkipCACheck -SkipCNCheck)`;

describe('New-PSSession', () => {
  test('opens a session that scripts can look at and close', async () => {
    const { output } = await run(
      `${open}; $s | Select-Object Name, ComputerName, ConfigurationName, State, Availability`,
    );
    expect(output).toMatchObject([
      {
        Name: expect.stringMatching(/^Runspace\d+$/) as string,
        ComputerName: 'exch-msg-1.contoso.com',
        ConfigurationName: 'Microsoft.Exchange',
        State: 'Opened',
        Availability: 'Available',
      },
    ]);
    const checks = `(Get-PSSession | Where-Object { $_.ConfigurationName -eq 'Microsoft.Exchange' -and $_.State -eq 'Opened' }).Count
      Remove-PSSession $s; @(Get-PSSession).Count; $s.State`;
    expect((await run(checks)).output).toEqual([1, 0, 'Closed']);
  });

  test.each([
    [
      'a wrong password',
      '-Credential ([pscredential]::new("administrator", (ConvertTo-SecureString x -AsPlainText -Force)))',
    ],
    ['no credential', ''],
    ['another configuration', '-Credential $c -ConfigurationName Microsoft.PowerShell'],
  ])('%s is an error after which the script goes on', async (_what, given) => {
    const configuration = given.includes('-ConfigurationName') ? '' : '-ConfigurationName Microsoft.Exchange';
    const script = `${credential}
      $s = New-PSSession -ConnectionUri http://EXCH-MSG-1.contoso.com/PowerShell/ ${configuration} ${given}; $null -eq $s`;
    const { errors, output } = await shell.invoke(script);
    expect(output).toEqual([true]);
    expect(errors).toMatchObject([
      {
        exception: 'System.Management.Automation.Remoting.PSRemotingTransportException',
        fullyQualifiedErrorId: expect.stringContaining('PSSessionOpenFailed') as string,
        message: expect.stringContaining('Connecting to remote server exch-msg-1.contoso.com failed') as string,
      },
    ]);
    expect(JSON.stringify(errors)).not.toContain(password);
  });

  test('remoting to a computer is refused by name', async () => {
    const { errors } = await shell.invoke('New-PSSession -ComputerName EXCH-MSG-1');
    expect(errors[0]?.fullyQualifiedErrorId).toContain('ParameterNotSupported');
  });
});

describe('Import-PSSession', () => {
  test('makes the commands those of the on-premises organisation', async () => {
    const { output } = await run(`${open}
      Import-PSSession $s -DisableNameChecking -AllowClobber | Select-Object -ExpandProperty ModuleType
      Get-Mailbox | Select-Object -ExpandProperty Name
      (Get-OutlookAnywhere).ExternalHostname`);
    expect(output).toEqual(['Script', 'Administrator', 'Ann Beebe', 'mail.contoso.com']);
  });

  test('with a prefix leaves the cloud its names', async () => {
    const { output } = await run(`${open}
      Import-PSSession $s -Prefix OnPrem | Out-Null
      (Get-Mailbox).Name; (Get-OnPremMailbox annb).Name; (Get-Command Get-OnPremMailbox).Name`);
    expect(output).toEqual(['Cloud Only', 'Ann Beebe', 'Get-OnPremMailbox']);
  });

  test('takes the commands that are named alone', async () => {
    const { output } = await run(`${open}
      Import-PSSession $s -CommandName Get-Mail*, Get-Recipient -Prefix OP | Out-Null
      @(Get-Command *-OP*).Name -join ' '`);
    expect(output).toEqual([
      'Get-OPMailbox Get-OPMailboxDatabase Get-OPMailboxFolderStatistics Get-OPMailboxPermission Get-OPMailboxStatistics Get-OPMailContact Get-OPRecipient',
    ]);
  });

  test('does not take the place of what was imported before unless it is told', async () => {
    const { output, warnings } = await run(`${open}
      Connect-ExchangeOnline; Import-PSSession $s -CommandName Get-Mailbox | Out-Null; (Get-Mailbox).Name`);
    expect(output).toEqual(['Cloud Only']);
    expect(warnings[0]).toMatch(/^Proxy creation has been skipped for the following command: 'Get-Mailbox'/);
  });

  test('what was imported from a session that is closed says so', async () => {
    const { errors } = await shell.invoke(`${open}
      Import-PSSession $s -Prefix OnPrem | Out-Null; Remove-PSSession $s; Get-OnPremMailbox`);
    expect(errors).toMatchObject([{ message: expect.stringContaining('session is closed') as string }]);
  });

  test('removing the module takes the commands away', async () => {
    const script = `${open}
      $m = Import-PSSession $s -Prefix OnPrem; Remove-Module $m; [bool](Get-Command Get-OnPremMailbox -ErrorAction Ignore)`;
    expect((await run(script)).output).toEqual([false]);
  });

  test('rights are given through the pipeline, and hold in the mock', async () => {
    await run(`${open}
      Import-PSSession $s -Prefix OnPrem | Out-Null
      Get-OnPremMailbox annb | Add-OnPremMailboxPermission -User CONTOSO\\administrator -AccessRights FullAccess | Out-Null
      Get-OnPremMailboxDatabase | Add-OnPremADPermission -User administrator -ExtendedRights Receive-As | Out-Null`);
    expect(exchange.organisation.permissions.map(({ right }) => right)).toEqual(['FullAccess', 'ReceiveAs']);
    exchange.reset();
  });
});

describe('Connect-ExchangeOnline', () => {
  test('with a prefix tells the cloud from the on-premises organisation', async () => {
    const { output } = await run(`${open}
      Connect-ExchangeOnline -Prefix Cloud -ShowBanner:$false
      Import-PSSession $s -AllowClobber | Out-Null
      (Get-CloudMailbox).Name; (Get-Mailbox annb).Name; (Get-ConnectionInformation).ModulePrefix
      Disconnect-ExchangeOnline -Confirm:$false; [bool](Get-Command Get-CloudMailbox -ErrorAction Ignore)`);
    expect(output).toEqual(['Cloud Only', 'Ann Beebe', 'Cloud', false]);
  });

  test('after an import it makes the commands the cloud’s again', async () => {
    const { output } = await run(`${open}
      Import-PSSession $s | Out-Null; (Get-Mailbox annb).Name; Connect-ExchangeOnline; (Get-Mailbox).Name`);
    expect(output).toEqual(['Ann Beebe', 'Cloud Only']);
  });

  test('a session of the cloud has the cloud’s commands', async () => {
    const { output } = await run(`${credential}
      $s = New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri https://outlook.office365.com/powershell-liveid/ -Credential $c -Authentication Basic -AllowRedirection
      Import-PSSession $s -Prefix EXO -DisableNameChecking | Out-Null; (Get-EXOMailbox).Name; [bool](Get-Command Get-EXOOutlookAnywhere -ErrorAction Ignore)`);
    expect(output).toEqual(['Cloud Only', false]);
  });
});

test('Enter-PSSession and Exit-PSSession go there and back', async () => {
  const { output } = await run(`${open}
    Enter-PSSession $s; (Get-Mailbox annb).Name; Exit-PSSession; (Get-Mailbox).Name; [bool](Get-Command Get-OutlookAnywhere -ErrorAction Ignore)`);
  expect(output).toEqual(['Ann Beebe', 'Cloud Only', false]);
});
