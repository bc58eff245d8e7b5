import { expect, test } from 'vitest';
import { parse } from './parser/parse.ts';
import { usesInput } from './uses-input.ts';

test.each([
  ['$input | Sort-Object', true],
  ['"all: $INPUT"', true],
  ['if ($x) { foreach ($line in $input) { $line } }', true],
  ['function f { $input }', false],
  ['1 | & { $input }', false],
  ['$inputs', false],
])('%s', (script, expected) => {
  expect(usesInput(parse(script).ast)).toBe(expected);
});
