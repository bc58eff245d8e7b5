import { bodyTexts, headerText, wholeHeader } from '../mime/searchable-text.ts';
import type { SearchKey } from '../syntax/search-key.ts';
import { resolveSet } from '../syntax/sequence-set.ts';
import type { OpenedMessage } from './opened-message.ts';

/** A message as a search sees it. */
export interface SearchedMessage {
  readonly opened: OpenedMessage;
  readonly number: number;
  readonly isRecent: boolean;
  /** What `*` means. */
  readonly last: { readonly number: number; readonly uid: number };
}

type Kinds = { readonly [K in SearchKey['kind']]: Extract<SearchKey, { kind: K }> };
type Matchers = {
  readonly [K in SearchKey['kind']]: (key: Kinds[K], message: SearchedMessage) => boolean | Promise<boolean>;
};

const day = 86_400_000;

const matchers: Matchers = {
  all: () => true,
  none: () => false,
  and: ({ keys }, message) => every(keys, message),
  or: async ({ keys }, message) =>
    !(await every(
      keys.map((key) => ({ kind: 'not', key }) as const),
      message,
    )),
  not: async ({ key }, message) => !(await matchesSearch(key, message)),
  flag: ({ flag }, { opened, isRecent }) => (flag === '\\Recent' ? isRecent : opened.message.flags.has(flag)),
  uid: ({ set }, { opened, last }) => isIn(opened.message.uid, resolveSet(set, last.uid)),
  number: ({ set }, { number, last }) => isIn(number, resolveSet(set, last.number)),
  larger: async ({ size }, { opened }) => (await opened.bytes()).length > size,
  smaller: async ({ size }, { opened }) => (await opened.bytes()).length < size,
  date: matchesDate,
  header: async ({ field, text }, { opened }) => {
    const found = headerText((await opened.parsed()).entity, field);
    return found.some((value) => includes(value, text));
  },
  body: async ({ text }, { opened }) => isInBody(opened, text),
  text: async ({ text }, { opened }) => {
    const { entity } = await opened.parsed();
    return includes(wholeHeader(entity), text) || (await isInBody(opened, text));
  },
};

/** Whether a message is what a search asks for. */
export function matchesSearch(key: SearchKey, message: SearchedMessage): boolean | Promise<boolean> {
  const matcher = matchers[key.kind] as (key: SearchKey, message: SearchedMessage) => boolean | Promise<boolean>;
  return matcher(key, message);
}

/** Keys that need no bytes first, so that few messages are read. */
const costs: Partial<Record<SearchKey['kind'], number>> = {
  larger: 1,
  smaller: 1,
  header: 2,
  body: 3,
  text: 3,
  or: 1,
  not: 1,
};
const costOf = ({ kind }: SearchKey): number => costs[kind] ?? 0;

async function every(keys: readonly SearchKey[], message: SearchedMessage): Promise<boolean> {
  for (const key of keys.toSorted((left, right) => costOf(left) - costOf(right))) {
    if (!(await matchesSearch(key, message))) return false;
  }
  return true;
}

const isIn = (number: number, ranges: readonly { low: number; high: number }[]): boolean =>
  ranges.some(({ low, high }) => number >= low && number <= high);

const includes = (text: string, wanted: string): boolean => text.toLowerCase().includes(wanted.toLowerCase());

async function isInBody(opened: OpenedMessage, wanted: string): Promise<boolean> {
  const { text, entity } = await opened.parsed();
  for (const body of bodyTexts(text, entity)) if (includes(body, wanted)) return true;
  return false;
}

async function matchesDate({ of, when, day: wanted }: Kinds['date'], { opened }: SearchedMessage): Promise<boolean> {
  const time = of === 'internal' ? opened.message.internalDate.getTime() : await sentDay(opened);
  if (time === undefined) return false;
  if (when === 'before') return time < wanted;
  return when === 'since' ? time >= wanted : time >= wanted && time < wanted + day;
}

/** The day that the Date field names, its zone disregarded. RFC 3501 6.4.4 (SENTON) */
async function sentDay(opened: OpenedMessage): Promise<number | undefined> {
  const [value = ''] = headerText((await opened.parsed()).entity, 'date');
  const found = /(\d{1,2})\s+([A-Za-z]{3})[A-Za-z]*\s+(\d{4})/.exec(value);
  const time = found === null ? Number.NaN : Date.parse(`${found[1]} ${found[2]} ${found[3]} 00:00:00 GMT`);
  return Number.isNaN(time) ? undefined : time;
}
