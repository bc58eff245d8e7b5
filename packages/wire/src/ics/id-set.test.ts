import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IdSet } from './id-set.ts';

const small = fc.nat(40);
const step = fc.record({ add: fc.boolean(), first: small, more: fc.nat(6) });

describe('IdSet', () => {
  test('agrees with a plain set of numbers whatever is added and removed', () => {
    const property = fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const set = new IdSet();
      const plain = new Set<number>();
      for (const { add, first, more } of steps) {
        if (add) set.add(first, first + more);
        else set.remove(first, first + more);
        for (let id = first; id <= first + more; id++) {
          if (add) plain.add(id);
          else plain.delete(id);
        }
      }
      expect([...set.values()]).toEqual([...plain].toSorted((left, right) => left - right));
      expect(set.size).toBe(plain.size);
      for (let id = 0; id < 50; id++) expect(set.has(id)).toBe(plain.has(id));
    });
    fc.assert(property, { numRuns: 300 });
  });

  test('keeps ranges that neither meet nor touch', () => {
    const set = IdSet.of(5, 1, 3).add(2).add(4);
    expect(set.ranges).toEqual([{ first: 1, last: 5 }]);
    expect(set.remove(3).ranges).toEqual([
      { first: 1, last: 2 },
      { first: 4, last: 5 },
    ]);
  });

  test('stays quick with a hundred thousand scattered ids', () => {
    const ids = Array.from({ length: 100_000 }, (_, index) => index * 3);
    const [all, half] = [IdSet.ofIds(ids), IdSet.ofIds(ids.filter((id) => id % 2 === 0))];
    expect([all.without(half).size, all.intersect(half).size, half.union(all).size]).toEqual([50_000, 50_000, 100_000]);
  });

  test('algebra of two sets', () => {
    const range = fc
      .tuple(small, fc.nat(5))
      .map(([first, more]) => Array.from({ length: more + 1 }, (_, at) => first + at));
    const anySet = fc.array(range, { maxLength: 10 }).map((ranges) => ranges.flat());
    const property = fc.property(anySet, anySet, (left, right) => {
      const [a, b] = [IdSet.of(...left), IdSet.of(...right)];
      const [p, q] = [new Set(left), new Set(right)];
      const sorted = (values: Set<number>): number[] => [...values].toSorted((one, other) => one - other);
      expect([...a.union(b).values()]).toEqual(sorted(p.union(q)));
      expect([...a.without(b).values()]).toEqual(sorted(p.difference(q)));
      expect([...a.intersect(b).values()]).toEqual(sorted(p.intersection(q)));
      expect(a.union(b).equals(b.union(a))).toBe(true);
      expect(a.equals(a.without(b))).toBe(p.intersection(q).size === 0);
    });
    fc.assert(property);
  });
});
