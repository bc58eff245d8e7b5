/** A tick of .NET is 100 ns. */
export const ticksPerMicrosecond = 10n;
export const ticksPerMillisecond = 10_000n;
export const ticksPerSecond = 10_000_000n;
export const ticksPerMinute = 600_000_000n;
export const ticksPerHour = 36_000_000_000n;
export const ticksPerDay = 864_000_000_000n;

/** Ticks from 1 January of the year 1 to 1 January 1970. */
export const unixEpochTicks = 621_355_968_000_000_000n;

/** A number of units as ticks; what is less than a tick is cut off. */
export function ticksOf(units: number, ticksPerUnit: bigint): bigint {
  const whole = Math.trunc(units);
  return BigInt(whole) * ticksPerUnit + BigInt(Math.trunc((units - whole) * Number(ticksPerUnit)));
}

/** The whole units in some ticks, within the next larger unit. */
export const unitsIn = (ticks: bigint, ticksPerUnit: bigint, count: bigint): number =>
  Number((ticks / ticksPerUnit) % count);
