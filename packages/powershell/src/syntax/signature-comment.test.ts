import { expect, it } from 'vitest';
import { parse } from './parser/parse.ts';
import { looksLikeSignature } from './signature-comment.ts';

it.each([
  ['# SIG # Begin signature block', true],
  ['#sig#BEGIN   signatureblock', true],
  ['# SIG # End signature block', true],
  ['# Sign on begin, then block', false],
  ['# Begin', false],
  ['# The signature block that stands below begins with a line of its own', false],
])('%s', (comment, expected) => {
  expect(looksLikeSignature(comment, '\n')).toBe(expected);
});

it('allows no code behind a signature', () => {
  const { errors } = parse('a\n# SIG # Begin signature block\n# MII\n# SIG # End signature block\nb; c');
  expect(errors.map(({ id, start }) => [id, start])).toEqual([
    ['TokenAfterEndOfValidScriptText', 66],
    ['TokenAfterEndOfValidScriptText', 69],
  ]);
});
