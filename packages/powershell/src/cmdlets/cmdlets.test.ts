import { expect, test } from 'vitest';
import { cmdletShelves } from './cmdlets.ts';

const all = cmdletShelves.flatMap(({ load }) => load());
const lower = (names: readonly string[]): string[] => names.map((name) => name.toLowerCase());
const twice = (names: readonly string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index);

test('each cmdlet and each alias is there once', () => {
  const aliases = all.flatMap((cmdlet) => cmdlet.aliases ?? []);
  expect(twice(lower([...all.map(({ name }) => name), ...aliases]))).toEqual([]);
  // Sessions look them up so.
  expect(aliases).toEqual(lower(aliases));
});
