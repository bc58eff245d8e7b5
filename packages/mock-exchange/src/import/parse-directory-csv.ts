import { parse } from 'csv-parse/sync';
import type { DirectoryEntry } from './directory-entry.ts';
import { importErrors } from '../errors.ts';

/** Reads the entries of a CSV file, as csvde writes it: a column for each attribute, several values parted by `;`. */
export function parseDirectoryCsv(source: string): DirectoryEntry[] {
  return rowsOf(source).map((row) => {
    const attributes = new Map<string, readonly string[]>();
    for (const [column, cell] of Object.entries(row)) {
      if (cell !== '') attributes.set(column.trim().toLowerCase(), valuesOf(column, cell));
    }
    return { dn: row['DN'] ?? row['dn'] ?? row['distinguishedName'] ?? '', attributes };
  });
}

function rowsOf(source: string): Record<string, string>[] {
  try {
    return parse(source, { columns: true, bom: true, skip_empty_lines: true, relax_column_count_less: true });
  } catch (error) {
    throw importErrors.csvDamaged({ reason: error instanceof Error ? error.message : String(error) }, { cause: error });
  }
}

/** Attributes that hold several values; in others a semicolon is text. */
const multiple = new Set([
  'objectclass',
  'proxyaddresses',
  'member',
  'memberof',
  'othertelephone',
  'showinaddressbook',
]);

/** csvde puts a backslash before a semicolon, and X'…' around bytes. */
function valuesOf(column: string, cell: string): string[] {
  const values = multiple.has(column.trim().toLowerCase()) ? (cell.match(/(?:[^;\\]|\\.)+/gs) ?? []) : [cell];
  return values.map((value) => decode(value.replaceAll(/\\([;\\])/g, '$1')));
}

function decode(value: string): string {
  const hex = /^X'((?:[0-9a-f]{2})*)'$/i.exec(value)?.[1];
  return hex === undefined ? value : Buffer.from(hex, 'hex').toString('utf8');
}
