import { steppedClock } from '@cutover/base';
import { expect, test } from 'vitest';
import { errors } from '../errors.ts';
import { withDeadline } from './deadline.ts';

const timedOut = () => errors.callTimedOut({ operation: 'Test', ms: 100 });
const never = () => new Promise<never>(() => undefined);

test('what is ready in time is passed on, and no timer stays', async () => {
  const clock = steppedClock();
  await expect(withDeadline({ clock, ms: 100, signals: [], timedOut }, async () => 'done')).resolves.toBe('done');
  await clock.advance(200);
});

test('work that does not heed its signal is left behind when the time is over', async () => {
  const clock = steppedClock();
  const late = withDeadline({ clock, ms: 100, signals: [], timedOut }, never);
  const outcome = expect(late).rejects.toMatchObject({ code: 'outlookAnywhere.callTimedOut', retry: true });
  await clock.advance(100);
  await outcome;
});

test('any of the signals ends the work with its own reason', async () => {
  const controllers = [new AbortController(), new AbortController()];
  const signals = controllers.map(({ signal }) => signal);
  let seen: AbortSignal | undefined;
  const work = withDeadline(
    { clock: steppedClock(), ms: 100, signals: [undefined, ...signals], timedOut },
    (signal) => {
      seen = signal;
      return never();
    },
  );
  controllers[1]!.abort(new Error('enough'));
  await expect(work).rejects.toThrow('enough');
  expect(seen?.aborted).toBe(true);
});

test('nothing begins after an abort', async () => {
  const signals = [AbortSignal.abort(new Error('before'))];
  const work = (): never => {
    throw new Error('must not run');
  };
  await expect(withDeadline({ clock: steppedClock(), ms: 1, signals, timedOut }, work)).rejects.toThrow('before');
});
