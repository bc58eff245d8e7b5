import { connect, type Backend, type BackendMessage, type CmdletParameters } from '@cutover/core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createShell, type Shell } from './create-shell.ts';

const batch: BackendMessage = {
  kind: 'record',
  record: {
    Identity: 'Cutover',
    Status: 'Synced',
    TotalCount: 20,
    CreationDateTime: new Date('2026-11-21T15:04:05Z'),
    InitialSyncDuration: 93_784_005,
    NotificationEmails: ['a@contoso.com', 'b@contoso.com'],
    MigrationType: 'ExchangeOutlookAnywhere',
  },
};

let messages: readonly BackendMessage[] = [];
let calls: { cmdlet: string; parameters: CmdletParameters }[] = [];
let answers: string[] = [];
let shown = '';
let shell: Shell;

const backend: Backend = {
  async *invoke(cmdlet, parameters) {
    calls.push({ cmdlet, parameters });
    yield* messages;
  },
  close: () => Promise.resolve(),
};

// Its thread reads the whole language from its sources: one for all tests.
beforeAll(async () => {
  shell = createShell({
    session: connect(backend),
    answers: ({ text }) => {
      shown += `[${text}]`;
      return answers.shift();
    },
    onShown: (text) => void (shown += text),
  });
  await shell.invoke('1');
}, 60_000);
afterAll(() => shell.close());
beforeEach(() => {
  [messages, calls, answers, shown] = [[], [], [], ''];
});

