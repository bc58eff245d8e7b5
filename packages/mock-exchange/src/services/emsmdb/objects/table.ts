import type { StoredProperty } from '@cutover/content';
import {
  bookmark,
  errorCode,
  type PropertyCell,
  propertyRow,
  type Restriction,
  type SortOrders,
} from '@cutover/wire/rop';
import { pidTag, type PropertyTag } from '@cutover/wire/properties';
import { limits } from '../limits.ts';
import { cellOf, type CellOptions, told } from './cell.ts';
import { CategoryTree } from './category-tree.ts';
import { fulfils } from './fulfils.ts';
import type { PropertyBag } from './property-bag.ts';
import { compareKeys, type TableRow } from './table-row.ts';
import { RopFailure } from '../rop-failure.ts';

/** Where a cursor stood: the row there, and its place for when the row is gone. */
interface Mark {
  readonly row: TableRow | undefined;
  readonly position: number;
}

/** How a seek went. */
export interface Sought {
  readonly rowsSought: number;
  /** The row of the bookmark is no longer in the table. */
  readonly isLost: boolean;
}

/** Where a search begins, and which way it goes. */
export interface FindOptions {
  readonly origin: number;
  /** A bookmark to begin at instead. */
  readonly mark: number | undefined;
  readonly isBackward: boolean;
}

/** A row that was found, as it goes on the wire. */
export interface FoundRow {
  readonly isLost: boolean;
  readonly row: Uint8Array;
}

/** Rows that a query gives, as they go on the wire. */
export interface QueriedRows {
  /** Where the cursor stands now. */
  readonly origin: number;
  readonly count: number;
  readonly bytes: Uint8Array;
}

const unsorted: SortOrders = { categories: 0, expanded: 0, orders: [] };

/** What an opened heading brings. */
export interface ExpandedRows {
  /** Rows that came to be seen. */
  readonly total: number;
  /** Rows told. */
  readonly count: number;
  readonly bytes: Uint8Array;
}

/** What the rows of a table are. */
export type TableKind = 'contents' | 'hierarchy' | 'attachments' | 'permissions' | 'rules';

/** A table of folders, messages or attachments with the client's cursor. [MS-OXCTABL] */
export class Table {
  readonly kind: TableKind;
  readonly #load: () => readonly TableRow[];
  #all: readonly TableRow[];
  #isOutdated = false;
  readonly #cells: CellOptions;
  #rows: readonly TableRow[];
  #columns: readonly PropertyTag[] = [];
  #restriction: Restriction | undefined;
  #orders = unsorted;
  #categories: CategoryTree | undefined;
  #position = 0;
  readonly #marks = new Map<number, Mark>();
  #lastMark = 0;

  constructor(load: () => readonly TableRow[], { kind, ...cells }: CellOptions & { kind: TableKind }) {
    this.kind = kind;
    this.#load = load;
    this.#all = load();
    this.#rows = this.#all;
    this.#cells = { ...cells, cutAt: limits.tableValue };
  }

  get rowCount(): number {
    return this.#rows.length;
  }

  /** Where the cursor stands. */
  get position(): number {
    return this.#position;
  }

  /** Its rows are to be read anew when it is used next; false if that was known. */
  outdate(): boolean {
    const isNews = !this.#isOutdated;
    this.#isOutdated = true;
    return isNews;
  }

