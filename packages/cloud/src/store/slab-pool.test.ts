import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits } from '../limits.ts';
import { createSlabPool, type Lease } from './slab-pool.ts';

test('what is lent is nobody else’s until it is given back', () => {
  const step = fc.oneof(
    fc.record({
      lend: fc.integer({ min: 1, max: Math.floor(limits.slabBytes / 3) }),
      keep: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    fc.record({ release: fc.nat({ max: 9 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const pool = createSlabPool();
      const lent: { lease: Lease; mark: number; used: number }[] = [];
      for (const [mark, taken] of steps.entries()) {
        if ('lend' in taken) {
          const lease = pool.lend(taken.lend);
          const used = Math.ceil(taken.lend * taken.keep);
          lease.shrink(used);
          lease.bytes.fill(mark, 0, used);
          lent.push({ lease, mark, used });
        } else if (lent.length > 0) lent.splice(taken.release % lent.length, 1)[0]!.lease.release();
        for (const one of lent)
          expect(one.lease.bytes.subarray(0, one.used).every((byte) => byte === one.mark)).toBe(true);
      }
    }),
    { numRuns: 20 },
  );
});

test('given back twice counts once', () => {
  const pool = createSlabPool();
  const first = pool.lend(10);
  const second = pool.lend(10);
  first.release();
  first.release();
  second.bytes.fill(7);
  pool.lend(limits.slabBytes - 15).bytes.fill(1);
  expect(second.bytes.every((byte) => byte === 7)).toBe(true);
});