describe('createShell', () => {
  test('gives what a script writes as plain objects', async () => {
    messages = [batch];
    const { output, succeeded } = await shell.invoke('Get-MigrationBatch');
    expect(succeeded).toBe(true);
    expect(output).toEqual([
      expect.objectContaining({
        Identity: 'Cutover',
        Status: 'Synced',
        TotalCount: 20,
        CreationDateTime: new Date('2026-11-21T15:04:05Z'),
        InitialSyncDuration: 93_784_005,
        NotificationEmails: ['a@contoso.com', 'b@contoso.com'],
        Report: null,
      }),
    ]);
  });

  test('identities and states are texts with members, as scripts take them', async () => {
    messages = [batch];
    const script = `$b = Get-MigrationBatch
      $b.Identity -eq 'cutover'; $b.Identity -like 'Cut*'; $b.Identity.Name; "$($b.Identity)"; $b.Identity.ToString()
      $b.Status -eq 'synced'; $b.Status.Value -eq 'Synced'; $b.Status -like 'Sync*'; [int]$b.Status; $b.Status -in 'Failed', 'Synced'`;
    const { output, errors } = await shell.invoke(script);
    expect(errors).toEqual([]);
    expect(output).toEqual([true, true, 'Cutover', 'Cutover', 'Cutover', true, true, true, 7, true]);
  });

  test('variables and functions live on', async () => {
    await shell.invoke('$x = 41; function plus($y) { $x + $y }');
    expect((await shell.invoke('plus 1')).output).toEqual([42]);
  });

  test('arguments reach a script by name and position', async () => {
    const script = 'param($Name, [switch]$Loud, $Rest) "$Name $Loud $Rest"';
    const { output } = await shell.invoke(script, { arguments: ['a'], parameters: { Loud: true, Rest: 5 } });
    expect(output).toEqual(['a True 5']);
  });

  test('streams come apart', async () => {
    const script = "Write-Warning careful; Write-Verbose detail -Verbose; Write-Error broken; Write-Host told; 'out'";
    const { output, errors, warnings, verbose, information } = await shell.invoke(script);
    expect({ output, warnings, verbose, information }).toEqual({
      output: ['out'],
      warnings: ['careful'],
      verbose: ['detail'],
      information: ['told'],
    });
    expect(errors).toMatchObject([{ message: 'broken', category: 'NotSpecified' }]);
  });

  test('with `show` it is shown as at a terminal', async () => {
    messages = [batch];
    const { output } = await shell.invoke('Get-MigrationBatch', {
      show: true,
    });
    expect(output).toEqual([]);
    expect(shown).toMatchInlineSnapshot(`
      "
      Identity Status Type                    TotalCount
      -------- ------ ----                    ----------
      Cutover  Synced ExchangeOutlookAnywhere 20

      "
    `);
  });

  test('a passwordless credential is asked for; the answer reaches the Backend and nothing else', async () => {
    answers = ['Pa$$w0rd'];
    const { errors } = await shell.invoke(
      String.raw`New-MigrationEndpoint -Name E -ExchangeServer s -RpcProxyServer p -Credentials 'C\a'`,
    );
    expect(errors).toEqual([]);
    expect(calls[0]?.parameters).toMatchObject({
      Name: 'E',
      Credentials: { userName: String.raw`C\a`, password: 'Pa$$w0rd' },
    });
  });

  test('every kind of question is answered, and one without an answer is an error', async () => {
    answers = ['ann', 'Pa$$w0rd', 'bob', 'secret', 'n', '5', 'y'];
    const { output, errors } = await shell.invoke(`
      Read-Host name
      (Read-Host word -AsSecureString).Length
      $c = Get-Credential; $c.UserName; $c.GetNetworkCredential().Password
      $Host.UI.PromptForChoice('Title', 'Go on?', @('&Yes', '&No'), 0)
      function twice { param([Parameter(Mandatory)][int]$Number) 2 * $Number }; twice
      function drop { [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')] param() if ($PSCmdlet.ShouldProcess('it')) { 'dropped' } }; drop`);
    expect(errors).toEqual([]);
    expect(output).toEqual(['ann', 8, 'bob', 'secret', 1, 10, 'dropped']);
    const unanswered = await shell.invoke("Read-Host 'Your name'; 'after'");
    expect(unanswered.output).toEqual(['after']);
    expect(unanswered.errors).toMatchObject([{ message: 'There is no answer to the question "Your name:".' }]);
  });

  test('a signal ends a question that nobody answers', async () => {
    const stopped = new AbortController();
    await using asking = createShell({
      session: connect(backend),
      answers: () => (stopped.abort(), new Promise<string>(() => undefined)),
    });
    expect(await asking.invoke("Read-Host; 'after'", { signal: stopped.signal })).toMatchObject({ ended: 'stopped' });
  });

  test('what is shown before a question is there when it is asked', async () => {
    const rounds = Array.from({ length: 30 }, (_, index) => String(index));
    answers = rounds.map(() => 'yes');
    await shell.invoke(
      'foreach ($n in 0..29) { Write-Host $n -NoNewline; Write-Host "," -NoNewline; $null = Read-Host ask }',
      {
        show: true,
      },
    );
    expect(shown).toBe(rounds.map((round) => `${round},[ask: ]`).join(''));
  });

  test('an aborted signal stops an endless loop, and the shell goes on', async () => {
    const stopped = new AbortController();
    setTimeout(() => stopped.abort(), 100);
    const { ended, information } = await shell.invoke("try { while ($true) {} } finally { Write-Host 'cleaned' }", {
      signal: stopped.signal,
    });
    expect({ ended, information }).toEqual({ ended: 'stopped', information: ['cleaned'] });
    expect((await shell.invoke('1')).output).toEqual([1]);
  });

  test('help tells of the cmdlets what the SDK tells', async () => {
    const { output } = await shell.invoke(
      `(Get-Help New-MigrationBatch).Synopsis; (Get-Command Get-MigrationBatch).Source
       (Get-Command Get-MigrationBatch -Syntax | Out-String) -match '-Status <\\w+>'; $Matches[0]`,
    );
    expect(output).toEqual([
      expect.stringContaining('Creates a migration batch'),
      'ExchangeOnlineManagement',
      true,
      '-Status <MigrationBatchStatus>',
    ]);
  });

  test('a closed shell refuses', async () => {
    await shell.close();
    await expect(shell.invoke('1')).rejects.toMatchObject({ code: 'shell.shellClosed' });
  });
});
