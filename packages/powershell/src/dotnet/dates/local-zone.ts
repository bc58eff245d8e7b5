import { ticksPerMillisecond, ticksPerMinute, unixEpochTicks } from './ticks.ts';

const milliseconds = (ticks: bigint): number => Number((ticks - unixEpochTicks) / ticksPerMillisecond);

const offsetAt = (utcMilliseconds: number): number => -Math.round(new Date(utcMilliseconds).getTimezoneOffset());

const day = 86_400_000;

/** Minutes that the process's zone is ahead of UTC at an instant. */
export const offsetOfUtc = (utcTicks: bigint): number => offsetAt(milliseconds(utcTicks));

/** Minutes that the zone is ahead at a local time; an ambiguous or skipped one is taken as standard time. */
export function offsetOfLocal(localTicks: bigint): number {
  const local = milliseconds(localTicks);
  const before = offsetAt(local - day);
  const after = offsetAt(local + day);
  const valid = [before, after].filter((offset) => offsetAt(local - offset * 60_000) === offset);
  return Math.min(...(valid.length > 0 ? valid : [before, after]));
}

export const minutesToTicks = (minutes: number): bigint => BigInt(minutes) * ticksPerMinute;
