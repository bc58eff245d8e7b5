import { steppedClock } from '@cutover/base';
import { expect, test } from 'vitest';
import { createWatchdog } from './watchdog.ts';

test('barks once when the time is over, not before', async () => {
  const clock = steppedClock();
  const dog = createWatchdog(clock);
  const barks: number[] = [];
  dog.watch(100, () => barks.push(clock.now()));
  await clock.advance(99);
  expect(barks).toEqual([]);
  await clock.advance(200);
  expect(barks).toEqual([100]);
});

test('one sleeper serves many calls, each with its own time', async () => {
  const clock = steppedClock();
  const dog = createWatchdog(clock);
  const barks: string[] = [];
  for (const name of ['first', 'second', 'third']) {
    dog.watch(100, () => barks.push(`${name} at ${clock.now()}`));
    await clock.advance(60);
    if (name !== 'third') dog.done();
  }
  await clock.advance(39);
  expect(barks).toEqual([]);
  await clock.advance(1);
  expect(barks).toEqual(['third at 220']);
});

test('after its end it is silent', async () => {
  const clock = steppedClock();
  const dog = createWatchdog(clock);
  dog.watch(100, () => {
    throw new Error('must not bark');
  });
  dog.close();
  await clock.advance(200);
});
