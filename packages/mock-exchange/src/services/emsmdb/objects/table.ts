import { bookmark, type PropertyCell, propertyRow, type Restriction, type SortOrder } from '@cutover/wire/rop';
import type { PropertyTag } from '@cutover/wire/properties';
import { limits } from '../limits.ts';
import { cellOf, type CellOptions, told } from './cell.ts';
import { compareCells, matches } from './matches.ts';
import type { PropertyBag } from './property-bag.ts';

/** One row: its properties, made when they are first looked at. */
export interface TableRow {
  bag(): PropertyBag;
}

/** Rows that a query gives, as they go on the wire. */
export interface QueriedRows {
  /** Where the cursor stands now. */
  readonly origin: number;
  readonly count: number;
  readonly bytes: Uint8Array;
}

const descending = 1;

/** A table of folders, messages or attachments as it was when it was opened, with the client's cursor. [MS-OXCTABL] */
export class Table {
  readonly #all: readonly TableRow[];
  readonly #cells: CellOptions;
  #rows: readonly TableRow[];
  #columns: readonly PropertyTag[] = [];
  #restriction: Restriction | undefined;
  #orders: readonly SortOrder[] = [];
  #position = 0;

  constructor(rows: readonly TableRow[], cells: CellOptions) {
    this.#all = rows;
    this.#rows = rows;
    this.#cells = { ...cells, cutAt: limits.tableValue };
  }

  get rowCount(): number {
    return this.#rows.length;
  }

  setColumns(tags: readonly PropertyTag[]): void {
    this.#columns = tags;
  }

  restrict(restriction: Restriction | undefined): void {
    this.#restriction = restriction;
    this.#arrange();
  }

  sort(orders: readonly SortOrder[]): void {
    this.#orders = orders;
    this.#arrange();
  }

  /** Moves the cursor; tells by how many rows, negative for backwards. */
  seek(origin: number, offset: number): number {
    const from = origin === bookmark.beginning ? 0 : origin === bookmark.end ? this.#rows.length : this.#position;
    this.#position = Math.min(this.#rows.length, Math.max(0, from + offset));
    return this.#position - from;
  }

  /** The next rows that fit into `room` bytes; reading them moves the cursor unless `advance` is false. */
  query({
    count,
    room,
    forward,
    advance,
  }: {
    count: number;
    room: number;
    forward: boolean;
    advance: boolean;
  }): QueriedRows {
    const codec = propertyRow(this.#columns);
    const encoded: Uint8Array[] = [];
    let size = 0;
    let at = this.#position;
    while (encoded.length < count && (forward ? at < this.#rows.length : at > 0)) {
      const bytes = codec.encode(this.#cellsOf(this.#rows[forward ? at : at - 1]!));
      if (size + bytes.length > room) break;
      encoded.push(bytes);
      size += bytes.length;
      at += forward ? 1 : -1;
    }
    if (advance) this.#position = at;
    return { origin: this.#originAt(at), count: encoded.length, bytes: Buffer.concat(encoded) };
  }

  #cellsOf(row: TableRow): PropertyCell[] {
    const bag = row.bag();
    return this.#columns.map((tag) => told(cellOf(bag, tag, this.#cells)));
  }

  #originAt(position: number): number {
    if (position === 0) return bookmark.beginning;
    return position === this.#rows.length ? bookmark.end : bookmark.current;
  }

  #arrange(): void {
    const kept = this.#restriction === undefined ? this.#all : this.#matching(this.#restriction);
    this.#rows = this.#orders.length === 0 ? kept : this.#sorted(kept);
    this.#position = 0;
  }

  #matching(restriction: Restriction): TableRow[] {
    return this.#all.filter((row) => {
      const bag = row.bag();
      return matches(restriction, (tag) => this.#lookup(bag, tag));
    });
  }

  /** Each row's keys are made once: its content may be costly. */
  #sorted(rows: readonly TableRow[]): TableRow[] {
    const keyed = rows.map((row) => {
      const bag = row.bag();
      return { row, keys: this.#orders.map(({ tag }) => this.#lookup(bag, tag)) };
    });
    return keyed.toSorted((left, right) => this.#compare(left.keys, right.keys)).map(({ row }) => row);
  }

  #lookup(bag: PropertyBag, tag: PropertyTag): PropertyCell {
    const { names, codePage } = this.#cells;
    return cellOf(bag, tag, { names, codePage });
  }

  /** A row without the property comes first. */
  #compare(left: readonly PropertyCell[], right: readonly PropertyCell[]): number {
    for (const [index, { order }] of this.#orders.entries()) {
      const [one, other] = [left[index], right[index]];
      const result = compareCells(one, other) ?? Number(one !== undefined) - Number(other !== undefined);
      if (result !== 0) return order === descending ? -result : result;
    }
    return 0;
  }
}
