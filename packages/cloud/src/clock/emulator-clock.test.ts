import { steppedClock } from '@cutover/base';
import { describe, expect, test } from 'vitest';
import { emulatorClock, type ClockState } from './emulator-clock.ts';
import { parseDuration } from './parse-duration.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));
const hour = 3_600_000;

describe('an organisation’s clock', () => {
  test('runs like the one below it, so many times as fast, or not at all', async () => {
    const below = steppedClock(1000);
    const clock = emulatorClock({ below });
    await below.advance(500);
    expect(clock.now()).toBe(1500);
    clock.setMode('Scaled', { factor: 3600 });
    await below.advance(1000);
    expect(clock.now()).toBe(1500 + hour);
    clock.setMode('Stepped');
    await below.advance(1000);
    expect(clock.now()).toBe(1500 + hour);
    clock.setMode('Real');
    await below.advance(1);
    expect(clock.now()).toBe(1501 + hour);
  });

  test('goes on from where it was when the machine’s is set back, also after it is opened again', () => {
    let machine = 10 * hour;
    const below = { now: () => machine, sleep: () => new Promise<void>(() => undefined) };
    let kept: ClockState | undefined;
    const clock = emulatorClock({ below, onChange: (state) => (kept = state) });
    clock.moveTo(11 * hour);
    machine += hour;
    expect(clock.now()).toBe(12 * hour);
    machine -= 5 * hour;
    expect(clock.now()).toBe(12 * hour);
    machine += hour;
    expect(clock.now()).toBe(13 * hour);
    machine -= 3 * hour;
    expect(emulatorClock({ below, state: kept }).now()).toBe(12 * hour);
  });

  test('wakes sleepers when their time has come, however it comes', async () => {
    const below = steppedClock(0);
    const clock = emulatorClock({ below });
    const woken: string[] = [];
    const sleep = (name: string, ms: number) => clock.sleep(ms).then(() => woken.push(name));
    void sleep('a', hour);
    void sleep('b', 2 * hour);
    void sleep('c', 3 * hour);
    expect(clock.nextWake).toBe(hour);
    await below.advance(hour);
    expect(woken).toEqual(['a']);
    clock.setMode('Stepped');
    await below.advance(9 * hour);
    clock.moveTo(2 * hour);
    await turn();
    expect(woken).toEqual(['a', 'b']);
    clock.setMode('Scaled', { factor: 60 });
    await turn();
    await below.advance(hour / 60);
    expect(woken).toEqual(['a', 'b', 'c']);
    expect(clock.nextWake).toBeUndefined();
  });

  test('a sleep is ended by its signal, also while time stands still', async () => {
    const clock = emulatorClock({ below: steppedClock(0) });
    clock.setMode('Stepped');
    const controller = new AbortController();
    const sleeping = clock.sleep(hour, { signal: controller.signal });
    controller.abort(new Error('enough'));
    await expect(sleeping).rejects.toThrow('enough');
  });

  test('never goes back, and goes on from what was written down', () => {
    const kept: ClockState[] = [];
    const clock = emulatorClock({ below: steppedClock(0), onChange: (state) => void kept.push(state) });
    clock.setMode('Stepped');
    clock.moveTo(5 * hour);
    clock.moveTo(hour);
    expect(clock.now()).toBe(5 * hour);
    const again = emulatorClock({ below: steppedClock(99 * hour), state: kept.at(-1) });
    expect(again.now()).toBe(5 * hour);
  });
});

test.each([
  ['24h', 24 * hour],
  ['1d 12h', 36 * hour],
  ['1.5h', 1.5 * hour],
  ['90s', 90_000],
  ['250ms', 250],
  [5, 5],
])('%s is %i milliseconds', (text, expected) => {
  expect(parseDuration(text)).toBe(expected);
});

test.each(['', '24', 'h', '24 hours', '-1h'])('%j is refused', (text) => {
  expect(() => parseDuration(text)).toThrow(expect.objectContaining({ code: 'cloud.durationInvalid' }));
});
