import { isSdkError } from '@cutover/base';
import ICAL from 'ical.js';
import { pidLid } from '@cutover/wire/properties';
import {
  type AppointmentRecurrence,
  decodeAppointmentRecurrence,
  endType,
  patternType,
  recurFrequency,
  type RecurrencePattern,
} from '../blobs/recurrence.ts';
import { dateFromRtime, midnight } from '../blobs/rtime.ts';
import {
  changeIn,
  decodeTimeZoneStruct,
  type TimeZoneChange,
  type TimeZoneRule,
  utcFromLocal,
} from '../blobs/time-zone.ts';
import { weekdays } from '../calendar/ical-times.ts';
import type { PropertyReader } from './property-reader.ts';

/** How times of one item are written: by its own zone, or in UTC. */
export interface CalendarClock {
  /** VTIMEZONE. */
  readonly zone: ICAL.Component | undefined;
  readonly rule: TimeZoneRule | undefined;
  addTime(to: ICAL.Component, name: string, instant: Date, isDate?: boolean): void;
}

/** A series keeps to its zone, others tell the instant. */
export function clockOf(reader: PropertyReader): CalendarClock {
  const struct = reader.named(pidLid.timeZoneStruct);
  const rule = struct instanceof Uint8Array ? unlessDamaged(() => decodeTimeZoneStruct(struct)) : undefined;
  const id = reader.namedText(pidLid.timeZoneDescription) ?? 'Local';
  const addTime: CalendarClock['addTime'] = (to, name, instant, isDate = false) => {
    const local = rule === undefined ? instant : localFromUtc(instant, rule);
    const property = to.addPropertyWithValue(name, timeOf(local, { isDate, isUtc: rule === undefined && !isDate }));
    if (rule !== undefined && !isDate) property.setParameter('tzid', id);
  };
  return { zone: rule && zoneOf(rule, id), rule, addTime };
}

/** A damaged blob leaves an appointment that happens once: a mailbox with one can still be read. */
function unlessDamaged<T>(decode: () => T): T | undefined {
  try {
    return decode();
  } catch (error) {
    if (!isSdkError(error)) throw error;
    return undefined;
  }
}

/** A time whose parts stand in the UTC fields of a date. */
function timeOf(date: Date, { isDate, isUtc }: { isDate: boolean; isUtc: boolean }): ICAL.Time {
  const time = ICAL.Time.fromJSDate(date, true);
  if (isDate) {
    const { year, month, day } = time;
    return new ICAL.Time({ year, month, day, isDate: true }, ICAL.Timezone.localTimezone);
  }
  if (!isUtc) time.zone = ICAL.Timezone.localTimezone;
  return time;
}

/** The local time whose instant this is: one of the two that the zone's seasons give. */
function localFromUtc(instant: Date, rule: TimeZoneRule): Date {
  const seasons = [rule.daylightBias, rule.standardBias].map(
    (season) => new Date(instant.getTime() - (rule.bias + season) * 60_000),
  );
  return seasons.find((local) => utcFromLocal(local, rule).getTime() === instant.getTime()) ?? seasons[1]!;
}

function zoneOf(rule: TimeZoneRule, id: string): ICAL.Component {
  const zone = new ICAL.Component('vtimezone');
  zone.addPropertyWithValue('tzid', id);
  const standard = -(rule.bias + rule.standardBias);
  const daylight = -(rule.bias + rule.daylightBias);
  zone.addSubcomponent(
    seasonOf('standard', rule.standardStart, { from: rule.standardStart ? daylight : standard, to: standard }),
  );
  if (rule.daylightStart !== undefined) {
    zone.addSubcomponent(seasonOf('daylight', rule.daylightStart, { from: standard, to: daylight }));
  }
  return zone;
}

/** The year from which rules of zones are said to hold. */
const firstYear = 1601;

