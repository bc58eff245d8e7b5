import type { EmulatorClock } from '@cutover/core';
import type { CmdletContext } from '../implement.ts';
import { dateOf } from './date-of.ts';

/** The organisation's clock with what it will bring next. */
export const toEmulatorClock = ({ clock, migration }: Pick<CmdletContext, 'clock' | 'migration'>): EmulatorClock => ({
  Mode: clock.state.mode,
  Factor: clock.state.factor,
  UtcNow: new Date(clock.now()),
  NextEvent: dateOf(migration.nextDue()),
});
