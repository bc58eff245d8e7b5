import { expect, test } from 'vitest';
import { textInput } from '../../host/standard-input.ts';
import { createRunspace } from '../runspace.ts';

/** What a script prints that has this on its standard input. */
function run(script: string, text?: string): string {
  let printed = '';
  const host = { write: (shown: string) => void (printed += shown), writeError: () => undefined, width: 80 };
  createRunspace({ host: text === undefined ? host : { ...host, input: textInput(text) } }).invoke(script);
  return printed;
}

test.each([
  ['[Console]::In.ReadToEnd()', 'one\ntwo\n', 'one\ntwo\n\n'],
  [
    '[Console]::ReadLine(); [Console]::In.ReadLine(); $null -eq [Console]::ReadLine()',
    'one\ntwo\n',
    'one\ntwo\nTrue\n',
  ],
  ['[char][Console]::Read(); [Console]::In.ReadLine(); [Console]::In.ReadToEnd()', 'one\ntwo', 'o\nne\ntwo\n'],
  ['[Console]::IsInputRedirected', 'one', 'True\n'],
])('%s reads what is piped into the program', (script, input, printed) => {
  expect(run(script, input)).toBe(printed);
});

test('nothing is read where nothing is piped in', () => {
  expect(run('$null -eq [Console]::In.ReadLine(); [Console]::In.ReadToEnd().Length')).toBe('True\n0\n');
});
