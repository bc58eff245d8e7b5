import { expect, test } from 'vitest';
import type { Capabilities } from '../../host/capabilities.ts';
import { nodeFiles } from '../../host/node/node-files.ts';
import type { StartCall } from '../../host/processes.ts';
import { createRunspace } from '../../runtime/runspace.ts';
import { splitArguments } from './split-arguments.ts';

/** Runs a script beside programs that are all in /bin and end with 3; tells what was started. */
function run(script: string, programs: readonly string[] = ['sh', 'xdg-open']) {
  const started: StartCall[] = [];
  const waits: (number | undefined)[] = [];
  let text = '';
  const write = (part: string): void => void (text += part);
  const capabilities: Capabilities = {
    files: nodeFiles(),
    folder: import.meta.dirname,
    processes: {
      find: (name) => (programs.includes(name) ? `/bin/${name}` : undefined),
      runAttached: () => 0,
      run: () => [],
      starter: {
        start: (call) => started.push(call),
        exitCode: (_id, timeout) => (waits.push(timeout), timeout === undefined ? 3 : undefined),
      },
    },
  };
  createRunspace({ host: { write, writeError: write, width: 200 }, capabilities }).invoke(script);
  return { started, waits, text: text.trim() };
}

test('a line of arguments is cut as .NET cuts it', () => {
  expect(splitArguments('-c "a b"  d')).toEqual(['-c', 'a b', 'd']);
  expect(splitArguments(String.raw`a\b "c\\" \"d "e""f" ""`)).toEqual(['a\\b', 'c\\', '"d', 'e"f', '']);
});

test('Start-Process starts a program with its folder, environment and streams', () => {
  const { started } = run(
    `Start-Process sh -ArgumentList '-c', '"exit 3"' -RedirectStandardOutput out.txt -WorkingDirectory / -Environment @{ A = 1 }`,
  );
  expect(started).toEqual([
    {
      path: '/bin/sh',
      arguments: ['-c', 'exit 3'],
      folder: '/',
      environment: { A: '1' },
      outputFile: `${import.meta.dirname}/out.txt`,
    },
  ]);
});

test('-Wait waits, -PassThru gives the process, -WhatIf starts nothing', () => {
  expect(run('Start-Process sh -Wait').waits).toEqual([undefined]);
  expect(run('$p = Start-Process sh -PassThru; $p.Name; $p.HasExited; $p.WaitForExit()').text).toBe('sh\nFalse');
  const asked = run('Start-Process sh 1 -WhatIf');
  expect(asked.started).toEqual([]);
  expect(asked.text).toBe('What if: Performing the operation "Start-Process" on target "/bin/sh 1".');
});

test('what is no program is opened with what the desktop has, and refused beside arguments', () => {
  expect(run('Start-Process https://example.org').started[0]).toMatchObject({
    path: '/bin/xdg-open',
    arguments: ['https://example.org'],
  });
  expect(run('try { Start-Process nosuch x } catch { "$_" }').text).toMatch(
    /^This command cannot be run due to the error: An error occurred trying to start process 'nosuch'/,
  );
  expect(run('Invoke-Item start-process.test.ts').started[0]?.arguments).toEqual([
    `${import.meta.dirname}/start-process.test.ts`,
  ]);
});

test.each([
  ['-Verb runas', "The parameter '-Verb' is not supported for the cmdlet 'Start-Process'"],
  ['-WorkingDirectory nosuch', 'because either the parameter "WorkingDirectory" has a value'],
  ['-RedirectStandardInput nosuch', 'parameter "RedirectStandardInput \'nosuch\'" has a value'],
  [
    '-RedirectStandardError a -RedirectStandardOutput A',
    'because "RedirectStandardOutput" and "RedirectStandardError" are same',
  ],
])('Start-Process sh %s is an error', (parameters, text) => {
  expect(run(`try { Start-Process sh ${parameters} -ErrorAction Stop } catch { "$_" }`).text).toContain(text);
});
