import { DateTime } from './date-time.ts';
import { TimeSpan } from './time-span.ts';

const minutesPerTick = 600_000_000n;

/** January and July of a year without surprises: the lesser offset of both is the standard one. */
const samples = [Date.UTC(2024, 0, 1), Date.UTC(2024, 6, 1)];

/** A time zone of the machine's table. Source: System.TimeZoneInfo. */
export class TimeZoneInfo {
  readonly typeName = 'System.TimeZoneInfo';
  readonly id: string;

  private constructor(id: string) {
    this.id = id;
  }

  static byId(id: string): TimeZoneInfo | undefined {
    try {
      new Intl.DateTimeFormat('en', { timeZone: id });
      return new TimeZoneInfo(id);
    } catch {
      return undefined;
    }
  }

  static local(): TimeZoneInfo {
    return new TimeZoneInfo(Intl.DateTimeFormat().resolvedOptions().timeZone);
  }

  static all(): readonly TimeZoneInfo[] {
    return ['UTC', ...Intl.supportedValuesOf('timeZone')].map((id) => new TimeZoneInfo(id));
  }

  get #offsets(): readonly number[] {
    return samples.map((time) => this.#offsetAt(time));
  }

  /** Minutes ahead of UTC. */
  #offsetAt(time: number): number {
    const name = this.#part(time, 'longOffset');
    const match = /GMT([+-])(\d+):(\d+)/.exec(name);
    if (!match) return 0;
    return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
  }

  #part(time: number, timeZoneName: 'longOffset' | 'long'): string {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: this.id, timeZoneName });
    return format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  }

  /** How far local times of the zone are ahead of UTC at a time. */
  offsetAt(date: DateTime): TimeSpan {
    return new TimeSpan(BigInt(this.#offsetAt(date.toUnixMilliseconds())) * minutesPerTick);
  }

  /** What clocks of the zone show at a time. */
  fromUtc(date: DateTime): DateTime {
    const kind = this.id === 'UTC' ? 'Utc' : 'Unspecified';
    return DateTime.specifyKind(date.toUniversalTime().add(this.offsetAt(date)), kind);
  }

  get supportsDaylightSavingTime(): boolean {
    const [winter, summer] = this.#offsets;
    return winter !== summer;
  }

  get baseUtcOffset(): TimeSpan {
    return new TimeSpan(BigInt(Math.min(...this.#offsets)) * minutesPerTick);
  }

  #sample(pick: (...offsets: number[]) => number): number {
    return samples[this.#offsets.indexOf(pick(...this.#offsets))]!;
  }

  get standardName(): string {
    return this.#part(this.#sample(Math.min), 'long');
  }

  get daylightName(): string {
    return this.#part(this.#sample(Math.max), 'long');
  }

  get displayName(): string {
    const minutes = Math.min(...this.#offsets);
    const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
    const two = (value: number) => String(value).padStart(2, '0');
    const offset = minutes === 0 ? 'UTC' : `UTC${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`;
    return `(${offset}) ${this.standardName}`;
  }

  text(): string {
    return this.displayName;
  }
}
