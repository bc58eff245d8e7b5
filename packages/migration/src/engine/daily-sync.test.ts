import { expect, test } from 'vitest';
import { batchOf, company, held } from '../testing/company.ts';
import { hours, type ServiceUnderTest } from '../testing/service-under-test.ts';

/** When the next sync is due, in hours after the first one. */
const dueOf = (under: ServiceUnderTest, firstSync: number): number => (under.service.nextDue()! - firstSync) / hours(1);

test('the daily sync keeps its time of the day, however long one takes', async () => {
  await using under = company();
  await under.migrate();
  const firstSync = under.clock.now();
  expect(dueOf(under, firstSync)).toBe(24);
  for (const [took, next] of [
    [2, 48],
    [30, 96],
  ] as const) {
    const hold = held(under, ({ step }) => step === 'contents');
    await under.clock.advance(under.service.nextDue()! - under.clock.now());
    await hold.promise;
    await under.clock.advance(hours(took));
    expect(batchOf(under).status).toBe('IncrementalSyncing');
    hold.release();
    await under.service.untilIdle();
    expect(dueOf(under, firstSync)).toBe(next);
  }
});
