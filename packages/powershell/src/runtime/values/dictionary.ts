import { numberText } from './number-text.ts';
import { Char, isNumeric, numericType } from './number-types.ts';

/** What the maps of the language have in common; keys that are strings are found whatever their case. */
export abstract class Dictionary {
  abstract readonly typeName: string;
  readonly entries = new Map<unknown, [key: unknown, value: unknown]>();
  /** Counts changes of the set of keys, so that an enumeration can tell that it has become stale. */
  version = 0;

  protected keyOf(key: unknown): unknown {
    return typeof key === 'string' ? `s${key.toLowerCase()}` : identityOf(key);
  }

  get size(): number {
    return this.entries.size;
  }

  has(key: unknown): boolean {
    return this.entries.has(this.keyOf(key));
  }

  get(key: unknown): unknown {
    return this.entries.get(this.keyOf(key))?.[1];
  }

  set(key: unknown, value: unknown): this {
    const identity = this.keyOf(key);
    const entry = this.entries.get(identity);
    if (entry) entry[1] = value;
    else {
      this.entries.set(identity, [key, value]);
      this.version++;
    }
    return this;
  }

  delete(key: unknown): boolean {
    const deleted = this.entries.delete(this.keyOf(key));
    if (deleted) this.version++;
    return deleted;
  }

  clear(): void {
    this.entries.clear();
    this.version++;
  }

  *keys(): Generator<unknown> {
    for (const [key] of this.entries.values()) yield key;
  }

  *values(): Generator<unknown> {
    for (const [, value] of this.entries.values()) yield value;
  }
}

/** Two values that .NET's Equals takes for one have one identity. */
function identityOf(key: unknown): unknown {
  if (isNumeric(key)) return `${numericType(key)} ${numberText(key)}`;
  return key instanceof Char ? `c${key.value}` : key;
}

/** `@{}`. Source: System.Collections.Hashtable with a case-insensitive comparer. */
export class Hashtable extends Dictionary {
  readonly typeName = 'System.Collections.Hashtable';
}

/** A Hashtable made by `[hashtable]::new()`, which tells letters' cases apart. */
export class CaseSensitiveHashtable extends Hashtable {
  protected override keyOf(key: unknown): unknown {
    return typeof key === 'string' ? `s${key}` : super.keyOf(key);
  }
}

/** `[ordered]@{}`. Source: System.Collections.Specialized.OrderedDictionary. */
export class OrderedDictionary extends Dictionary {
  readonly typeName = 'System.Collections.Specialized.OrderedDictionary';

  /** The entry at a place, counted from 0. */
  at(index: number): [key: unknown, value: unknown] | undefined {
    return index < 0 ? undefined : [...this.entries.values()][index];
  }

  insert(index: number, key: unknown, value: unknown): void {
    const entries = [...this.entries];
    entries.splice(index, 0, [this.keyOf(key), [key, value]]);
    this.entries.clear();
    for (const [identity, entry] of entries) this.entries.set(identity, entry);
    this.version++;
  }
}

/** One pair of a map while it is enumerated. Source: System.Collections.DictionaryEntry. */
export class DictionaryEntry {
  readonly key: unknown;
  readonly value: unknown;

  constructor(key: unknown, value: unknown) {
    this.key = key;
    this.value = value;
  }
}

/** The pairs in the order of the map. */
export const entriesOf = (map: Dictionary): DictionaryEntry[] =>
  Array.from(map.entries.values(), ([key, value]) => new DictionaryEntry(key, value));
