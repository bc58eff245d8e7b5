import { typeNameOf } from '../../runtime/types/type-of.ts';
import { Dictionary, DictionaryEntry, entriesOf } from '../../runtime/values/dictionary.ts';
import { elementsOf } from '../../runtime/values/enumerate.ts';
import { GroupInfo } from '../../runtime/values/command-results.ts';
import { elementText, toText } from '../../runtime/values/to-text.ts';
import { absent, compareKeys, type Order, type OrderEntry } from './order-entries.ts';
import { sortEntries } from './sort-entries.ts';

export interface GroupOptions {
  readonly keepsElements: boolean;
  /** Whether the keys are values of properties: the name opens lists only there. */
  readonly byProperty: boolean;
}

/** The groups of equal keys: in order where the keys are of one type, else as they come. Source: GroupObjectCommand. */
export function groupEntries({ entries, comparers }: Order, options: GroupOptions): readonly GroupInfo[] {
  const grouper = new Grouper(options, (left, right) => compareKeys(left, right, comparers) === 0);
  // What is identical is of one type: the first of each bucket tells.
  const buckets = grouper.bucketsOf(entries).map((bucket) => ({ item: bucket, keys: bucket[0]!.keys }));
  if (haveOneType(buckets)) {
    for (const { item } of sortEntries(buckets, comparers)) grouper.addAll(item as readonly OrderEntry[]);
  } else {
    for (const entry of entries) grouper.add(entry);
  }
  return grouper.groups;
}

/** Gathers entries in groups; what is identical finds its group without being compared. */
class Grouper {
  readonly groups: GroupInfo[] = [];
  readonly #keys: (readonly unknown[])[] = [];
  readonly #options: GroupOptions;
  readonly #equal: (left: readonly unknown[], right: readonly unknown[]) => boolean;
  readonly #known = new Map<number | string, GroupInfo>();

  constructor(options: GroupOptions, equal: (left: readonly unknown[], right: readonly unknown[]) => boolean) {
    this.#options = options;
    this.#equal = equal;
  }

  /** Entries of the very same key together, in the order of the first of each. */
  bucketsOf(entries: readonly OrderEntry[]): OrderEntry[][] {
    const buckets = new Map<unknown, OrderEntry[]>();
    for (const entry of entries) {
      const identity = identityOf(entry.keys) ?? entry;
      const bucket = buckets.get(identity);
      if (bucket) bucket.push(entry);
      else buckets.set(identity, [entry]);
    }
    return [...buckets.values()];
  }

  /** Entries of one key, behind those of smaller keys. */
  addAll(entries: readonly OrderEntry[]): void {
    const { keys } = entries[0]!;
    const last = this.groups.length - 1;
    const group = last >= 0 && this.#equal(this.#keys[last]!, keys) ? this.groups[last]! : this.#open(keys);
    for (const { item } of entries) group.add(item);
  }

  add({ item, keys }: OrderEntry): void {
    const identity = identityOf(keys);
    const known = identity === undefined ? undefined : this.#known.get(identity);
    const group = known ?? this.#find(keys) ?? this.#open(keys);
    if (identity !== undefined) this.#known.set(identity, group);
    group.add(item);
  }

  #find(keys: readonly unknown[]): GroupInfo | undefined {
    const index = this.#keys.findIndex((other) => this.#equal(other, keys));
    return index < 0 ? undefined : this.groups[index];
  }

  #open(keys: readonly unknown[]): GroupInfo {
    const values = keys.map((key) => (key === absent ? null : key));
    const group = new GroupInfo({ name: this.#nameOf(values), values, keepsElements: this.#options.keepsElements });
    this.groups.push(group);
    this.#keys.push(keys);
    return group;
  }

  /** Values without those that are nothing, joined by commas. */
  #nameOf(values: readonly unknown[]): string {
    const { byProperty } = this.#options;
    return values
      .filter((value) => value !== null && value !== undefined)
      .map((value) => (byProperty ? listName(value) : undefined) ?? toText(value))
      .join(', ');
  }
}

/** What only equal plain keys share; undefined for keys that are objects. */
function identityOf(keys: readonly unknown[]): number | string | undefined {
  const [only] = keys;
  if (keys.length === 1 && typeof only === 'number') return only;
  let identity = '';
  for (const key of keys) {
    if (key !== absent && key !== null && typeof key === 'object') return undefined;
    identity += `${typeof key} ${String(key)}\0`;
  }
  return identity;
}

/** Properties without a value are not counted. */
function haveOneType(entries: readonly OrderEntry[]): boolean {
  const types: (string | undefined)[] = [];
  for (const { keys } of entries) {
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index];
      if (key === null || key === absent) continue;
      const name = typeof key === 'string' ? 'System.String' : typeNameOf(key);
      types[index] ??= name;
      if (types[index] !== name) return false;
    }
  }
  return true;
}

/** A list as `{a, b}`; what is in it is not opened. */
function listName(value: unknown): string | undefined {
  const elements = value instanceof Dictionary ? entriesOf(value) : elementsOf(value);
  if (!elements) return undefined;
  const names = Array.from(elements, (element) =>
    element instanceof DictionaryEntry ? `[${toText(element.key)}, ${toText(element.value)}]` : elementText(element),
  );
  return `{${names.join(', ')}}`;
}
