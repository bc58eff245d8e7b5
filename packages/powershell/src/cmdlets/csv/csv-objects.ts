import { CustomObject, MemberTable } from '../../runtime/values/ps-object.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { csvRecord } from './csv-errors.ts';
import { CsvReader } from './csv-reader.ts';

export interface CsvImport {
  readonly delimiter: string;
  /** The names of `-Header`; the first record without it. */
  readonly header: readonly string[] | undefined;
  readonly write: (row: CustomObject) => void;
  /** Told once, before the first object, when a column has no name. */
  readonly warnUnnamed: () => void;
}

export interface CsvHeader {
  /** The columns' names, with names made up for those that are empty; undefined before there is a header. */
  readonly names: readonly string[] | undefined;
  readonly typeName: string | undefined;
  /** Whether names had to be made up. */
  readonly isIncomplete: boolean;
}

/** Makes an object of every record of the texts that come; the header of the first one is that of all. */
export class CsvImporter {
  readonly #options: CsvImport;
  #typeName: string | undefined;
  #row: ((values: readonly string[]) => CustomObject) | undefined;
  #mayWarn = false;
  #rest = '';

  constructor(options: CsvImport) {
    this.#options = options;
  }

  add(text: string): void {
    const reader = new CsvReader(text, this.#options.delimiter);
    this.#row ??= this.#readHeader(reader);
    if (!this.#row) return;
    for (let values = reader.readRecord(); values.length > 0; values = reader.readRecord()) this.#write(values);
  }

  /** Takes a part of a longer text: a record is read when what follows it is known to begin. */
  addPart(part: string): void {
    const text = this.#rest + part;
    const reader = new CsvReader(text, this.#options.delimiter);
    if (!this.#row) {
      const before = this.#typeName;
      this.#row = this.#readHeader(reader);
      if (reader.atEnd) {
        this.#row = undefined;
        this.#typeName = before;
        this.#rest = text;
        return;
      }
    }
    let start = reader.position;
    for (let values = reader.readRecord(); !reader.atEnd; values = reader.readRecord()) {
      this.#write(values);
      start = reader.position;
    }
    this.#rest = text.slice(start);
  }

  /** Takes what is left of the parts. */
  endParts(): void {
    const rest = this.#rest;
    this.#rest = '';
    this.add(rest);
  }

  #write(values: readonly string[]): void {
    if (values.length === 1 && values[0] === '') return;
    if (this.#mayWarn) this.#options.warnUnnamed();
    this.#mayWarn = false;
    this.#options.write(this.#row!(values));
  }

  #readHeader(reader: CsvReader): ((values: readonly string[]) => CustomObject) | undefined {
    const found = readHeader(reader, this.#options.header, this.#typeName);
    this.#typeName = found.typeName;
    this.#mayWarn = found.isIncomplete;
    return found.names && rowMaker(found);
  }
}

/** The `#TYPE` line and the names of the columns. */
export function readHeader(
  reader: CsvReader,
  header: readonly string[] | undefined,
  knownType: string | undefined,
): CsvHeader {
  const typeName = knownType ?? readTypeName(reader);
  const names = header ?? readNames(reader);
  if (!names) return { names, typeName, isIncomplete: false };
  requireDistinct(names);
  let unnamed = 0;
  const complete = names.map((name) => (name === '' ? `H${++unnamed}` : name));
  return { names: complete, typeName, isIncomplete: unnamed > 0 };
}

function readTypeName(reader: CsvReader): string | undefined {
  if (!reader.startsWith('#')) return undefined;
  const line = reader.readLine();
  return /^#type/i.test(line) ? line.slice(5).trim() || undefined : undefined;
}

/** The first record that is no comment; one of `#Fields:` is the header of an extended log file. */
function readNames(reader: CsvReader): string[] | undefined {
  while (!reader.atEnd) {
    const names = reader.readRecord();
    while (names.length > 1 && names.at(-1) === '') names.pop();
    const [first = ''] = names;
    if (first.startsWith('#Fields: ')) return [first.slice(9), ...names.slice(1)];
    if (!first.startsWith('#')) return names;
  }
  return undefined;
}

function requireDistinct(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    const key = name.toLowerCase();
    if (name !== '' && seen.has(key))
      throw new ScriptError(csvRecord('AlreadyPresentPSMemberInfoInternalCollectionAdd', [name]));
    seen.add(key);
  }
}

function rowMaker({ names = [], typeName }: CsvHeader): (values: readonly string[]) => CustomObject {
  const typeNames = typeName === undefined ? undefined : [typeName, `CSV:${typeName}`];
  return (values) => new CustomObject(typeNames, MemberTable.ofNotes(names, values));
}