  /** Reads the rows anew if some have changed; the cursor stays at its row. */
  refresh(): void {
    if (!this.#isOutdated) return;
    this.#isOutdated = false;
    this.#all = this.#load();
    const before = this.#categories;
    this.#keepingPlace(() => {
      this.#arrange();
      if (before !== undefined) this.#categories?.adopt(before);
    });
  }

  setColumns(tags: readonly PropertyTag[]): void {
    this.#columns = tags;
  }

  /** Every property that some row has. */
  allColumns(tagOf: (property: StoredProperty) => PropertyTag): PropertyTag[] {
    const tags = new Map<number, PropertyTag>();
    for (const row of this.#all)
      for (const property of row.bag().all) tags.set(tagOf(property) >>> 16, tagOf(property));
    return [...tags.values()];
  }

  /**
   * The table without what a client arranged: no columns, no order, no restriction. Bookmarks go on, as up to Exchange 2007.
   * [MS-OXCTABL] 3.2.5.10, product behaviour
   */
  reset(): void {
    this.#columns = [];
    this.#restriction = undefined;
    this.#orders = unsorted;
    this.#arrange();
  }

  /** Keeps the place of the cursor under a number. */
  mark(): number {
    if (this.#marks.size >= limits.bookmarks) throw new RopFailure(errorCode.maxObjects);
    this.#marks.set(++this.#lastMark, { row: this.#rows[this.#position], position: this.#position });
    return this.#lastMark;
  }

  unmark(mark: number): void {
    if (!this.#marks.delete(mark)) throw new RopFailure(errorCode.invalidBookmark);
  }

  /** Moves the cursor from a bookmark on; where its row is gone, from the row that took its place. */
  seekMark(mark: number, offset: number): Sought {
    const isLost = this.#toMark(mark);
    return { rowsSought: this.seek(bookmark.current, offset), isLost };
  }

  /** The next row that fulfils the restriction, from `origin` or a bookmark on; the cursor stands at it then. */
  find(restriction: Restriction | undefined, { origin, mark, isBackward }: FindOptions): FoundRow | undefined {
    const isLost = mark !== undefined && this.#toMark(mark);
    if (mark === undefined) this.seek(origin, 0);
    const step = isBackward ? -1 : 1;
    for (let at = isBackward ? this.#position - 1 : this.#position; at >= 0 && at < this.#rows.length; at += step) {
      if (!this.#fulfils(this.#rows[at]!, restriction)) continue;
      this.#position = at;
      return { isLost, row: propertyRow(this.#columns).encode(this.#cellsOf(this.#rows[at]!)) };
    }
    return undefined;
  }

  /** Stands at the bookmark's row; true if that is gone. */
  #toMark(mark: number): boolean {
    const known = this.#marks.get(mark);
    if (known === undefined) throw new RopFailure(errorCode.invalidBookmark);
    const at = known.row === undefined ? -1 : this.#placeOf(known.row);
    this.#position = at >= 0 ? at : Math.min(known.position, this.#rows.length);
    return known.row !== undefined && at < 0;
  }

  #fulfils(row: TableRow, restriction: Restriction | undefined): boolean {
    if (restriction === undefined) return true;
    const { names, codePage } = this.#cells;
    return fulfils(restriction, row.bag(), { names, codePage });
  }

  restrict(restriction: Restriction | undefined): void {
    this.#restriction = restriction;
    this.#arrange();
  }

  sort(orders: SortOrders): void {
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
    const from = this.#position;
    const rows = forward
      ? this.#rows.slice(from, from + count)
      : this.#rows.slice(Math.max(0, from - count), from).toReversed();
    const encoded = this.#encoded(rows, room);
    const at = from + (forward ? encoded.length : -encoded.length);
    if (advance) this.#position = at;
    return { origin: this.#originAt(at), count: encoded.length, bytes: Buffer.concat(encoded) };
  }

  /** Opens a heading; the first of the rows that come to be seen are told, as many as fit. */
  expand(id: bigint, { count, room }: { count: number; room: number }): ExpandedRows {
    const categories = this.#required();
    const rows = this.#keepingPlace(() => categories.expand(id));
    const encoded = this.#encoded(rows.slice(0, count), room);
    return { total: rows.length, count: encoded.length, bytes: Buffer.concat(encoded) };
  }

  /** Closes a heading; tells how many rows are seen no more. */
  collapse(id: bigint): number {
    const categories = this.#required();
    return this.#keepingPlace(() => categories.collapse(id)).length;
  }

  /** The headings that are open. */
  get expanded(): readonly bigint[] {
    return this.#required().expanded;
  }

  /** Opens these headings alone; gives a mark at the row of this id, or at the first one. */
  restore(expanded: readonly bigint[], rowId: bigint): number {
    const categories = this.#required();
    this.#keepingPlace(() => categories.restore(expanded));
    const at = this.#rows.findIndex((row) => this.#lookup(row.bag(), pidTag.instID) === rowId);
    this.#position = Math.max(0, at);
    return this.mark();
  }

  #required(): CategoryTree {
    if (this.#categories === undefined) throw new RopFailure(errorCode.notSupported);
    return this.#categories;
  }

  /** The cursor stays at its row, or, when that is hidden, where it was; at the beginning, if the table was empty. */
  #keepingPlace<T>(change: () => T): T {
    const current = this.#rows[this.#position];
    const before = this.#position;
    const result = change();
    if (this.#categories !== undefined) this.#rows = this.#categories.visible();
    const at = current === undefined ? (before === 0 ? 0 : this.#rows.length) : this.#placeOf(current);
    this.#position = at >= 0 ? at : Math.min(before, this.#rows.length);
    return result;
  }

  #placeOf({ key }: TableRow): number {
    return this.#rows.findIndex((row) => row.key === key);
  }

  /** As many rows as fit. */
  #encoded(rows: readonly TableRow[], room: number): Uint8Array[] {
    const codec = propertyRow(this.#columns);
    const encoded: Uint8Array[] = [];
    let size = 0;
    for (const row of rows) {
      const bytes = codec.encode(this.#cellsOf(row));
      size += bytes.length;
      if (size > room) break;
      encoded.push(bytes);
    }
    return encoded;
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
    this.#categories = undefined;
    this.#rows = this.#ordered(kept);
    this.#position = 0;
  }

  #ordered(rows: readonly TableRow[]): readonly TableRow[] {
    if (this.#orders.orders.length === 0) return rows;
    if (this.#orders.categories === 0) return this.#sorted(rows);
    this.#categories = new CategoryTree(rows, this.#orders, {
      cell: (bag, tag) => this.#lookup(bag, tag),
      nameOf: (tag) => this.#cells.names.nameOf(tag >>> 16),
    });
    return this.#categories.visible();
  }

  #matching(restriction: Restriction): TableRow[] {
    return this.#all.filter((row) => this.#fulfils(row, restriction));
  }

  /** Each row's keys are made once: its content may be costly. */
  #sorted(rows: readonly TableRow[]): TableRow[] {
    const { orders } = this.#orders;
    const keyed = rows.map((row) => {
      const bag = row.bag();
      return { row, keys: orders.map(({ tag }) => this.#lookup(bag, tag)) };
    });
    return keyed.toSorted((left, right) => compareKeys(left.keys, right.keys, orders)).map(({ row }) => row);
  }

  #lookup(bag: PropertyBag, tag: PropertyTag): PropertyCell {
    const { names, codePage } = this.#cells;
    return cellOf(bag, tag, { names, codePage });
  }
}
