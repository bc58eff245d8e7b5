import ICAL from 'ical.js';
import { type TimeZoneChange, type TimeZoneRule, utcFromLocal } from '../blobs/time-zone.ts';
import type { NamedTimeZone } from './appointment.ts';
import { ianaZoneName, localFromUtc, ruleOfZone, windowsZoneName } from './iana-time-zone.ts';

/** A time of an iCalendar file: local fields and the zone they are in. */
export interface CalendarTime {
  /** In the UTC fields. */
  readonly local: Date;
  readonly instant: Date;
  readonly isDate: boolean;
  readonly zone: CalendarZone;
}

/** A zone by which times are read: one of the IANA database, or a rule that the file brings. */
export interface CalendarZone {
  readonly name: string;
  readonly iana?: string;
  readonly rule?: TimeZoneRule;
}

export const utcZone: CalendarZone = { name: 'UTC', iana: 'Etc/UTC' };

/** The zone as a series carries it, with the rule of a year. */
export function namedZone(zone: CalendarZone, year: number): NamedTimeZone {
  const name = zone.iana === undefined ? zone.name : windowsZoneName(zone.iana);
  return { name, rule: ruleIn(zone, year) };
}

const ruleIn = (zone: CalendarZone, year: number): TimeZoneRule =>
  zone.rule ?? ruleOfZone(zone.iana ?? 'Etc/UTC', year);

/** An instant in the local time of a zone. */
export function localIn(instant: Date, zone: CalendarZone): Date {
  if (zone.rule === undefined) return localFromUtc(instant, zone.iana ?? 'Etc/UTC');
  // The rule tells UTC from local time; the other way needs the offset before and after the season's change.
  const standard = new Date(instant.getTime() - (zone.rule.bias + zone.rule.standardBias) * 60_000);
  const daylight = new Date(instant.getTime() - (zone.rule.bias + zone.rule.daylightBias) * 60_000);
  return utcFromLocal(daylight, zone.rule).getTime() === instant.getTime() ? daylight : standard;
}

/** The zones that a calendar brings along, by their ids; a name that the IANA database knows goes before the rule. */
export function readZones(calendar: ICAL.Component): { zones: Map<string, CalendarZone>; unread: string[] } {
  const zones = new Map<string, CalendarZone>();
  const unread: string[] = [];
  for (const component of calendar.getAllSubcomponents('vtimezone')) {
    const id = textOf(component, 'tzid') ?? '';
    try {
      zones.set(id, readZone(component, id));
    } catch {
      unread.push(id);
    }
  }
  return { zones, unread };
}

function readZone(component: ICAL.Component, id: string): CalendarZone {
  const iana = ianaZoneName(textOf(component, 'x-lic-location') ?? id);
  return iana === undefined ? { name: id, rule: readRule(component) } : { name: id, iana };
}

function textOf(component: ICAL.Component, name: string): string | undefined {
  const value = component.getFirstPropertyValue(name);
  return value === null ? undefined : String(value as string);
}

/** The rule of the newest observances. */
function readRule(component: ICAL.Component): TimeZoneRule {
  const [standard, daylight] = [newest(component, 'standard'), newest(component, 'daylight')];
  const bias = -(standard?.offset ?? daylight?.offset ?? 0);
  if (standard === undefined || daylight === undefined) return { bias, standardBias: 0, daylightBias: 0 };
  const change = { standardStart: standard.change, daylightStart: daylight.change };
  return { bias, standardBias: 0, daylightBias: -daylight.offset - bias, ...change };
}

function newest(component: ICAL.Component, name: string): { offset: number; change: TimeZoneChange } | undefined {
  const [last] = component
    .getAllSubcomponents(name)
    .map((observance) => ({ observance, start: observance.getFirstPropertyValue('dtstart') as ICAL.Time }))
    .toSorted((left, right) => right.start.compare(left.start));
  if (last === undefined) return undefined;
  const offset = last.observance.getFirstPropertyValue('tzoffsetto') as ICAL.UtcOffset;
  return { offset: Math.round(offset.toSeconds() / 60), change: changeOf(last.observance, last.start) };
}

function changeOf(observance: ICAL.Component, start: ICAL.Time): TimeZoneChange {
  const rule = observance.getFirstPropertyValue('rrule') as ICAL.Recur | null;
  const [byDay, byMonth] = ['BYDAY', 'BYMONTH'].map((part) => (rule?.getComponent(part) as unknown[] | undefined)?.[0]);
  const found = /^([+-]?\d)(SU|MO|TU|WE|TH|FR|SA)$/.exec(String(byDay));
  const nth = found === null ? Math.ceil(start.day / 7) : Number(found[1]);
  return {
    month: Number(byMonth ?? start.month),
    dayOfWeek: found === null ? start.dayOfWeek() - 1 : weekdays.indexOf(found[2]!),
    day: nth < 0 ? 5 : nth,
    hour: start.hour,
    minute: start.minute,
  };
}

/** Weekdays as iCalendar writes them, Sunday 0. */
export const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** Reads times of one calendar; those without a zone are taken in `floating`. */
export class TimeReader {
  readonly #zones: ReadonlyMap<string, CalendarZone>;
  readonly #floating: CalendarZone;

  constructor(zones: ReadonlyMap<string, CalendarZone>, floating: CalendarZone) {
    this.#zones = zones;
    this.#floating = floating;
  }

  /** The first value of a property that holds a time. */
  first(component: ICAL.Component, name: string): CalendarTime | undefined {
    return this.all(component, name)[0];
  }

  /** Every value of every property of this name. */
  all(component: ICAL.Component, name: string): CalendarTime[] {
    return component.getAllProperties(name).flatMap((property) => {
      const zone = this.#zoneOf(property.getFirstParameter('tzid'));
      return property
        .getValues()
        .flatMap((value: unknown) => (value instanceof ICAL.Time ? [this.read(value, zone)] : []));
    });
  }

  /** When the item was made, or at least sent. */
  madeAt(component: ICAL.Component): Date | undefined {
    return (this.first(component, 'created') ?? this.first(component, 'dtstamp'))?.instant;
  }

  read(time: ICAL.Time, zone: CalendarZone): CalendarTime {
    const own = time.zone === ICAL.Timezone.utcTimezone ? utcZone : zone;
    const { year, month, day, hour, minute, second, isDate } = time;
    const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
    return { local, isDate, zone: own, instant: utcFromLocal(local, ruleIn(own, year)) };
  }

  #zoneOf(id: string | undefined): CalendarZone {
    if (id === undefined) return this.#floating;
    const known = this.#zones.get(id);
    if (known !== undefined) return known;
    const iana = ianaZoneName(id);
    return iana === undefined ? this.#floating : { name: id, iana };
  }
}
