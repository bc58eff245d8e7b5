import { writeSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defectsOf, fuzz, printReport } from './fuzz.ts';

// A plain test run sends a few; `pnpm fuzz` and the continuous integration send 100,000 and show what each has reached.
const few = 5000;
const count = Number(process.env['CUTOVER_FUZZ'] ?? few);
const millisecondsEach = 10;

test(
  `${count} damaged PDUs reach every operation and ROP, and neither break, hold up nor fill the server`,
  { timeout: 80_000 + count * millisecondsEach },
  async () => {
    const report = await fuzz({ count, seed: 2003 });
    if (count > few) writeSync(2, printReport(report));
    expect(defectsOf(report)).toEqual([]);
    expect(report.sent).toBe(count);
    expect(report.outcomes.response).toBeGreaterThan(count / 4);
    expect(report.outcomes.fault).toBeGreaterThan(count / 8);
  },
);
