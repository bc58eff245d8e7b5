import { expect, test } from 'vitest';
import { usedMemory } from '../host/node/used-memory.ts';
import { createRunspace } from './runspace.ts';

const host = { write: () => undefined, writeError: () => undefined, width: 80 };

function outputOf(script: string): unknown[] {
  const objects: unknown[] = [];
  createRunspace({ host }).invoke(script, { output: (value) => objects.push(value) });
  return objects;
}

test('an object goes through all commands before the next one comes', () => {
  const script = '1..3 | ForEach-Object { "a$_"; $_ } | ForEach-Object { "b$_" }';
  expect(outputOf(script)).toEqual(['ba1', 'b1', 'ba2', 'b2', 'ba3', 'b3']);
});

test.each([
  ['Select-Object', '1..1000000 | ForEach-Object { $script:n++; $_ } | Select-Object -First 3'],
  ['a loop around', 'foreach ($once in 1) { 1..1000000 | ForEach-Object { if (++$script:n -eq 3) { break }; $_ } }'],
  ['a range without end in sight', '1..2147483647 | ForEach-Object { $script:n++; $_ } | Select-Object -First 3'],
])('what comes before is stopped when %s has enough', (_name, script) => {
  expect(outputOf(`$script:n = 0; $null = ${script}; $n`)).toEqual([3]);
});

test('memory does not grow with the number of objects', () => {
  const megabytes = 1e6;
  const runspace = createRunspace({ host, limits: { memory: usedMemory() + 120 * megabytes }, usedMemory });
  // Each object takes 2 KB: kept, they would take 200 MB.
  const script =
    '1..100000 | ForEach-Object { , @(1..256) } | Where-Object { $_ } | ForEach-Object { $_.Count } | Measure-Object';
  expect(runspace.invoke(script).ended).toBe('completed');
  expect(runspace.invoke('$kept = 1..100000 | ForEach-Object { , @(1..256) }').ended).toBe('stopped');
});
