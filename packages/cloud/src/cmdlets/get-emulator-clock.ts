import { getEmulatorClock } from '@cutover/core';
import { implement } from '../implement.ts';
import { toEmulatorClock } from '../objects/to-emulator-clock.ts';

export const handler = implement(getEmulatorClock, async function* (context) {
  yield toEmulatorClock(context);
});
