import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { createStopState, requestStop } from '../host/stop-flag.ts';
import type { InvokeOptions } from './invocation.ts';
import { createRunspace, type RunspaceOptions } from './runspace.ts';

function runspace(options: Omit<RunspaceOptions, 'host'> & { readonly onWrite?: (text: string) => void } = {}) {
  const shown: string[] = [];
  const host = {
    write: (text: string) => {
      shown.push(text);
      options.onWrite?.(text);
    },
    writeError: (text: string) => void shown.push(text),
    width: 80,
  };
  const made = createRunspace({ host, ...options });
  return { shown, invoke: (script: string, how?: InvokeOptions) => made.invoke(script, how) };
}

test('an endless loop ends with its time, behind its finally', () => {
  const { invoke, shown } = runspace({ limits: { time: 30 } });
  const outcome = invoke('try { while ($true) { } } catch { "caught" } finally { "cleaned" }; "behind"');
  expect(outcome).toMatchObject({ ended: 'stopped', limit: 'time', succeeded: false });
  expect(shown.join('')).toBe('cleaned\n');
});

test.each([
  ['for', 'for (;;) { }'],
  ['do', 'do { } while ($true)'],
  ['foreach over a growing pipeline', '& { while ($true) { 1 } } | ForEach-Object { }'],
  ['recursion', 'function f { try { f } catch { f } }; f'],
])('%s is stopped', (_name, script) => {
  expect(runspace({ limits: { time: 30 } }).invoke(script).ended).toBe('stopped');
});

test('the flag stops what runs, and the runspace goes on afterwards', () => {
  const stop = createStopState();
  const { invoke, shown } = runspace({ stop, onWrite: (text) => text === 'now\n' && requestStop(stop) });
  expect(invoke('$x = 5; Write-Host now; "never"').ended).toBe('stopped');
  expect(invoke('$x').ended).toBe('completed');
  expect(shown.join('')).toBe('now\n5\n');
});

test('a signal stops: aborted before, or by what the script calls', () => {
  expect(runspace().invoke('1', { signal: AbortSignal.abort() }).ended).toBe('stopped');
  const controller = new AbortController();
  const { invoke } = runspace({ onWrite: () => controller.abort() });
  expect(invoke('Write-Host now; while ($true) { }', { signal: controller.signal }).ended).toBe('stopped');
});

test('what is shown is limited', () => {
  const { invoke, shown } = runspace({ limits: { output: 100 } });
  expect(invoke('while ($true) { Write-Host "0123456789" }')).toMatchObject({ ended: 'stopped', limit: 'output' });
  expect(shown.join('').length).toBeLessThanOrEqual(100);
});

test('memory is limited where it can be measured', () => {
  let used = 0;
  const { invoke } = runspace({ limits: { memory: 1000 }, usedMemory: () => (used += 600) });
  expect(invoke('while ($true) { }')).toMatchObject({ ended: 'stopped', limit: 'memory' });
  expect(() => runspace({ limits: { memory: 1000 } })).toThrow(TypeError);
});

test.each([
  ['as deep as is usual', {}],
  ['less deep by a limit', { callDepth: 20 }],
])('recursion without end is the error of the original, %s', (_name, limits) => {
  const { invoke, shown } = runspace({ limits });
  expect(invoke('function f { f }; f').ended).toBe('completed');
  expect(shown.join('')).toContain('The script failed due to call depth overflow.');
  shown.length = 0;
  invoke('function g($n) { if ($n) { g ($n - 1) } else { "bottom" } }; g 15');
  expect(shown.join('')).toBe('bottom\n');
});

test('recursion of 500 calls is fine', () => {
  const { invoke, shown } = runspace();
  invoke('function g($n) { if ($n -gt 0) { g ($n - 1) } else { "bottom" } }; g 500');
  expect(shown.join('')).toBe('bottom\n');
});

// In a process of its own, as users run it: what Vite imports is undefined at the end of the stack.
test.each([
  ['a block that calls itself', '$b = { & $b }; & $b'],
  ['pipelines', 'function f { 1 | ForEach-Object { f } }; f'],
  ['advanced functions', 'function f { [CmdletBinding()] param($x) f $x }; f 1'],
  ['Where', 'function f { 1 | Where-Object { f } }; f'],
  ['method blocks', '$b = { (1).ForEach($b) }; & $b'],
  ['nested expressions', `$x = ${'('.repeat(2000)}1${')'.repeat(2000)}; $x`, 'error'],
])('%s never overflow the stack unseen', (_name, script, ended = 'completed') => {
  const runspaceModule = JSON.stringify(new URL('runspace.ts', import.meta.url).href);
  const program = `
    import { createRunspace } from ${runspaceModule};
    const host = { write: () => undefined, writeError: () => undefined, width: 80 };
    process.stdout.write(createRunspace({ host }).invoke(${JSON.stringify(script)}).ended);`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(output).toBe(ended);
});

test.each([
  ["$a = 'x' * 300MB; $b = $a + $a"],
  ['$a = "x" * 300MB; $b = "$a$a"'],
  ["'x'.PadLeft(2000000000)"],
  ['[int[]]::new(2147483647)'],
  ['$x = 1..2147483647'],
  ['@(0) * 2000000000'],
])('%s is more than there is memory for, which a script can catch', (script) => {
  const { invoke, shown } = runspace();
  expect(invoke(`try { ${script} } catch [System.OutOfMemoryException] { 'caught' }`).ended).toBe('completed');
  expect(shown.join('')).toBe('caught\n');
});

test('a script has parameters and input', () => {
  const { invoke, shown } = runspace();
  invoke('param($Name, [switch]$Loud) "$Name $Loud $($input -join ",")"', {
    parameters: { Name: 'a', Loud: true },
    input: [1, 2],
  });
  expect(shown.join('')).toBe('a True 1,2\n');
});

test('records go to whoever takes them', () => {
  const { invoke, shown } = runspace();
  const errors: string[] = [];
  const objects: unknown[] = [];
  invoke('Write-Error gone; 1; 2', {
    output: (value) => objects.push(value),
    records: { error: (record) => errors.push(record.message) },
  });
  expect([errors, objects, shown]).toEqual([['gone'], [1, 2], []]);
});
