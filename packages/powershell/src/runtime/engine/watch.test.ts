import { expect, test } from 'vitest';
import { PipelineStopped, createStopState, requestStop } from '../../host/stop-flag.ts';
import { LimitReached, Watch } from './watch.ts';

const pollOften = (watch: Watch): void => {
  for (let count = 0; count < 1000; count++) watch.poll();
};

test('nothing stops without a flag and limits', () => {
  const watch = new Watch();
  watch.start();
  expect(() => pollOften(watch)).not.toThrow();
});

test('the flag stops at the next poll, once', () => {
  const stop = createStopState();
  const watch = new Watch({ stop });
  watch.start();
  requestStop(stop);
  expect(() => watch.poll()).toThrow(PipelineStopped);
  expect(() => pollOften(watch)).not.toThrow();
});

test('time that is over stops, and leaves a while to clean up', () => {
  const watch = new Watch({ limits: { time: 0 } });
  watch.start();
  expect(() => pollOften(watch)).toThrow(new LimitReached('time'));
  expect(() => pollOften(watch)).not.toThrow();
});

test('memory in use above the limit stops', () => {
  const watch = new Watch({ limits: { memory: 1000 }, usedMemory: () => 1001 });
  watch.start();
  expect(() => pollOften(watch)).toThrow(new LimitReached('memory'));
});

test('output is counted from the start of each invocation', () => {
  const watch = new Watch({ limits: { output: 10 } });
  watch.start();
  watch.shown(10);
  expect(() => watch.shown(1)).toThrow(new LimitReached('output'));
  watch.start();
  watch.shown(10);
});
