import ICAL from 'ical.js';
import { isSdkError } from '@cutover/base';
import type { MailAddress } from '../addresses.ts';
import { contentErrors } from '../errors.ts';
import type { MessageContent } from '../message-content.ts';
import { ianaZoneName } from './iana-time-zone.ts';
import { body, marks, searchKeyOf, text } from './ical-component.ts';
import { type CalendarTime, readZones, TimeReader, utcZone, type CalendarZone } from './ical-times.ts';
import { type EventContext, importEvent } from './import-event.ts';
import { composeNote } from './note.ts';
import { seriesRule } from './rrule.ts';
import type { Series } from './series.ts';
import { composeTask, type Task } from './task.ts';

/** What an iCalendar file does not say itself. */
export interface CalendarOptions {
  /** Gives the directory's entry for an address of the organisation. */
  readonly resolve?: (address: MailAddress) => MailAddress;
  /** Zone of times that name none, of the IANA database; UTC unless given. */
  readonly timeZone?: string;
  /** Date of items whose file tells none. */
  readonly now: Date;
}

/** Something of a calendar, and the kind of folder it belongs to. */
export interface CalendarItem {
  readonly kind: 'appointment' | 'task' | 'note';
  readonly content: MessageContent;
}

/** What became of an iCalendar file. */
export interface CalendarImport {
  readonly items: readonly CalendarItem[];
  /** What could not be taken over, each with its reason. */
  readonly problems: readonly string[];
}

/** Makes the events, to-dos and journal entries of an iCalendar file into items. RFC 5545; [MS-OXCICAL] */
export function importCalendar(source: string, options: CalendarOptions): CalendarImport {
  const items: CalendarItem[] = [];
  const problems: string[] = [];
  for (const calendar of parse(source)) {
    const context = contextOf(calendar, options, problems);
    const attempt = (
      component: ICAL.Component,
      kind: CalendarItem['kind'],
      make: () => MessageContent | undefined,
    ): void => {
      const content = attemptTo(component, make, problems);
      if (content !== undefined) items.push({ kind, content });
    };
    for (const { master, overrides } of groupEvents(calendar)) {
      attempt(master, 'appointment', () => importEvent(master, overrides, context));
    }
    for (const todo of calendar.getAllSubcomponents('vtodo')) attempt(todo, 'task', () => importTodo(todo, context));
    for (const entry of calendar.getAllSubcomponents('vjournal'))
      attempt(entry, 'note', () => importJournal(entry, context));
  }
  return { items, problems };
}

function attemptTo(
  component: ICAL.Component,
  make: () => MessageContent | undefined,
  problems: string[],
): MessageContent | undefined {
  const name = `'${text(component, 'summary') ?? text(component, 'uid') ?? ''}'`;
  try {
    if (component.hasProperty('rdate')) problems.push(`${name}: dates added to a series (RDATE) are left out`);
    const content = make();
    if (content === undefined) problems.push(`${name}: it has no start`);
    return content;
  } catch (error) {
    // ical.js reads values when they are asked for, and throws plain errors at those that it cannot read.
    const reason = isSdkError(error) ? error.message : `a value of it cannot be read: ${messageOf(error)}`;
    problems.push(`${name}: ${reason}`);
    return undefined;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function parse(source: string): ICAL.Component[] {
  try {
    const parsed: unknown[] = ICAL.parse(source) as unknown[];
    if (parsed.length === 0) throw new Error('it is empty');
    const calendars = Array.isArray(parsed[0]) ? parsed : [parsed];
    return calendars.map((calendar) => new ICAL.Component(calendar as string[]));
  } catch (error) {
    throw contentErrors.calendarUnreadable({ reason: messageOf(error) }, { cause: error });
  }
}

function contextOf(
  calendar: ICAL.Component,
  { resolve = (address) => address, timeZone, now }: CalendarOptions,
  problems: string[],
): EventContext {
  const iana = ianaZoneName(timeZone ?? text(calendar, 'x-wr-timezone') ?? 'Etc/UTC');
  const floating: CalendarZone = iana === undefined ? utcZone : { name: iana, iana };
  const { zones, unread } = readZones(calendar);
  problems.push(
    ...unread.map((zone) => `the time zone '${zone}' cannot be read; times in it are taken as if it were not named`),
  );
  return { times: new TimeReader(zones, floating), resolve, now };
}

interface EventGroup {
  readonly master: ICAL.Component;
  readonly overrides: readonly ICAL.Component[];
}

/** Events by their UID: the series, and the instances that differ from it. Instances without a series stand alone. */
function groupEvents(calendar: ICAL.Component): EventGroup[] {
  const groups = new Map<string, ICAL.Component[]>();
  for (const [index, event] of calendar.getAllSubcomponents('vevent').entries()) {
    const uid = text(event, 'uid') ?? `#${index}`;
    groups.set(uid, [...(groups.get(uid) ?? []), event]);
  }
  return [...groups.values()].flatMap((events) => {
    const master = events.find((event) => !event.hasProperty('recurrence-id'));
    if (master === undefined) return events.map((event) => ({ master: event, overrides: [] }));
    return [{ master, overrides: events.filter((event) => event !== master) }];
  });
}

const taskStatuses: Readonly<Record<string, NonNullable<Task['status']>>> = {
  'needs-action': 'notStarted',
  'in-process': 'inProgress',
  completed: 'complete',
  cancelled: 'deferred',
};

function importTodo(todo: ICAL.Component, { times, now }: EventContext): MessageContent {
  const [start, due, completed] = ['dtstart', 'due', 'completed'].map((name) => times.first(todo, name));
  const percent = Number(text(todo, 'percent-complete') ?? Number.NaN);
  const recur = todo.getFirstPropertyValue('rrule');
  const from = start ?? due;
  return composeTask({
    subject: text(todo, 'summary') ?? '',
    text: body(todo),
    ...marks(todo),
    status:
      taskStatuses[text(todo, 'status')?.toLowerCase() ?? ''] ?? (completed === undefined ? 'notStarted' : 'complete'),
    ...(Number.isNaN(percent) ? {} : { done: percent / 100 }),
    startsOn: dayOf(start?.local),
    dueOn: dayOf(due?.local),
    completedOn: dayOf(completed?.local),
    createdAt: times.madeAt(todo) ?? now,
    searchKey: searchKeyOf(todo),
    ...(recur instanceof ICAL.Recur && from !== undefined ? { series: taskSeries(recur, from) } : {}),
  });
}

function taskSeries(recur: ICAL.Recur, { local }: CalendarTime): Series {
  const ends = recur.count === null ? undefined : { count: recur.count };
  return { rule: seriesRule(recur, local), start: local, durationMinutes: 0, ...(ends === undefined ? {} : { ends }) };
}

const dayOf = (local: Date | undefined): Date | undefined =>
  local === undefined ? undefined : new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()));

function importJournal(entry: ICAL.Component, { times, now }: EventContext): MessageContent {
  const lines = [text(entry, 'summary'), body(entry)].filter((part) => part !== undefined && part !== '');
  return composeNote({
    text: lines.join('\r\n'),
    categories: marks(entry).categories ?? [],
    createdAt: times.madeAt(entry) ?? now,
    searchKey: searchKeyOf(entry),
  });
}
