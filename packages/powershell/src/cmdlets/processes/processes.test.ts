import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import type { Capabilities } from '../../host/capabilities.ts';
import { linuxProcesses } from '../../host/node/linux-processes.ts';
import type { ProcessFacts, ProcessTable } from '../../host/processes.ts';
import { createRunspace } from '../../runtime/runspace.ts';

const facts = (id: number, name: string): ProcessFacts => ({
  id,
  name,
  parentId: 1,
  terminalSession: 1,
  startTime: 0,
  processorTime: 1500,
  workingSet: 2_097_152,
  swapped: 0,
});

/** A table whose processes end as they are asked to, and after a look or two where they are to be waited for. */
function tableOf(...given: readonly ProcessFacts[]): ProcessTable & { readonly ended: number[] } {
  const running = new Map(given.map((each) => [each.id, each]));
  const ended: number[] = [];
  return {
    ownId: 1,
    ended,
    list: () => [...running.values()],
    find: (id) => running.get(id),
    end: (id) => {
      if (id === 7) throw Object.assign(new Error('kill EPERM'), { code: 'EPERM' });
      ended.push(id);
      running.delete(id);
    },
  };
}

function run(script: string, running?: ProcessTable): string {
  let text = '';
  const processes = { running, find: () => undefined, runAttached: () => 0, run: () => [] };
  const capabilities = { ...(running && { processes }) } as Capabilities;
  const host = { write: (part: string) => void (text += part), writeError: () => undefined, width: 200 };
  createRunspace({ host, capabilities }).invoke(script);
  return text.trim();
}

test('processes are found by name and id, and come by their names', () => {
  const table = tableOf(facts(5, 'zsh'), facts(4, 'node'), facts(3, 'Node'));
  expect(run('Get-Process | ForEach-Object Id', table)).toBe('3\n4\n5');
  expect(run('(Get-Process n*).Count; (Get-Process -Id 5).ProcessName; (gps zsh).CPU', table)).toBe('2\nzsh\n1.5');
  expect(run('"$(Get-Process zsh)"; (Get-Process zsh).GetType().FullName', table)).toBe(
    'System.Diagnostics.Process (zsh)\nSystem.Diagnostics.Process',
  );
});

test('a process that there is not is an error of its own', () => {
  const id = '$_.FullyQualifiedErrorId';
  const table = tableOf();
  expect(run(`try { Get-Process none -ErrorAction Stop } catch { ${id} }`, table)).toBe(
    'NoProcessFoundForGivenName,Microsoft.PowerShell.Commands.GetProcessCommand',
  );
  expect(run('try { Get-Process 12 -ErrorAction Stop } catch { "$_" }', table)).toBe(
    'Cannot find a process with the name "12". Try running with -Id to search by Id of processes.',
  );
});

test('Stop-Process ends processes, asks first, and tells what it may not end', () => {
  const table = tableOf(facts(5, 'zsh'), facts(7, 'init'));
  expect(run('Stop-Process -Id 5 -WhatIf', table)).toBe(
    'What if: Performing the operation "Stop-Process" on target "zsh (5)".',
  );
  expect(table.ended).toEqual([]);
  expect(run('(Get-Process zsh | Stop-Process -PassThru).HasExited', table)).toBe('True');
  expect(table.ended).toEqual([5]);
  expect(run('try { Stop-Process -Name init -ErrorAction Stop } catch { "$_" }', table)).toBe(
    'Cannot stop process "init (7)" because of the following error: Operation not permitted',
  );
});

test('Wait-Process gives up when its time is over', () => {
  const script = 'try { Wait-Process zsh -Timeout 0 -ErrorAction Stop } catch { "$_" }';
  expect(run(script, tableOf(facts(5, 'zsh')))).toBe(
    'This command stopped operation because process "zsh (5)" is not stopped in the specified time-out.',
  );
});

test('without the capability there are no processes', () => {
  expect(run('try { Get-Process } catch { "$_" }')).toBe('This session has not been given access to processes.');
});

let child: ChildProcess | undefined;
afterEach(() => child?.kill('SIGKILL'));

test.runIf(process.platform === 'linux')('the processes of Linux are told and ended', async () => {
  child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  await once(child, 'spawn');
  const table = linuxProcesses();
  const found = table.find(child.pid!)!;
  expect(found).toMatchObject({ id: child.pid, parentId: process.pid, path: process.execPath });
  expect(Math.abs(found.startTime - Date.now())).toBeLessThan(60_000);
  expect(table.list().map(({ id }) => id)).toContain(process.pid);
  table.end(child.pid!);
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
  expect(table.find(child.pid!)).toBeUndefined();
});
