import { genericName } from '../types/generic-types.ts';
import { Enumerable } from './enumerable.ts';
import type { KeyRule } from './key-identity.ts';
import { KeyTable } from './key-table.ts';
import { whileUnchanged } from './stale.ts';

/** What the maps of the language have in common; keys that are strings are found whatever their case. */
export abstract class Dictionary {
  abstract readonly typeName: string;
  #held: KeyTable | undefined;
  /** Counts changes of the set of keys, so that an enumeration can tell that it has become stale. */
  version = 0;

  /** Made when it is first asked for: what nobody looks at shall cost nothing. */
  get #table(): KeyTable {
    return this.#held ?? this.#fill();
  }

  #fill(): KeyTable {
    this.#held = new KeyTable(this.rule);
    for (const [key, value] of this.beginning()) this.set(key, value);
    return this.#held;
  }

  /** Whether anybody has looked at it. */
  protected get isFilled(): boolean {
    return this.#held !== undefined;
  }

  /** What it holds before anything is put into it. */
  protected beginning(): Iterable<readonly [key: unknown, value: unknown]> {
    return [];
  }

  /** Whether keys that differ in case alone are one. */
  get rule(): KeyRule {
    return 'ignore case';
  }

  get size(): number {
    return this.#table.size;
  }

  has(key: unknown): boolean {
    return this.#table.has(key);
  }

  get(key: unknown): unknown {
    return this.#table.get(key);
  }

  set(key: unknown, value: unknown): this {
    this.#table.set(key, value);
    this.version++;
    return this;
  }

  delete(key: unknown): boolean {
    const deleted = this.#table.delete(key);
    if (deleted) this.version++;
    return deleted;
  }

  clear(): void {
    this.#held = new KeyTable(this.rule);
    this.version++;
  }

  *keys(): Generator<unknown> {
    for (const [key] of this.#table.entries()) yield key;
  }

  *values(): Generator<unknown> {
    for (const [, value] of this.#table.entries()) yield value;
  }

  /** Keys and values in the order of the map. */
  pairs(): Generator<[key: unknown, value: unknown]> {
    return this.#table.entries();
  }
}

/** `@{}`. Source: System.Collections.Hashtable with a case-insensitive comparer. */
export class Hashtable extends Dictionary {
  readonly typeName: string = 'System.Collections.Hashtable';
}

/** `$PSDefaultParameterValues`. Source: System.Management.Automation.DefaultParameterDictionary. */
export class DefaultParameterValues extends Hashtable {
  override readonly typeName: string = 'System.Management.Automation.DefaultParameterDictionary';
}

/** A Hashtable made by `[hashtable]::new()`, which tells letters' cases apart. */
export class CaseSensitiveHashtable extends Hashtable {
  override get rule(): KeyRule {
    return 'match case';
  }
}

/** `[ordered]@{}`. Source: System.Collections.Specialized.OrderedDictionary. */
export class OrderedDictionary extends Dictionary {
  readonly typeName = 'System.Collections.Specialized.OrderedDictionary';

  /** The pair at a place, counted from 0. */
  at(index: number): [key: unknown, value: unknown] | undefined {
    return index < 0 ? undefined : this.pairs().drop(index).next().value;
  }

  insert(index: number, key: unknown, value: unknown): void {
    const pairs = [...this.pairs()];
    pairs.splice(index, 0, [key, value]);
    refill(this, pairs);
  }
}

/** Gives a map its pairs in another order. */
function refill(map: Dictionary, pairs: readonly (readonly [key: unknown, value: unknown])[]): void {
  map.clear();
  for (const [key, value] of pairs) Dictionary.prototype.set.call(map, key, value);
}

/** Dictionary[K,V] and SortedDictionary[K,V], which gives an order of its keys. */
export class GenericDictionary extends Dictionary {
  readonly typeName: string;
  readonly #rule: KeyRule;
  readonly #order: ((a: unknown, b: unknown) => number) | undefined;

  constructor(typeName: string, rule: KeyRule = 'match case', order?: (a: unknown, b: unknown) => number) {
    super();
    this.typeName = typeName;
    this.#rule = rule;
    this.#order = order;
  }

  override get rule(): KeyRule {
    return this.#rule;
  }

  override set(key: unknown, value: unknown): this {
    const { version } = this;
    const isNew = !this.has(key);
    super.set(key, value);
    // A value may be replaced while the map is enumerated.
    if (!isNew) this.version = version;
    else if (this.#order) this.#sort(this.#order);
    return this;
  }

  #sort(order: (a: unknown, b: unknown) => number): void {
    refill(
      this,
      [...this.pairs()].toSorted(([a], [b]) => order(a, b)),
    );
  }
}

/** A map's keys or values as they are whenever one looks. */
export class DictionaryView extends Enumerable {
  readonly typeName: string;
  readonly #map: Dictionary;
  readonly #part: 'keys' | 'values';

  constructor(map: Dictionary, part: 'keys' | 'values') {
    super();
    this.typeName = viewTypeName(map, `${part === 'keys' ? 'Key' : 'Value'}Collection`);
    this.#map = map;
    this.#part = part;
  }

  get size(): number {
    return this.#map.size;
  }

  /** Whether its elements have places. */
  get isOrdered(): boolean {
    return this.#map instanceof OrderedDictionary;
  }

  elements(): Iterable<unknown> {
    return whileUnchanged(this.#map, this.#part === 'keys' ? this.#map.keys() : this.#map.values());
  }
}

function viewTypeName(map: Dictionary, inner: string): string {
  if (map instanceof OrderedDictionary) return `${map.typeName}+OrderedDictionaryKeyValueCollection`;
  return map instanceof GenericDictionary ? innerTypeName(map, inner) : `${map.typeName}+${inner}`;
}

/** `Dictionary`2[[…]]` → `Dictionary`2+KeyCollection[[…]]`. */
const innerTypeName = (map: GenericDictionary, inner: string): string =>
  genericTypeName(map.typeName).replace('[[', `+${inner}[[`);

/** The generic type that a map is or inherits from: a call's bound parameters do from one of texts to anything. */
const genericTypeName = (typeName: string): string => (typeName.includes('[[') ? typeName : mapOfTexts);

const mapOfTexts = genericName('System.Collections.Generic.Dictionary`2', ['System.String', 'System.Object']);

/** One pair of a map while it is enumerated. Source: System.Collections.DictionaryEntry. */
export class DictionaryEntry {
  readonly key: unknown;
  readonly value: unknown;

  constructor(key: unknown, value: unknown) {
    this.key = key;
    this.value = value;
  }
}

/** One pair of a generic map. Source: System.Collections.Generic.KeyValuePair<K,V>. */
export class KeyValuePair {
  readonly typeName: string;
  readonly key: unknown;
  readonly value: unknown;

  constructor(typeName: string, key: unknown, value: unknown) {
    this.typeName = typeName;
    this.key = key;
    this.value = value;
  }
}

/** The pairs in the order of the map. */
export function entriesOf(map: Dictionary): (DictionaryEntry | KeyValuePair)[] {
  if (!(map instanceof GenericDictionary))
    return Array.from(map.pairs(), ([key, value]) => new DictionaryEntry(key, value));
  const typeName = pairTypeName(genericTypeName(map.typeName));
  return Array.from(map.pairs(), ([key, value]) => new KeyValuePair(typeName, key, value));
}

const pairTypeName = (mapType: string): string =>
  `System.Collections.Generic.KeyValuePair\`2${mapType.slice(mapType.indexOf('['))}`;

/** The pairs one by one; fails when the map changes meanwhile. */
export const enumerateEntries = (map: Dictionary): Iterable<DictionaryEntry | KeyValuePair> =>
  whileUnchanged(map, entriesOf(map));
