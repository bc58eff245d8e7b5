import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identityOf, type KeyRule } from './key-identity.ts';
import { KeyTable } from './key-table.ts';
import { Char, Double } from './number-types.ts';

const listed = (table: KeyTable): unknown[] => [...table.entries()];

test('a text is found whatever its case, and keeps how it was first written and its place', () => {
  const table = new KeyTable('ignore case');
  table.set('Name', 1);
  table.set('other', 2);
  table.set('NAME', 3);
  expect(listed(table)).toEqual([
    ['Name', 3],
    ['other', 2],
  ]);
  expect(table.get('name')).toBe(3);
  expect(table.has('Nam')).toBe(false);
});

test('cases are folded as toLowerCase folds them, ASCII or not', () => {
  const table = new KeyTable('ignore case');
  for (const key of ['ÄRGER', '\u212a', 'İ', 'Σ']) table.set(key, key);
  for (const key of ['ärger', 'k', 'K', 'i\u0307', 'σ']) expect(table.has(key)).toBe(true);
  expect(table.has('i')).toBe(false);
});

test('cases are told apart where the rule is so', () => {
  const table = new KeyTable('match case');
  table.set('a', 1);
  expect(table.has('A')).toBe(false);
});

test('values that .NET takes for equal are one key, objects are their own', () => {
  const table = new KeyTable('ignore case');
  const object = {};
  const keys = [1, new Double(1), new Char('a'), 'a', object, true, 1.5];
  keys.forEach((key, index) => table.set(key, index));
  expect(table.size).toBe(keys.length);
  expect(table.get(new Double(1))).toBe(1);
  expect(table.get(new Char('a'))).toBe(2);
  expect(table.get(object)).toBe(4);
  expect(table.has({})).toBe(false);
});

test('numbers that share their lower bits are found as fast as others', () => {
  const table = new KeyTable('ignore case');
  for (let index = 0; index < 20_000; index++) table.set(index * 65_536, index);
  expect(table.get(19_999 * 65_536)).toBe(19_999);
});

test('whoever goes through the entries while they are taken out sees each once', () => {
  const table = new KeyTable('ignore case');
  for (let index = 0; index < 100; index++) table.set(`k${index}`, index);
  const seen = [];
  for (const [key] of table.entries()) {
    seen.push(key);
    table.delete(key);
  }
  expect(seen.length).toBe(100);
  expect(table.size).toBe(0);
});

test('a table that was emptied one by one again and again stays small and finds nothing', () => {
  const table = new KeyTable('ignore case');
  for (let index = 0; index < 10_000; index++) {
    table.set(`k${index}`, index);
    table.delete(`k${index - 8}`);
    expect(table.has('absent')).toBe(false);
  }
  expect(table.size).toBe(8);
});

const keys = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'ä', 'Ä', 'K', '\u212a'), maxLength: 3 }),
  fc.integer({ min: -40, max: 40 }),
  fc.constantFrom(true, 0.5, new Double(2), new Char('a')),
);
const steps = fc.array(
  fc.record({ what: fc.constantFrom('set', 'set', 'set', 'delete', 'get'), key: keys, value: fc.nat() }),
  { maxLength: 400 },
);

test.each<KeyRule>(['ignore case', 'match case'])('does what a Map by identities does: %s', (rule) => {
  const check = (todo: readonly { what: string; key: unknown; value: number }[]): void => {
    const [table, map] = [new KeyTable(rule), new Map<unknown, [unknown, number]>()];
    for (const { what, key, value } of todo) {
      const id = identityOf(key, rule);
      if (what === 'delete') expect(table.delete(key)).toBe(map.delete(id));
      else if (what === 'get') expect(table.get(key)).toBe(map.get(id)?.[1]);
      else {
        table.set(key, value);
        map.set(id, [map.get(id)?.[0] ?? key, value]);
      }
      expect(table.size).toBe(map.size);
    }
    expect(listed(table)).toEqual([...map.values()]);
  };
  fc.assert(fc.property(steps, check));
});
