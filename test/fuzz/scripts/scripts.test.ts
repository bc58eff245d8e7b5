import { expect, test } from 'vitest';
import { fuzzScripts } from './fuzz-scripts.ts';

// A plain test run takes a few; `pnpm fuzz scripts` and the continuous integration take 20,000 and 200,000.
const share = Number(process.env['CUTOVER_FUZZ_SCRIPTS'] ?? 0.02);

test.each([
  ['run', 20_000, 1],
  ['parse', 200_000, 2],
] as const)(
  'damaged scripts neither break nor hold up what %ss them',
  { timeout: 3_600_000 },
  async (kind, all, seed) => {
    const count = Math.ceil(all * share);
    const { made, defects } = await fuzzScripts({ kind, count, seed });
    expect(defects).toEqual([]);
    expect(made).toBe(count);
  },
);
