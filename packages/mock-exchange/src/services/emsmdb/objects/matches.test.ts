import { relation, type PropertyCell, type Restriction } from '@cutover/wire/rop';
import type { PropertyTag } from '@cutover/wire/properties';
import { describe, expect, test } from 'vitest';
import { compareCells, isTooComplex, matches, type RestrictedRow } from './matches.ts';

const subject = 0x0037001f;
const size = 0x0e080003;
const flags = 0x0e070003;
const missing = 0x10090102;
const key = 0x300b0102;
const keywords = 0x8000101f;
const row: Readonly<Record<number, PropertyCell>> = {
  [subject]: 'Budget 2004',
  [size]: 100,
  [flags]: 0x11,
  [key]: Uint8Array.of(1, 2, 3),
  [keywords]: ['Red', 'Blue'],
};

const recipients = 0x0e12000d;
const name = 0x3001001f;

const rowOf = (cells: Readonly<Record<number, PropertyCell>>): RestrictedRow => ({
  cell: (tag) => cells[tag],
  parts: (tag) => (tag === recipients ? [rowOf({ [name]: 'Ann' }), rowOf({ [name]: 'Bob' })] : []),
});

const property = (kind: number, tag: number, value: string | number): Restriction => ({
  kind: 'property',
  relation: kind,
  tag,
  value: { tag, value },
});
const content = (
  fuzzyLow: number,
  fuzzyHigh: number,
  value: string | Uint8Array,
  tag: PropertyTag = subject,
): Restriction => ({ kind: 'content', fuzzyLow, fuzzyHigh, tag, value: { tag, value } });

const cases: [restriction: Restriction, expected: boolean][] = [
  [property(relation.equal, subject, 'BUDGET 2004'), true],
  [property(relation.less, size, 101), true],
  [property(relation.greaterOrEqual, size, 101), false],
  [property(relation.notEqual, missing, 1), false],
  [content(0, 0, 'Budget'), false],
  [content(1, 0, 'get'), true],
  [content(2, 0, 'get'), false],
  [content(2, 1, 'bud'), true],
  [content(2, 0, 'bud'), false],
  [content(2, 0, Uint8Array.of(1, 2), key), true],
  [content(1, 0, Uint8Array.of(2, 3), key), true],
  [content(0, 0, Uint8Array.of(1, 2), key), false],
  [content(0, 1, 'blue', keywords), true],
  [content(0, 0, 'blue', keywords), false],
  [property(relation.equal, keywords, 'red'), true],
  [property(relation.equal, keywords, 'green'), false],
  [{ kind: 'bitmask', nonZero: 1, tag: flags, mask: 0x10 }, true],
  [{ kind: 'bitmask', nonZero: 0, tag: flags, mask: 0x02 }, true],
  [{ kind: 'size', relation: relation.greater, tag: subject, size: 20 }, true],
  [{ kind: 'size', relation: relation.less, tag: missing, size: 20 }, false],
  [{ kind: 'compare', relation: relation.greater, left: size, right: flags }, true],
  [{ kind: 'exist', tag: missing }, false],
  [{ kind: 'not', restriction: { kind: 'exist', tag: missing } }, true],
  [{ kind: 'and', restrictions: [] }, true],
  [{ kind: 'or', restrictions: [] }, false],
  [{ kind: 'subobject', tag: recipients, restriction: property(relation.equal, name, 'bob') }, true],
  [{ kind: 'subobject', tag: recipients, restriction: property(relation.equal, name, 'eve') }, false],
  [{ kind: 'subobject', tag: 0x0e13000d, restriction: { kind: 'and', restrictions: [] } }, false],
  [{ kind: 'comment', values: [] }, true],
  [{ kind: 'comment', values: [], restriction: { kind: 'exist', tag: missing } }, false],
];

describe('restrictions', () => {
  test.each(cases)('%j: %s', (restriction, expected) => {
    expect(matches(restriction, rowOf(row))).toBe(expected);
  });

  test('those that cannot be evaluated are found however deep they lie', () => {
    const count: Restriction = { kind: 'count', count: 1, restriction: { kind: 'exist', tag: subject } };
    expect(isTooComplex({ kind: 'and', restrictions: [{ kind: 'not', restriction: count }] })).toBe(true);
    expect(isTooComplex({ kind: 'comment', values: [], restriction: count })).toBe(true);
    expect(isTooComplex({ kind: 'subobject', tag: recipients, restriction: count })).toBe(true);
    expect(isTooComplex({ kind: 'subobject', tag: subject, restriction: { kind: 'exist', tag: name } })).toBe(true);
    expect(isTooComplex({ kind: 'or', restrictions: [{ kind: 'exist', tag: subject }] })).toBe(false);
  });
});

test('values of two kinds have no order', () => {
  expect(compareCells(Uint8Array.of(1), 'a')).toBeUndefined();
  expect(compareCells({ error: 1 }, 1)).toBeUndefined();
  expect(compareCells(Uint8Array.of(1), Uint8Array.of(2))).toBe(-1);
  expect(compareCells(1n, 1n)).toBe(0);
});
