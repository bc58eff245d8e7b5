import { findIana, findWindows, WINDOWS_TO_IANA_MAP } from 'windows-iana';
import type { TimeZoneChange, TimeZoneRule } from '../blobs/time-zone.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The Windows name of a zone of the IANA database; the name itself where there is none. */
export const windowsZoneName = (iana: string): string => findWindows(iana)[0] ?? iana;

/** The IANA name of a zone given by either name, in any case; undefined where there is no such zone. */
export function ianaZoneName(name: string): string | undefined {
  const [iana = name] = findIana(windowsNames.get(name.toLowerCase()) ?? name);
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: iana }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

const windowsNames = new Map<string, string>(
  WINDOWS_TO_IANA_MAP.map(({ windowsName }) => [windowsName.toLowerCase(), windowsName]),
);

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const added = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  formatters.set(zone, added);
  return added;
}

/** The local time of an instant, in the UTC fields of the result. */
export function localFromUtc(instant: Date, zone: string): Date {
  const parts = formatterOf(zone).formatToParts(instant);
  const field = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return new Date(Date.UTC(field('year'), field('month') - 1, field('day'), field('hour'), field('minute')));
}

/** Minutes that local time is behind UTC at an instant. */
const biasAt = (instant: number, zone: string): number =>
  Math.round((Math.floor(instant / minute) * minute - localFromUtc(new Date(instant), zone).getTime()) / minute);

// A look at every day of a year costs milliseconds, and the answer never changes.
const rules = new Map<string, TimeZoneRule>();

/** The yearly rule that a zone of the IANA database followed in a year. */
export function ruleOfZone(zone: string, year: number): TimeZoneRule {
  const key = `${zone}/${year}`;
  const rule = rules.get(key) ?? findRule(zone, year);
  rules.set(key, rule);
  return rule;
}

function findRule(zone: string, year: number): TimeZoneRule {
  const changes = changesIn(zone, year);
  const [first, second] = changes;
  // A zone that changed once, or thrice, in that year has no yearly rule: its bias at the end of the year stands.
  if (first === undefined || second === undefined || changes.length > 2) {
    return { bias: biasAt(Date.UTC(year, 11, 31), zone), standardBias: 0, daylightBias: 0 };
  }
  const [toDaylight, toStandard] = first.after < first.before ? [first, second] : [second, first];
  return {
    bias: toStandard.after,
    standardBias: 0,
    daylightBias: toDaylight.after - toStandard.after,
    standardStart: describe(toStandard),
    daylightStart: describe(toDaylight),
  };
}

interface Change {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

function changesIn(zone: string, year: number): Change[] {
  const changes: Change[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += day) {
    const [before, after] = [biasAt(at, zone), biasAt(at + day, zone)];
    if (before !== after) changes.push({ at: findChange(at, zone), before, after });
  }
  return changes;
}

function findChange(from: number, zone: string): number {
  const before = biasAt(from, zone);
  let [low, high] = [from, from + day];
  while (high - low > minute) {
    const middle = low + Math.floor((high - low) / 2 / minute) * minute;
    if (biasAt(middle, zone) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** The change in local time before it, as the n-th weekday of its month; one in the last seven days is the last. */
function describe({ at, before }: Change): TimeZoneChange {
  const local = new Date(at - before * minute);
  const days = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate();
  const date = local.getUTCDate();
  return {
    month: local.getUTCMonth() + 1,
    dayOfWeek: local.getUTCDay(),
    day: date > days - 7 ? 5 : Math.ceil(date / 7),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
  };
}
