import { setEmulatorClock } from '@cutover/core';
import { implement } from '../implement.ts';
import { toEmulatorClock } from '../objects/to-emulator-clock.ts';

/** First the time passes that is to pass, then it goes on by the new rule. */
export const handler = implement(setEmulatorClock, async function* (context, { Advance, Factor, Mode }) {
  if (Advance !== undefined) await context.letTimePass(Advance, { signal: context.signal });
  if (Mode !== undefined || Factor !== undefined) {
    context.clock.setMode(Mode ?? 'Scaled', Factor === undefined ? {} : { factor: Factor });
  }
  yield toEmulatorClock(context);
});
