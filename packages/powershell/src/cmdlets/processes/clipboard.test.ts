import { expect, test } from 'vitest';
import type { ProgramCall } from '../../host/processes.ts';
import { createRunspace } from '../../runtime/runspace.ts';

function run(script: string, { there = ['xclip'], code = 0 } = {}) {
  const calls: Pick<ProgramCall, 'arguments' | 'input' | 'path'>[] = [];
  let text = '';
  const write = (part: string): void => void (text += part);
  const processes = {
    find: (name: string) => (there.includes(name) ? `/bin/${name}` : undefined),
    runAttached: () => 0,
    run: ({ path, arguments: args, input }: ProgramCall) => {
      calls.push({ path, arguments: args, input });
      const told =
        code === 0 ? ({ kind: 'output', text: 'one\ntwo' } as const) : ({ kind: 'error', text: 'no display' } as const);
      return [told, { kind: 'exit', code } as const];
    },
  };
  createRunspace({ host: { write, writeError: write, width: 200 }, capabilities: { processes } }).invoke(script);
  return { calls, text: text.trim() };
}

test('text goes to the clipboard and comes back line by line', () => {
  expect(run("'a', 'b' | Set-Clipboard -PassThru | % { \"[$_]\" }")).toEqual({
    text: '[a]\n[b]',
    calls: [{ path: '/bin/xclip', arguments: ['-selection', 'clipboard', '-in'], input: 'a\nb' }],
  });
  expect(
    run('(Get-Clipboard).Count; (Get-Clipboard -Raw).Length; Get-Clipboard -Delimiter o | select -First 2').text,
  ).toBe('2\n7\n\nne\ntw');
  expect(run('Set-Clipboard x -Append').calls[1]?.input).toBe('one\ntwo\nx');
});

test.each([
  [{ there: [] }, 'This machine has no clipboard program: install wl-clipboard, xclip or xsel.'],
  [{ code: 1 }, 'The clipboard could not be used: no display'],
])('what is not there or fails is told (%o)', (machine, message) => {
  expect(run('try { Set-Clipboard x } catch { "$_" }', machine).text).toBe(message);
});
