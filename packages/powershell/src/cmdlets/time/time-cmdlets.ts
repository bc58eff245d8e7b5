import type { Cmdlet } from '../../runtime/engine/command.ts';
import { getDate } from './get-date.ts';
import { getTimeZone } from './get-time-zone.ts';
import { getUptime } from './get-uptime.ts';
import { measureCommand } from './measure-command.ts';
import { newTimeSpan } from './new-time-span.ts';
import { setDate } from './set-date.ts';
import { startSleep } from './start-sleep.ts';

export const timeCmdlets: readonly Cmdlet[] = [
  getDate,
  getTimeZone,
  getUptime,
  measureCommand,
  newTimeSpan,
  setDate,
  startSleep,
];