function seasonOf(
  name: string,
  start: TimeZoneChange | undefined,
  offsets: { from: number; to: number },
): ICAL.Component {
  const season = new ICAL.Component(name);
  const begins = new Date(start === undefined ? Date.UTC(firstYear, 0, 1) : changeIn(firstYear, start));
  season.addPropertyWithValue('dtstart', timeOf(begins, { isDate: false, isUtc: false }));
  season.addPropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromSeconds(offsets.from * 60));
  season.addPropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromSeconds(offsets.to * 60));
  if (start !== undefined) {
    const nth = start.day === 5 ? -1 : start.day;
    const byday = [`${nth}${weekdays[start.dayOfWeek]}`];
    season.addPropertyWithValue('rrule', ICAL.Recur.fromData({ freq: 'YEARLY', byday, bymonth: [start.month] }));
  }
  return season;
}

/** Adds what a series has besides its first instance: the rule, what does not take place, what differs. */
export function addSeries(
  calendar: ICAL.Component,
  event: ICAL.Component,
  { reader, clock }: { reader: PropertyReader; clock: CalendarClock },
): void {
  const blob = reader.named(pidLid.appointmentRecur);
  if (!(blob instanceof Uint8Array) || clock.rule === undefined) return;
  const series = unlessDamaged(() => decodeAppointmentRecurrence(blob));
  if (series === undefined) return;
  const { rule } = clock;
  const instant = (rtime: number): Date => utcFromLocal(dateFromRtime(rtime), rule);
  event.addPropertyWithValue('rrule', recurOf(series, instant));
  const moved = new Set(series.exceptions.map(({ originalStart }) => midnight(originalStart)));
  for (const day of series.pattern.deletedDates) {
    if (!moved.has(day)) clock.addTime(event, 'exdate', instant(day + series.startOffset));
  }
  for (const { start, end, originalStart, subject, location } of series.exceptions) {
    const other = new ICAL.Component(structuredClone(event.toJSON()) as [string, [], []]);
    for (const name of ['rrule', 'exdate', 'dtstart', 'dtend']) other.removeAllProperties(name);
    clock.addTime(other, 'recurrence-id', instant(originalStart));
    clock.addTime(other, 'dtstart', instant(start));
    clock.addTime(other, 'dtend', instant(end));
    if (subject !== undefined) other.updatePropertyWithValue('summary', subject);
    if (location !== undefined) other.updatePropertyWithValue('location', location);
    calendar.addSubcomponent(other);
  }
}

const frequencies: Readonly<Record<number, string>> = {
  [recurFrequency.daily]: 'DAILY',
  [recurFrequency.weekly]: 'WEEKLY',
  [recurFrequency.monthly]: 'MONTHLY',
  [recurFrequency.yearly]: 'YEARLY',
};

function recurOf({ pattern, startOffset }: AppointmentRecurrence, instant: (rtime: number) => Date): ICAL.Recur {
  const ends = {
    [endType.afterCount]: { count: pattern.occurrenceCount },
    [endType.byDate]: { until: ICAL.Time.fromJSDate(instant(pattern.endDate + startOffset), true) },
  }[pattern.endType];
  return ICAL.Recur.fromData({
    freq: frequencies[pattern.frequency] ?? 'DAILY',
    ...daysOf(pattern),
    ...ends,
    wkst: pattern.firstDayOfWeek + 1,
  } as never);
}

const minutesOfDay = 1440;

/** The interval and on which days. [MS-OXOCAL] 2.2.1.44.1 */
function daysOf(pattern: RecurrencePattern): object {
  const days = weekdays.filter((_, index) => ((pattern.day ?? 0) & (1 << index)) !== 0);
  const month = dateFromRtime(pattern.startDate).getUTCMonth() + 1;
  const isYearly = pattern.frequency === recurFrequency.yearly;
  const interval = isYearly ? Math.max(1, pattern.period / 12) : pattern.period;
  const ofYear = isYearly ? { bymonth: [month] } : {};
  switch (pattern.patternType) {
    case patternType.day:
      return { interval: pattern.period / minutesOfDay };
    case patternType.week:
      return { interval, byday: days };
    case patternType.monthNth:
      return { interval, ...ofYear, byday: days, bysetpos: [pattern.nth === 5 ? -1 : (pattern.nth ?? 1)] };
    default:
      return { interval, ...ofYear, bymonthday: [pattern.day === 31 ? -1 : (pattern.day ?? 1)] };
  }
}
