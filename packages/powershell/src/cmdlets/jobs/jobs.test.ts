import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { TemporarySession } from '../testing/temporary-session.ts';

const session = new TemporarySession();
afterAll(() => session.remove());
const run = (script: string): string => session.run(script).text;

test('what a job wrote is taken once, unless it is kept', () => {
  expect(
    run(`$j = Start-Job { 1; 2 }; (Receive-Job $j -Keep) -join ','; (Receive-Job $j) -join ','; $j.HasMoreData`),
  ).toBe('1,2\n1,2\nFalse');
});

test('a job sees nothing of its caller but what $using: gives', () => {
  expect(
    run(
      `$a = 1; function f { 'mine' }; Start-ThreadJob { "[$a][$using:a]"; [bool](Get-Command f -EA Ignore) } | Receive-Job -Wait`,
    ),
  ).toBe('[][1]\nFalse');
});

test('a job that throws has failed, and its caller has not', () => {
  const { text, errors } = session.run(
    `try { $j = Start-Job { 'a'; throw 'no' } } catch { 'caught' }; $j.State; Receive-Job $j; 'on'`,
  );
  expect(text).toBe('Failed\na\non');
  expect(errors).toContain('no');
});

test('input, arguments and names', () => {
  expect(
    run(
      `$j = 1..3 | Start-Job { param($f) ($input | Measure-Object -Sum).Sum * $f } -ArgumentList 2 -Name N; Receive-Job -Name N; Remove-Job -Id $j.Id; (Get-Job).Count`,
    ),
  ).toBe('12\n0');
});

test('a job that is not there is an error by its name', () => {
  expect(session.run(`Receive-Job -Name nosuch`).errors).toContain('the job name nosuch was not found');
});

test('a job can run a file, elsewhere', () => {
  session.put('job.ps1', 'param($a) "$a in $(Split-Path -Leaf $PWD)"');
  mkdirSync(join(session.folder, 'sub'));
  expect(
    run(`Start-Job -FilePath ./job.ps1 -ArgumentList x -WorkingDirectory ./sub | Receive-Job -Wait
      Start-Job -LiteralPath job.ps1 -ArgumentList y | Receive-Job -Wait | % { $_ -like 'y in session-*' }
      Start-ThreadJob -FilePath job.ps1 -ArgumentList z | Receive-Job -Wait | % { $_ -like 'z in session-*' }
      Test-Path ./sub`),
  ).toBe('x in sub\nTrue\nTrue\nTrue');
  expect(session.run('Start-Job -FilePath ./nosuch.ps1').errors).toContain('Cannot find path');
});

test('jobs are chosen by their command, their data and their end', () => {
  expect(
    run(`$null = Start-Job { 'one' } -Name A; $null = Start-Job { } -Name B
      (Get-Job -Command "*'one'*").Name
      (Get-Job -HasMoreData $false).Name
      (Get-Job -After '2000-01-01').Count; (Get-Job -Before '2000-01-01').Count
      Remove-Job -Command "*'one'*"; (Get-Job).Name`),
  ).toBe('A\nB\n2\n0\nB');
});
