import type { DirectoryEntry } from './directory-entry.ts';
import { importErrors } from '../errors.ts';

interface Line {
  readonly number: number;
  readonly text: string;
}

/** Reads the entries of an LDIF file, as ldifde writes it. Changes other than additions are refused. RFC 2849 */
export function parseLdif(source: string): DirectoryEntry[] {
  return records(source).flatMap((lines) => {
    const entry = parseRecord(lines);
    return entry === undefined ? [] : [entry];
  });
}

/** Lines of each record, with folded ones joined and comments left out. */
function records(source: string): Line[][] {
  const all: Line[][] = [[]];
  let comment = false;
  for (const [index, text] of source
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    const record = all.at(-1)!;
    const last = record.length - 1;
    if (text === '') all.push([]);
    else if (text.startsWith(' ')) {
      if (!comment && last >= 0) record[last] = { ...record[last]!, text: record[last]!.text + text.slice(1) };
    } else if (!text.startsWith('#')) record.push({ number: index + 1, text });
    comment = text.startsWith('#') || (comment && text.startsWith(' '));
  }
  return all.filter((record) => record.length > 0);
}

const lineForm = /^([A-Za-z0-9.-]+)(?:;[A-Za-z0-9-]+)*(::|:<|:)[ ]*(.*)$/s;

function parseRecord(lines: readonly Line[]): DirectoryEntry | undefined {
  const attributes = new Map<string, string[]>();
  for (const { number, text } of lines) {
    const found = lineForm.exec(text);
    if (found === null) throw importErrors.ldifDamaged({ line: number, reason: 'it is no attribute with a value' });
    const [, name = '', mark, raw = ''] = found;
    if (mark === ':<') throw importErrors.ldifDamaged({ line: number, reason: 'values in other files are not read' });
    const value = mark === '::' ? Buffer.from(raw, 'base64').toString('utf8') : raw;
    const key = name.toLowerCase();
    attributes.set(key, [...(attributes.get(key) ?? []), value]);
  }
  assertAddition(attributes, lines[0]!.number);
  const dn = attributes.get('dn')?.[0];
  return dn === undefined ? undefined : { dn, attributes };
}

function assertAddition(attributes: ReadonlyMap<string, readonly string[]>, line: number): void {
  const change = attributes.get('changetype')?.[0]?.toLowerCase();
  if (change !== undefined && change !== 'add') {
    throw importErrors.ldifDamaged({ line, reason: `it is a change of type '${change}', not an entry` });
  }
}
