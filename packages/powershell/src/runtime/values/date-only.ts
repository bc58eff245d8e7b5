import { DateTime, type TimeSpan } from '../../dotnet/index.ts';

/** System.DateOnly: a day without a time. */
export class DateOnly {
  readonly date: DateTime;

  constructor(date: DateTime) {
    this.date = date.date;
  }

  get dayNumber(): number {
    return Number(this.date.ticks / 864_000_000_000n);
  }

  addDays(days: number): DateOnly {
    return new DateOnly(this.date.addUnits(days, 'days'));
  }

  compareTo(other: DateOnly): number {
    return this.date.compareTo(other.date);
  }
}

/** System.TimeOnly: a time of no day. */
export class TimeOnly {
  readonly date: DateTime;

  constructor(time: TimeSpan) {
    this.date = new DateTime(time.ticks);
  }

  get ticks(): bigint {
    return this.date.ticks;
  }

  compareTo(other: TimeOnly): number {
    return this.date.compareTo(other.date);
  }
}
