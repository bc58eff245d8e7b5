import { imapErrors } from '../errors.ts';
import { imapLimits } from '../limits.ts';
import type { MessageFlag } from '../mailbox-port.ts';
import type { Cursor } from './cursor.ts';
import { parseDate } from './date.ts';
import { parseSequenceSet, type SequenceSet } from './sequence-set.ts';

/** What a search asks of a message. RFC 3501 6.4.4 */
export type SearchKey =
  | { readonly kind: 'all' }
  | { readonly kind: 'and'; readonly keys: readonly SearchKey[] }
  | { readonly kind: 'or'; readonly keys: readonly SearchKey[] }
  | { readonly kind: 'not'; readonly key: SearchKey }
  | { readonly kind: 'flag'; readonly flag: MessageFlag | '\\Recent' }
  | { readonly kind: 'none' }
  | { readonly kind: 'header'; readonly field: string; readonly text: string }
  | { readonly kind: 'body' | 'text'; readonly text: string }
  | { readonly kind: 'larger' | 'smaller'; readonly size: number }
  | {
      readonly kind: 'date';
      readonly of: 'internal' | 'sent';
      readonly when: 'before' | 'on' | 'since';
      readonly day: number;
    }
  | { readonly kind: 'uid' | 'number'; readonly set: SequenceSet };

export interface Search {
  readonly key: SearchKey;
}

const flagKeys: Readonly<Record<string, MessageFlag | '\\Recent'>> = {
  ANSWERED: '\\Answered',
  DELETED: '\\Deleted',
  DRAFT: '\\Draft',
  FLAGGED: '\\Flagged',
  RECENT: '\\Recent',
  SEEN: '\\Seen',
};
const flag = (name: MessageFlag | '\\Recent'): SearchKey => ({ kind: 'flag', flag: name });
const not = (key: SearchKey): SearchKey => ({ kind: 'not', key });

const constants: Readonly<Record<string, SearchKey>> = {
  ALL: { kind: 'all' },
  OLD: not(flag('\\Recent')),
  NEW: { kind: 'and', keys: [flag('\\Recent'), not(flag('\\Seen'))] },
  ...Object.fromEntries(
    Object.entries(flagKeys).flatMap(([name, value]) => [
      [name, flag(value)],
      [`UN${name}`, not(flag(value))],
    ]),
  ),
};
const dates: Readonly<Record<string, { of: 'internal' | 'sent'; when: 'before' | 'on' | 'since' }>> = {
  BEFORE: { of: 'internal', when: 'before' },
  ON: { of: 'internal', when: 'on' },
  SINCE: { of: 'internal', when: 'since' },
  SENTBEFORE: { of: 'sent', when: 'before' },
  SENTON: { of: 'sent', when: 'on' },
  SENTSINCE: { of: 'sent', when: 'since' },
};
const headers = new Set(['BCC', 'CC', 'FROM', 'SUBJECT', 'TO']);

interface Place {
  readonly cursor: Cursor;
  readonly text: () => string;
  count: number;
}

type KeyParser = (place: Place, name: string) => SearchKey;

const withArgument: readonly (readonly [(name: string) => boolean, KeyParser])[] = [
  [(name) => headers.has(name), ({ text }, field) => ({ kind: 'header', field: field.toLowerCase(), text: text() })],
  [
    (name) => name === 'BODY' || name === 'TEXT',
    ({ text }, name) => ({ kind: name === 'BODY' ? 'body' : 'text', text: text() }),
  ],
  [(name) => name in dates, ({ cursor }, name) => ({ kind: 'date', ...dates[name]!, day: parseDate(cursor) })],
  [
    (name) => name === 'LARGER' || name === 'SMALLER',
    ({ cursor }, name) => ({ kind: name === 'LARGER' ? 'larger' : 'smaller', size: cursor.number() }),
  ],
  [(name) => name === 'UID', ({ cursor }) => ({ kind: 'uid', set: parseSequenceSet(cursor) })],
  [(name) => name === 'NOT', (place) => not(parseKey(place))],
  [
    (name) => name === 'OR',
    (place) => ({ kind: 'or', keys: [parseKey(place), (place.cursor.space(), parseKey(place))] }),
  ],
  [(name) => name === 'HEADER', parseHeader],
  // No message here has a keyword.
  [(name) => name === 'KEYWORD', ({ cursor }) => (cursor.atom(), { kind: 'none' })],
  [(name) => name === 'UNKEYWORD', ({ cursor }) => (cursor.atom(), { kind: 'all' })],
];

/** Everything behind SEARCH. */
export function parseSearch(cursor: Cursor): Search {
  const charset = parseCharset(cursor);
  const text = (): string => decode(cursor.astring(), charset);
  const place: Place = { cursor, text, count: 0 };
  const keys = [parseKey(place)];
  while (cursor.accept(' ')) keys.push(parseKey(place));
  return { key: { kind: 'and', keys } };
}

const decoders: Readonly<Record<string, (text: string) => string>> = {
  'US-ASCII': (text) => text,
  'UTF-8': (text) => Buffer.from(text, 'latin1').toString('utf8'),
};

function parseCharset(cursor: Cursor): string {
  if (!cursor.accept('CHARSET ')) return 'UTF-8';
  const charset = cursor.astring().toUpperCase();
  cursor.space();
  if (charset in decoders) return charset;
  const code = `BADCHARSET (${Object.keys(decoders).join(' ')})`;
  throw imapErrors.refused({ reason: `The charset ${charset} is not supported.`, code });
}

const decode = (text: string, charset: string): string => decoders[charset]!(text);

function parseKey(place: Place): SearchKey {
  const { cursor } = place;
  if (++place.count > imapLimits.searchKeys) throw imapErrors.badCommand({ reason: 'Search is too long' });
  if (cursor.peeks('(')) return { kind: 'and', keys: cursor.list(() => parseKey(place)) };
  if (isSequence(cursor)) return { kind: 'number', set: parseSequenceSet(cursor) };
  const name = cursor.atom().toUpperCase();
  const constant = constants[name];
  if (constant !== undefined) return constant;
  const parser = withArgument.find(([isOf]) => isOf(name))?.[1];
  if (parser === undefined) throw imapErrors.badCommand({ reason: `There is no search key ${name}` });
  cursor.space();
  return parser(place, name);
}

const isSequence = (cursor: Cursor): boolean => cursor.peeks(/[*\d]/);

function parseHeader({ cursor, text }: Place): SearchKey {
  const field = cursor.astring().toLowerCase();
  cursor.space();
  return { kind: 'header', field, text: text() };
}
