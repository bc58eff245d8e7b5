import { createHash } from 'node:crypto';
import type { StoredProperty } from '@cutover/content';
import { pidTag, type PropertyName, type PropertyTag, type PropertyValue } from '@cutover/wire/properties';
import { errorCode, isPropertyError, type PropertyCell, sortDirection, type SortOrders } from '@cutover/wire/rop';
import { RopFailure } from '../rop-failure.ts';
import { compareCells } from './matches.ts';
import { PropertyBag } from './property-bag.ts';
import { compareKeys, type TableRow } from './table-row.ts';

/** What a row of a contents table is. [MS-OXCTABL] 2.2.1.3 */
const rowType = { leaf: 1, expanded: 3, collapsed: 4 } as const;

/** What a tree asks of the rows that it is made of. */
export interface RowReader {
  cell(bag: PropertyBag, tag: PropertyTag): PropertyCell;
  nameOf(tag: PropertyTag): PropertyName | undefined;
}

/** One column that rows are parted by. */
interface Level {
  readonly tag: PropertyTag;
  readonly order: number;
  /** By the greatest value of this column the categories are ordered instead. */
  readonly maximum: PropertyTag | undefined;
}

/** A row with what it is ordered by, read once. */
interface KeyedRow {
  readonly row: TableRow;
  readonly keys: ReadonlyMap<PropertyTag, PropertyCell>;
}

interface Category extends TableRow {
  readonly key: bigint;
  readonly rows: readonly TableRow[];
  readonly inner: readonly Category[];
  isExpanded: boolean;
}

/** The parts of an order: columns that make categories, and those that order what is within. [MS-OXCTABL] 2.2.2.3.1 */
function partsOf({ categories, orders }: SortOrders): { levels: Level[]; leaves: SortOrders['orders'] } {
  const levels: Level[] = [];
  let at = 0;
  for (; levels.length < categories; at++) {
    const one = orders[at]!;
    const next = orders[at + 1];
    const maximum = next?.order === sortDirection.maximumCategory ? next.tag : undefined;
    levels.push({ ...one, maximum });
    if (maximum !== undefined) at++;
  }
  return { levels, leaves: orders.slice(at) };
}

const readMark = 0x01;

const isRead = ({ keys }: KeyedRow): boolean => (Number(keys.get(pidTag.messageFlags) ?? 0) & readMark) !== 0;

/** The order of two cells; one that is not there comes first. */
const compared = (one: PropertyCell, other: PropertyCell): number =>
  compareCells(one, other) ?? Number(one !== undefined) - Number(other !== undefined);

