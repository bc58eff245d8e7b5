import type { Output } from '../engine/output.ts';
import { DictionaryEntry, Dictionary, entriesOf } from '../values/dictionary.ts';
import { ErrorRecord } from '../values/error-record.ts';
import { nothing } from '../values/nothing.ts';
import { isNumeric } from '../values/number-types.ts';
import { CustomObject } from '../values/ps-object.ts';
import { listOf } from '../values/enumerate.ts';
import { toText } from '../values/to-text.ts';
import { errorView } from './error-view.ts';
import { listView, type Row, tableView } from './simple-views.ts';

/** Shows objects as text: what is text or a number as a line, objects with members as a table or a list. */
export class DefaultOutput implements Output {
  readonly #write: (text: string) => void;
  readonly #width: number;
  #rows: Row[] = [];
  #shape = '';

  constructor(write: (text: string) => void, width: number) {
    this.#write = write;
    this.#width = width;
  }

  write(value: unknown): void {
    if (value === null || value === nothing) return;
    if (value instanceof Dictionary) return entriesOf(value).forEach((entry) => this.#addRow(entryRow(entry)));
    if (value instanceof DictionaryEntry) return this.#addRow(entryRow(value));
    if (value instanceof CustomObject && value.members.size > 0) return this.#addRow(objectRow(value));
    this.flush();
    const items = listOf(value);
    if (items) items.forEach((item) => this.write(item));
    else this.#write(value instanceof ErrorRecord ? `${errorView(value, this.#width)}\n` : `${toText(value)}\n`);
  }

  #addRow(row: Row): void {
    const shape = row.map(([name]) => name).join('\0');
    if (shape !== this.#shape) this.flush();
    this.#shape = shape;
    this.#rows.push(row);
  }

  /** Writes the rows that were waiting for others like them. */
  flush(): void {
    const rows = this.#rows;
    const [first] = rows;
    if (!first) return;
    this.#rows = [];
    this.#shape = '';
    this.#write(first.length > 4 ? listView(rows) : tableView(rows));
  }
}

const entryRow = ({ key, value }: DictionaryEntry): Row => [
  ['Name', toText(key).padEnd(30), 'left'],
  ['Value', cellText(value), 'left'],
];

const objectRow = (value: CustomObject): Row =>
  [...value.members].flatMap((member) =>
    member.kind === 'note'
      ? [[member.name, cellText(member.value), isNumeric(member.value) ? 'right' : 'left'] as const]
      : [],
  );

function cellText(value: unknown): string {
  const items = listOf(value);
  return items ? `{${items.map((item) => toText(item)).join(', ')}}` : toText(value);
}
