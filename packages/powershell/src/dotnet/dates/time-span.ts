import { argumentError, overflowError } from '../dotnet-error.ts';
import {
  ticksOf,
  ticksPerDay,
  ticksPerHour,
  ticksPerMicrosecond,
  ticksPerMillisecond,
  ticksPerMinute,
  ticksPerSecond,
  unitsIn,
} from './ticks.ts';

const limit = 2n ** 63n;

export interface TimeSpanParts {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
  readonly milliseconds?: number;
  readonly microseconds?: number;
}

export type TimeSpanUnit = keyof TimeSpanParts;

export const ticksPerUnit: Readonly<Record<TimeSpanUnit, bigint>> = {
  days: ticksPerDay,
  hours: ticksPerHour,
  minutes: ticksPerMinute,
  seconds: ticksPerSecond,
  milliseconds: ticksPerMillisecond,
  microseconds: ticksPerMicrosecond,
};

/** `long.MaxValue / TicksPerMillisecond`. */
const mostMilliseconds = Number((limit - 1n) / ticksPerMillisecond);

const isUnit = (name: string): name is TimeSpanUnit => name in ticksPerUnit;

/** System.TimeSpan. */
export class TimeSpan {
  static readonly zero = new TimeSpan(0n);
  static readonly minValue = new TimeSpan(-limit);
  static readonly maxValue = new TimeSpan(limit - 1n);

  readonly ticks: bigint;

  constructor(ticks: bigint) {
    if (ticks < -limit || ticks >= limit) throw overflowError('TimeSpan overflowed because the duration is too long.');
    this.ticks = ticks;
  }

  /** Whole units, as the constructors of several numbers take them. */
  static of(parts: TimeSpanParts): TimeSpan {
    let ticks = 0n;
    for (const [name, count] of Object.entries(parts)) if (isUnit(name)) ticks += BigInt(count) * ticksPerUnit[name];
    return new TimeSpan(ticks);
  }

  /** `FromDays` … `FromMicroseconds` of a Double. */
  static from(value: number, unit: TimeSpanUnit): TimeSpan {
    if (Number.isNaN(value)) throw argumentError('TimeSpan does not accept floating point Not-a-Number values.');
    const ticks = value * Number(ticksPerUnit[unit]);
    if (!(Math.abs(ticks) < Number(limit)))
      throw overflowError('TimeSpan overflowed because the duration is too long.');
    return new TimeSpan(Number.isInteger(value) ? ticksOf(value, ticksPerUnit[unit]) : BigInt(Math.trunc(ticks)));
  }

  get days(): number {
    return Number(this.ticks / ticksPerDay);
  }

  get hours(): number {
    return unitsIn(this.ticks, ticksPerHour, 24n);
  }

  get minutes(): number {
    return unitsIn(this.ticks, ticksPerMinute, 60n);
  }

  get seconds(): number {
    return unitsIn(this.ticks, ticksPerSecond, 60n);
  }

  get milliseconds(): number {
    return unitsIn(this.ticks, ticksPerMillisecond, 1000n);
  }

  get microseconds(): number {
    return unitsIn(this.ticks, ticksPerMicrosecond, 1000n);
  }

  get nanoseconds(): number {
    return Number(this.ticks % ticksPerMicrosecond) * 100;
  }

  /** `TotalDays` … `TotalMicroseconds`. */
  total(unit: TimeSpanUnit): number {
    const total = Number(this.ticks) / Number(ticksPerUnit[unit]);
    // As a Double the greatest span has half a millisecond too much.
    return unit === 'milliseconds' ? Math.max(-mostMilliseconds, Math.min(mostMilliseconds, total)) : total;
  }

  get totalNanoseconds(): number {
    return Number(this.ticks) * 100;
  }

  add(other: TimeSpan): TimeSpan {
    return new TimeSpan(this.ticks + other.ticks);
  }

  subtract(other: TimeSpan): TimeSpan {
    return new TimeSpan(this.ticks - other.ticks);
  }

  negate(): TimeSpan {
    if (this.ticks === -limit)
      throw overflowError('Negating the minimum value of a twos complement number is invalid.');
    return new TimeSpan(-this.ticks);
  }

  duration(): TimeSpan {
    return this.ticks < 0n ? this.negate() : this;
  }

  multiply(factor: number): TimeSpan {
    return TimeSpan.fromTicks(Number(this.ticks) * factor);
  }

  divide(divisor: number): TimeSpan {
    return TimeSpan.fromTicks(Number(this.ticks) / divisor);
  }

  private static fromTicks(ticks: number): TimeSpan {
    if (Number.isNaN(ticks)) throw argumentError('TimeSpan does not accept floating point Not-a-Number values.');
    if (!Number.isFinite(ticks)) throw overflowError('TimeSpan overflowed because the duration is too long.');
    const whole = Math.round(ticks);
    const tie = Math.abs(ticks % 1) === 0.5;
    return new TimeSpan(BigInt(tie ? 2 * Math.round(ticks / 2) : whole));
  }

  compareTo(other: TimeSpan): number {
    return this.ticks < other.ticks ? -1 : this.ticks > other.ticks ? 1 : 0;
  }
}
