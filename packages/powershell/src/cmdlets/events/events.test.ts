import { expect, test } from 'vitest';
import { createRunspace } from '../../runtime/runspace.ts';

function run(script: string): string {
  let text = '';
  const write = (part: string): void => void (text += part);
  createRunspace({ host: { write, writeError: write, width: 200 } }).invoke(script);
  return text.trim();
}

test('an event waits until it is taken', () => {
  const script = `$null = New-Event mine -Sender 5 -MessageData 'm'; (Wait-Event mine).MessageData; (Get-Event).Sender
    Remove-Event mine; @(Get-Event).Count; Wait-Event -Timeout 0`;
  expect(run(script)).toBe('m\n5\n0');
});

test('an action is called for each event of its source, as often as it is to be', () => {
  const script = `Register-EngineEvent tick -Action { $global:sum += $args[0]; $global:last = $Event.SourceIdentifier } -MaxTriggerCount 2
    1..3 | % { $null = New-Event tick -EventArguments $_ }; $sum; $last; @(Get-Event).Count; @(Get-EventSubscriber).Count`;
  expect(run(script)).toBe('3\ntick\n1\n0');
  expect(run('Register-EngineEvent a; Unregister-Event a; @(Get-EventSubscriber).Count')).toBe('0');
});

test.each([
  ['Get-Event nosuch', "Event with source identifier 'nosuch' does not exist."],
  ['Unregister-Event 7', "Event subscription with identifier '7' does not exist."],
  ['Register-EngineEvent PowerShell.Exiting', "The engine event 'PowerShell.Exiting' is not supported yet."],
  ['Register-ObjectEvent 5 Elapsed', "An event with the name 'Elapsed' does not exist. (Parameter 'eventName')"],
])('%s is an error', (script, message) => {
  expect(run(`$ErrorActionPreference = 'Stop'; try { ${script} } catch { "$_" }`)).toContain(message);
});