/** A number for a category that is the same whenever the same values make one. */
function idOf(path: readonly PropertyCell[]): bigint {
  const text = JSON.stringify(path, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  return createHash('sha256').update(text).digest().readBigInt64LE();
}

/** Neighbours that have the same value. */
function runsOf(rows: readonly KeyedRow[], tag: PropertyTag): KeyedRow[][] {
  const runs: KeyedRow[][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    const isSame = last !== undefined && compared(last[0]!.keys.get(tag), row.keys.get(tag)) === 0;
    if (isSame) last.push(row);
    else runs.push([row]);
  }
  return runs;
}

/** The rows of a contents table under headings, some of which are open. [MS-OXCTABL] 3.2.5.3 */
export class CategoryTree {
  readonly #levels: readonly Level[];
  readonly #leaves: SortOrders['orders'];
  readonly #expanded: number;
  readonly #reader: RowReader;
  readonly #top: readonly Category[];
  readonly #byId = new Map<bigint, Category>();

  constructor(rows: readonly TableRow[], orders: SortOrders, reader: RowReader) {
    const { levels, leaves } = partsOf(orders);
    this.#levels = levels;
    this.#leaves = leaves;
    this.#expanded = orders.expanded;
    this.#reader = reader;
    const tags = [...orders.orders.map(({ tag }) => tag), pidTag.messageFlags];
    const keyed = rows.map((row): KeyedRow => {
      const bag = row.bag();
      return { row, keys: new Map(tags.map((tag) => [tag, reader.cell(bag, tag)])) };
    });
    this.#top = this.#part(keyed, []);
  }

  /** Headings, and what is below those that are open. */
  visible(): TableRow[] {
    return this.#top.flatMap((category) => [category, ...this.#below(category)]);
  }

  /** Opens a heading; gives the rows that come to be seen. */
  expand(id: bigint): TableRow[] {
    const category = this.#require(id);
    if (category.isExpanded) throw new RopFailure(errorCode.notCollapsed);
    category.isExpanded = true;
    return this.#below(category);
  }

  /** Closes a heading; gives the rows that are seen no more. */
  collapse(id: bigint): TableRow[] {
    const category = this.#require(id);
    if (!category.isExpanded) throw new RopFailure(errorCode.notExpanded);
    const hidden = this.#below(category);
    category.isExpanded = false;
    return hidden;
  }

  /** The headings that are open. */
  get expanded(): bigint[] {
    return [...this.#byId.values()].filter(({ isExpanded }) => isExpanded).map(({ key }) => key);
  }

  /** Opens these headings and closes all others; those that are gone are left out. */
  restore(ids: readonly bigint[]): void {
    const open = new Set(ids);
    for (const category of this.#byId.values()) category.isExpanded = open.has(category.key);
  }

  /** Leaves open and closed what was so in the tree that this one takes the place of. */
  adopt(before: CategoryTree): void {
    for (const category of this.#byId.values()) {
      category.isExpanded = before.#byId.get(category.key)?.isExpanded ?? category.isExpanded;
    }
  }

  #require(id: bigint): Category {
    const category = this.#byId.get(id);
    if (category === undefined) throw new RopFailure(errorCode.notFound);
    return category;
  }

  #below({ isExpanded, inner, rows }: Category): TableRow[] {
    if (!isExpanded) return [];
    return inner.length === 0 ? [...rows] : inner.flatMap((category) => [category, ...this.#below(category)]);
  }

  #part(rows: readonly KeyedRow[], path: readonly PropertyCell[]): Category[] {
    const { tag, order, maximum } = this.#levels[path.length]!;
    const sign = order === sortDirection.descending ? -1 : 1;
    const ordered = rows.toSorted((one, other) => sign * compared(one.keys.get(tag), other.keys.get(tag)));
    const runs = runsOf(ordered, tag);
    if (maximum !== undefined) runs.sort((one, other) => compared(greatest(other, maximum), greatest(one, maximum)));
    return runs.map((run) => this.#category(run, [...path, run[0]!.keys.get(tag)]));
  }

  #category(rows: readonly KeyedRow[], path: readonly PropertyCell[]): Category {
    const isInnermost = path.length === this.#levels.length;
    const category: Category = {
      key: idOf(path),
      inner: isInnermost ? [] : this.#part(rows, path),
      rows: isInnermost ? this.#ordered(rows) : [],
      isExpanded: path.length <= this.#expanded,
      bag: () => new PropertyBag(this.#heading(category, rows, path)),
    };
    this.#byId.set(category.key, category);
    return category;
  }

  #ordered(rows: readonly KeyedRow[]): TableRow[] {
    const keysOf = ({ keys }: KeyedRow): PropertyCell[] => this.#leaves.map(({ tag }) => keys.get(tag));
    const ordered = rows.toSorted((one, other) => compareKeys(keysOf(one), keysOf(other), this.#leaves));
    return ordered.map(({ row }) => ({ key: row.key, bag: () => leafBag(row.bag(), this.#levels.length) }));
  }

  #heading({ key, isExpanded }: Category, rows: readonly KeyedRow[], path: readonly PropertyCell[]): StoredProperty[] {
    const values = path.flatMap((cell, level): StoredProperty[] => {
      const { tag } = this.#levels[level]!;
      const name = this.#reader.nameOf(tag);
      if (cell === undefined || isPropertyError(cell)) return [];
      return [{ tag, ...(name !== undefined && { name }), value: cell as PropertyValue }];
    });
    return [
      ...values,
      { tag: pidTag.rowType, value: isExpanded ? rowType.expanded : rowType.collapsed },
      { tag: pidTag.depth, value: path.length - 1 },
      { tag: pidTag.instID, value: key },
      { tag: pidTag.instanceNum, value: 0 },
      { tag: pidTag.contentCount, value: rows.length },
      { tag: pidTag.contentUnreadCount, value: rows.filter((row) => !isRead(row)).length },
    ];
  }
}

const greatest = (rows: readonly KeyedRow[], tag: PropertyTag): PropertyCell =>
  rows.map(({ keys }) => keys.get(tag)).reduce((best, one) => (compared(one, best) > 0 ? one : best));

/** What a row of messages says of itself as such. [MS-OXCTABL] 2.2.1 */
export const leafProperties = (id: bigint): StoredProperty[] => [
  { tag: pidTag.rowType, value: rowType.leaf },
  { tag: pidTag.depth, value: 0 },
  { tag: pidTag.instID, value: id },
  { tag: pidTag.instanceNum, value: 0 },
];

const leafBag = ({ all }: PropertyBag, depth: number): PropertyBag =>
  new PropertyBag([...all, { tag: pidTag.depth, value: depth }]);
