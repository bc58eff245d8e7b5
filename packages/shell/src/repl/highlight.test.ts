import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highlight } from './highlight.ts';

test('commands, parameters, strings and variables have colours of their own', () => {
  expect(JSON.stringify(highlight("Get-MigrationBatch -Identity 'x' | % { $_.Status } # c"))).toMatchInlineSnapshot(
    `""\\u001b[93mGet-MigrationBatch\\u001b[39m \\u001b[90m-Identity\\u001b[39m \\u001b[36m'x'\\u001b[39m | \\u001b[90m%\\u001b[39m { \\u001b[92m$_\\u001b[39m\\u001b[90m.\\u001b[39mStatus } \\u001b[32m# c\\u001b[39m""`,
  );
});

test('colours change nothing of the text, whatever it is', () => {
  const words = fc.constantFrom(
    'if',
    '(',
    '{',
    '"',
    "'",
    '$x',
    'Get-Item',
    '-Name',
    '1.5',
    '|',
    '@"',
    '\n',
    ' ',
    '#',
    '`',
    '[int]',
    '-eq',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 12 }), (parts) => {
      const line = stripVTControlCharacters(parts.join(''));
      expect(stripVTControlCharacters(highlight(line))).toBe(line);
    }),
  );
});
