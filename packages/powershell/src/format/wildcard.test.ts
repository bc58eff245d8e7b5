import { expect, test } from 'vitest';
import { matchesWildcard } from './wildcard.ts';

test.each([
  ['Name', 'name', true],
  ['Name', 'n*', true],
  ['Name', 'n?me', true],
  ['Name', '?', false],
  ['Name', '[m-o]ame', true],
  ['Name', '[!x]ame', false],
  ['a.b', 'a.b', true],
  ['axb', 'a.b', false],
  ['a*b', 'a`*b', true],
  ['axb', 'a`*b', false],
  ['a[b', 'a[b', true],
  ['a\nb', 'a*', true],
])('%j against %j: %s', (name, pattern, expected) => {
  expect(matchesWildcard(name, pattern)).toBe(expected);
});
