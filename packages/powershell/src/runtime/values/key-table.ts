import { identityOf, type KeyRule } from './key-identity.ts';

/** In the place of a key that was taken out. */
const removed = Symbol('removed');

/** Up to so many entries their hashes are gone through one by one: most maps of scripts stay below. */
const smallSize = 8;

/**
 * Keys and values in the order in which they came. Keys that are texts are hashed by their characters whatever their
 * case, so that none is folded and none is kept twice; only what is neither a text nor a whole number goes by its
 * identity. Entries lie in parallel arrays, and `#slots` is an open table of their places, counted from 1.
 */
export class KeyTable {
  readonly #rule: KeyRule;
  #keys: unknown[] = [];
  #values: unknown[] = [];
  #hashes: number[] = [];
  #slots: Int32Array | undefined;
  /** Places by identity, for all other keys. */
  #others: Map<unknown, number> | undefined;
  #size = 0;

  constructor(rule: KeyRule) {
    this.#rule = rule;
  }

  get size(): number {
    return this.#size;
  }

  has(key: unknown): boolean {
    return this.#find(key, hashOf(key, this.#rule)) >= 0;
  }

  /** Undefined for a key that is not there. */
  get(key: unknown): unknown {
    const place = this.#find(key, hashOf(key, this.#rule));
    return place < 0 ? undefined : this.#values[place];
  }

  /** A key that is there keeps its place and how it was first written. */
  set(key: unknown, value: unknown): void {
    const hash = hashOf(key, this.#rule);
    const place = this.#find(key, hash);
    if (place >= 0) this.#values[place] = value;
    else this.#add(key, hash, value);
  }

  delete(key: unknown): boolean {
    const place = this.#find(key, hashOf(key, this.#rule));
    if (place < 0) return false;
    this.#others?.delete(identityOf(key, this.#rule));
    this.#keys[place] = removed;
    this.#values[place] = undefined;
    this.#size--;
    return true;
  }

  /** Whoever goes through the entries meanwhile goes on with what there was, as when they are packed. */
  *entries(): Generator<[key: unknown, value: unknown]> {
    const [keys, values] = [this.#keys, this.#values];
    for (let place = 0; place < keys.length; place++) {
      if (keys[place] !== removed) yield [keys[place], values[place]];
    }
  }

  #find(key: unknown, hash: number): number {
    if (hash === noHash) return this.#others?.get(identityOf(key, this.#rule)) ?? -1;
    const hashes = this.#hashes;
    const slots = this.#slots;
    if (!slots) {
      for (let place = 0; place < hashes.length; place++) {
        if (hashes[place] === hash && this.#isAt(place, key)) return place;
      }
      return -1;
    }
    for (let slot = hash & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
      const place = slots[slot]! - 1;
      if (place < 0) return -1;
      if (hashes[place] === hash && this.#isAt(place, key)) return place;
    }
  }

  /** Whether the key at a place is a key of the same hash. */
  #isAt(place: number, key: unknown): boolean {
    const held = this.#keys[place];
    if (held === key) return true;
    if (typeof held !== 'string' || typeof key !== 'string' || this.#rule === 'match case') return false;
    return held.toLowerCase() === key.toLowerCase();
  }

  #add(key: unknown, hash: number, value: unknown): void {
    const place = this.#keys.push(key) - 1;
    this.#values.push(value);
    this.#hashes.push(hash);
    this.#size++;
    if (place >= smallSize && place * 2 >= (this.#slots?.length ?? 0)) this.#rebuild();
    else this.#index(place);
  }

  #index(place: number): void {
    const hash = this.#hashes[place]!;
    if (hash === noHash) (this.#others ??= new Map()).set(identityOf(this.#keys[place], this.#rule), place);
    else if (this.#slots) occupy(this.#slots, hash, place);
  }

  /** Packs the entries when most were taken out. At most half of the slots are taken, so that a search ends soon. */
  #rebuild(): void {
    if (this.#size * 2 < this.#keys.length) this.#pack();
    this.#slots = new Int32Array(powerOfTwo(Math.max(this.#keys.length, smallSize) * 4));
    for (let place = 0; place < this.#keys.length; place++) this.#index(place);
  }

  #pack(): void {
    const places = [...this.#keys.keys()].filter((place) => this.#keys[place] !== removed);
    this.#keys = places.map((place) => this.#keys[place]);
    this.#values = places.map((place) => this.#values[place]);
    this.#hashes = places.map((place) => this.#hashes[place]!);
  }
}

function occupy(slots: Int32Array, hash: number, place: number): void {
  let slot = hash & (slots.length - 1);
  while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
  slots[slot] = place + 1;
}

const powerOfTwo = (least: number): number => 2 ** Math.ceil(Math.log2(least));

/** Of a key that goes by its identity. */
const noHash = -1;

function hashOf(key: unknown, rule: KeyRule): number {
  if (typeof key === 'string') return rule === 'ignore case' ? foldedHash(key) : textHash(key);
  return typeof key === 'number' && key === (key | 0) ? mixed(Math.imul(key, 0x9e3779b1)) : noHash;
}

/** The hash of `text.toLowerCase()`, which only a text with other than ASCII characters is made for. */
function foldedHash(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f) return textHash(text.toLowerCase());
    hash = Math.imul(hash, 31) + (unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit);
  }
  return mixed(hash);
}

function textHash(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash, 31) + text.charCodeAt(index);
  return mixed(hash);
}

/** Lets the upper bits decide about a slot too; texts that differ at their end alone stay near each other. Never negative. */
const mixed = (hash: number): number => (hash ^ (hash >>> 15)) & 0x7fffffff;
