import { describe, expect, test } from 'vitest';
import { steppedClock } from './stepped-clock.ts';

describe('steppedClock', () => {
  test('sleepers wake in the order of their times, each at its own', async () => {
    const clock = steppedClock(1000);
    const woke: [string, number][] = [];
    const late = clock.sleep(50).then(() => woke.push(['late', clock.now()]));
    const early = clock.sleep(10).then(() => woke.push(['early', clock.now()]));
    await clock.advance(60);
    await Promise.all([late, early]);
    expect(woke).toEqual([
      ['early', 1010],
      ['late', 1050],
    ]);
    expect(clock.now()).toBe(1060);
  });

  test('a sleeper that sleeps again is woken again within one step', async () => {
    const clock = steppedClock();
    let count = 0;
    const daily = (async () => {
      for (; count < 3; count++) await clock.sleep(24);
    })();
    await clock.advance(72);
    await daily;
    expect(count).toBe(3);
  });

  test('advances by milliseconds, or by a number of seconds, minutes, hours or days', async () => {
    const clock = steppedClock();
    for (const by of [1, '2s', '3m', '4h', '1.5d', '6ms'] as const) await clock.advance(by);
    expect(clock.now()).toBe(1 + 2000 + 3 * 60_000 + 4 * 3_600_000 + 1.5 * 86_400_000 + 6);
  });

  test.each([-5, NaN, Infinity, '24 hours', '-1h', undefined])('does not advance by %s', async (by) => {
    const clock = steppedClock();
    await expect(clock.advance(by as never)).rejects.toThrow(`A clock cannot advance by '${by}'. Give milliseconds`);
    expect(clock.now()).toBe(0);
  });

  test.each(['2013-02-01', new Date('nonsense'), NaN])('knows no moment %s', async (moment) => {
    expect(() => steppedClock(moment as never)).toThrow('is no moment. Give a date that is valid');
    await expect(steppedClock().advanceTo(moment as never)).rejects.toThrow('is no moment.');
  });

  test('advances to a moment as by as much, and never back', async () => {
    const clock = steppedClock(new Date('2013-02-01T00:00Z'));
    let wokeAt = 0;
    const sleeping = clock.sleep(1000).then(() => (wokeAt = clock.now()));
    await clock.advanceTo(new Date('2013-02-02T00:00Z'));
    await sleeping;
    expect([wokeAt, clock.now()]).toEqual([Date.UTC(2013, 1, 1, 0, 0, 1), Date.UTC(2013, 1, 2)]);
    await expect(clock.advanceTo(0)).rejects.toThrow(
      'The clock is at 2013-02-02T00:00:00.000Z and does not go back to 1970-01-01T00:00:00.000Z.',
    );
  });

  test('an abort ends the sleep with its reason', async () => {
    const clock = steppedClock();
    const controller = new AbortController();
    const sleeping = clock.sleep(10, { signal: controller.signal });
    controller.abort(new Error('stop'));
    await expect(sleeping).rejects.toThrow('stop');
  });
});
