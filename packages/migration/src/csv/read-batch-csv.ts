import { parse } from 'csv-parse/sync';
import { migrationErrors } from '../errors.ts';
import { limits } from '../limits.ts';
import type { BatchRow, BatchRows } from './batch-rows.ts';
import { decodeText } from './decode-text.ts';

/** How strictly a batch's CSV file is read. */
export interface ReadCsvOptions {
  /** Columns that a batch does not know are left aside without a word. */
  readonly allowUnknownColumns?: boolean | undefined;
}

/**
 * Reads the CSV file of a staged batch: `EmailAddress`, and if given `Password`, `ForceChangePassword`, `MailboxType`, `BadItemLimit`
 * and `LargeItemLimit`. A bad row is told with its number and takes no other down. Throws for what is no such file at all.
 */
export function readBatchCsv(bytes: Uint8Array, options: ReadCsvOptions = {}): BatchRows {
  const [header = [], ...lines] = parseLines(bytes);
  const columns = header.map((name) => name.trim().toLowerCase());
  if (!columns.includes('emailaddress')) throw noAddresses(header);
  if (lines.length > limits.csvRows) throw migrationErrors.csvTooLong({ rows: lines.length, most: limits.csvRows });
  const problems = options.allowUnknownColumns === true ? [] : columnProblems(header);
  const mailboxes: BatchRow[] = [];
  const taken = new Map<string, number>();
  for (const [index, cells] of lines.entries()) {
    const result = readRow({ number: index + 1, cells, columns, taken });
    if (typeof result === 'string') problems.push(`Row ${index + 1}: ${result}`);
    else mailboxes.push(result);
  }
  return { mailboxes, problems };
}

/** Why a header has no column of addresses. */
function noAddresses(header: readonly string[]): Error {
  if (header.length === 0) return migrationErrors.csvEmpty({});
  const [, name] = separators.find(([character]) => header.length === 1 && header[0]!.includes(character)) ?? [];
  return name === undefined
    ? migrationErrors.csvWithoutAddresses({ columns: header.join(', ') })
    : migrationErrors.csvSeparated({ separator: name });
}

/** What spreadsheets of other countries write instead of commas. */
const separators = [
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'bars'],
] as const;

function parseLines(bytes: Uint8Array): string[][] {
  try {
    return parse(decodeText(bytes), { relax_column_count: true, skip_empty_lines: true, trim: true });
  } catch (cause) {
    throw migrationErrors.csvUnreadable({ reason: (cause as Error).message }, { cause });
  }
}

const knownColumns: ReadonlySet<string> = new Set([
  'emailaddress',
  'password',
  'forcechangepassword',
  'mailboxtype',
  'baditemlimit',
  'largeitemlimit',
]);

const columnProblems = (header: readonly string[]): string[] =>
  header.flatMap((name, index) =>
    knownColumns.has(name.trim().toLowerCase())
      ? []
      : [`Column ${index + 1}: "${name}" isn't known and is left aside; -AllowUnknownColumnsInCsv $true permits it.`],
  );

interface RowText {
  number: number;
  cells: readonly string[];
  columns: readonly string[];
  /** Numbers of the rows before, by address. */
  taken: Map<string, number>;
}

/** The row, or what is wrong with it. */
function readRow({ number, cells, columns, taken }: RowText): BatchRow | string {
  if (cells.length > columns.length) return `it has ${cells.length} cells, and the header ${columns.length}.`;
  const cell = (name: string): string | undefined => cells[columns.indexOf(name)] || undefined;
  const emailAddress = cell('emailaddress');
  if (emailAddress === undefined) return 'it has no e-mail address.';
  if (!/^[^\s@]+@[^\s@]+$/.test(emailAddress)) return `"${emailAddress}" isn't an e-mail address.`;
  const before = taken.get(emailAddress.toLowerCase());
  if (before !== undefined) return `"${emailAddress}" is in row ${before} already.`;
  const badItemLimit = readLimit(cell('baditemlimit'));
  const largeItemLimit = readLimit(cell('largeitemlimit'));
  if (Number.isNaN(badItemLimit) || Number.isNaN(largeItemLimit)) return 'a limit is a number or Unlimited.';
  const forceChange = readFlag(cell('forcechangepassword'));
  if (forceChange === undefined) return 'ForceChangePassword is True or False.';
  if (!/^(PrimaryOnly|PrimaryAndArchive)?$/i.test(cell('mailboxtype') ?? '')) return archiveText;
  taken.set(emailAddress.toLowerCase(), number);
  const password = cell('password');
  return { number, emailAddress, password, forceChangePassword: forceChange, badItemLimit, largeItemLimit };
}

const archiveText = 'MailboxType is PrimaryOnly or PrimaryAndArchive: an archive cannot be migrated alone.';

function readLimit(text: string | undefined): number | undefined {
  if (text === undefined || text.toLowerCase() === 'unlimited') return undefined;
  return /^\d+$/.test(text) ? Number(text) : NaN;
}

function readFlag(text = 'true'): boolean | undefined {
  const value = text.toLowerCase().replace('$', '');
  return value === 'true' ? true : value === 'false' ? false : undefined;
}
