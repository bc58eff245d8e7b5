import { expect, test } from 'vitest';
import { defectsOf, fuzz } from './fuzz.ts';

// The long form, 100,000 of them with the counts in print, is `pnpm fuzz`.
test('4,000 damaged PDUs reach every operation and ROP, and neither break, hold up nor fill the server', async () => {
  const report = await fuzz({ count: 4000, seed: 2003 });
  expect(defectsOf(report)).toEqual([]);
  expect(report.sent).toBe(4000);
  expect(report.outcomes.response).toBeGreaterThan(1000);
  expect(report.outcomes.fault).toBeGreaterThan(500);
}, 120_000);
