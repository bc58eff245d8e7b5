import { imapErrors } from '../errors.ts';
import { imapLimits } from '../limits.ts';
import type { Cursor } from './cursor.ts';

/** What of a message is wanted by BODY[…]. RFC 3501 6.4.5 */
export interface Section {
  /** Numbers of parts from the outermost; empty for the message itself. */
  readonly part: readonly number[];
  readonly what: 'ALL' | 'HEADER' | 'TEXT' | 'MIME' | 'HEADER.FIELDS' | 'HEADER.FIELDS.NOT';
  /** Names of fields, as they were written. */
  readonly fields: readonly string[];
}

export type FetchItem =
  | { readonly item: 'FLAGS' | 'INTERNALDATE' | 'RFC822.SIZE' | 'ENVELOPE' | 'BODYSTRUCTURE' | 'BODY' | 'UID' }
  | {
      readonly item: 'SECTION';
      /** How the answer names it. */
      readonly name: string;
      readonly section: Section;
      readonly peek: boolean;
      readonly partial?: { readonly offset: number; readonly size: number };
    };

const plain = ['FLAGS', 'INTERNALDATE', 'ENVELOPE', 'BODYSTRUCTURE', 'UID'] as const;
const macros: Readonly<Record<string, readonly FetchItem[]>> = {
  FAST: [{ item: 'FLAGS' }, { item: 'INTERNALDATE' }, { item: 'RFC822.SIZE' }],
  ALL: [{ item: 'FLAGS' }, { item: 'INTERNALDATE' }, { item: 'RFC822.SIZE' }, { item: 'ENVELOPE' }],
  FULL: [{ item: 'FLAGS' }, { item: 'INTERNALDATE' }, { item: 'RFC822.SIZE' }, { item: 'ENVELOPE' }, { item: 'BODY' }],
};

const whole: Section = { part: [], what: 'ALL', fields: [] };
/** Older names of sections. RFC 3501 6.4.5 */
const sections: Readonly<Record<string, FetchItem>> = {
  RFC822: { item: 'SECTION', name: 'RFC822', section: whole, peek: false },
  'RFC822.HEADER': { item: 'SECTION', name: 'RFC822.HEADER', section: { ...whole, what: 'HEADER' }, peek: true },
  'RFC822.TEXT': { item: 'SECTION', name: 'RFC822.TEXT', section: { ...whole, what: 'TEXT' }, peek: false },
};

const nameForm = /[A-Za-z0-9.]+/y;

/** One item, a list of them, or a name for several. RFC 3501 9 (fetch) */
export function parseFetchItems(cursor: Cursor): readonly FetchItem[] {
  if (!cursor.peeks('(')) return parseItem(cursor, { allowsMacro: true });
  const items = cursor.list(() => parseItem(cursor, { allowsMacro: false })).flat();
  if (items.length === 0 || items.length > imapLimits.fetchItems) {
    throw imapErrors.badCommand({ reason: items.length === 0 ? 'Nothing to fetch' : 'Too many items to fetch' });
  }
  return items;
}

function parseItem(cursor: Cursor, { allowsMacro }: { allowsMacro: boolean }): readonly FetchItem[] {
  const name = cursor.match(nameForm, 'Data item').toUpperCase();
  const macro = allowsMacro ? macros[name] : undefined;
  if (macro !== undefined) return macro;
  if (name === 'BODY' || name === 'BODY.PEEK') return [parseBody(cursor, { peek: name === 'BODY.PEEK' })];
  if (name === 'RFC822.SIZE') return [{ item: 'RFC822.SIZE' }];
  const item = plain.find((known) => known === name);
  const known = item === undefined ? sections[name] : ({ item } as const);
  if (known === undefined) throw imapErrors.badCommand({ reason: `There is no data item ${name}` });
  return [known];
}

function parseBody(cursor: Cursor, { peek }: { peek: boolean }): FetchItem {
  if (!cursor.peeks('[')) {
    if (peek) throw imapErrors.badCommand({ reason: "'[' expected" });
    return { item: 'BODY' };
  }
  cursor.expect('[');
  const section = parseSection(cursor);
  cursor.expect(']');
  const partial = parsePartial(cursor);
  const origin = partial === undefined ? '' : `<${partial.offset}>`;
  const name = `BODY[${formatSection(section)}]${origin}`;
  return { item: 'SECTION', name, section, peek, ...(partial === undefined ? {} : { partial }) };
}

const partForm = /[1-9]\d{0,5}/y;

function parseSection(cursor: Cursor): Section {
  const part: number[] = [];
  if (cursor.peeks(']')) return whole;
  while (beginsNumber(cursor)) {
    part.push(Number(cursor.match(partForm, 'Section')));
    if (!cursor.accept('.')) return { part, what: 'ALL', fields: [] };
  }
  return { part, ...parseSectionText(cursor, part) };
}

const beginsNumber = (cursor: Cursor): boolean => cursor.peeks(/\d/);

function parseSectionText(cursor: Cursor, part: readonly number[]): Pick<Section, 'what' | 'fields'> {
  const what = cursor.match(nameForm, 'Section').toUpperCase();
  if (what === 'HEADER.FIELDS' || what === 'HEADER.FIELDS.NOT') {
    cursor.space();
    const fields = cursor.list(() => cursor.astring());
    if (fields.length === 0) throw imapErrors.badCommand({ reason: 'Field names expected' });
    return { what, fields };
  }
  if (what === 'HEADER' || what === 'TEXT' || (what === 'MIME' && part.length > 0)) return { what, fields: [] };
  throw imapErrors.badCommand({ reason: `There is no section ${what}` });
}

function parsePartial(cursor: Cursor): { offset: number; size: number } | undefined {
  if (!cursor.accept('<')) return undefined;
  const offset = cursor.number();
  cursor.expect('.');
  const size = cursor.number();
  cursor.expect('>');
  if (size === 0) throw imapErrors.badCommand({ reason: 'A part of no bytes' });
  return { offset, size };
}

function formatSection({ part, what, fields }: Section): string {
  const names = fields.length > 0 ? ` (${fields.join(' ')})` : '';
  return [...part.map(String), ...(what === 'ALL' ? [] : [`${what}${names}`])].join('.');
}
