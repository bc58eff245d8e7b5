import type { Counter } from './counter.ts';

/** Counters from `first` to `last`, both included. */
export interface IdRange {
  readonly first: Counter;
  readonly last: Counter;
}

/** A set of counters of one replica, kept as sorted ranges that neither meet nor touch. [MS-OXCFXICS] 2.2.2.4 */
export class IdSet {
  #ranges: IdRange[] = [];

  /** A set of these ranges, in any order and overlapping as they may. */
  static from(ranges: Iterable<IdRange>): IdSet {
    const set = new IdSet();
    for (const { first, last } of [...ranges].toSorted((left, right) => left.first - right.first)) set.add(first, last);
    return set;
  }

  /** A set of these ids, in any order. */
  static ofIds(ids: Iterable<Counter>): IdSet {
    return IdSet.from(Array.from(ids, (id) => ({ first: id, last: id })));
  }

  static of(...ids: Counter[]): IdSet {
    return IdSet.ofIds(ids);
  }

  get ranges(): readonly IdRange[] {
    return this.#ranges;
  }
  get isEmpty(): boolean {
    return this.#ranges.length === 0;
  }
  /** How many counters are in it. */
  get size(): number {
    return this.#ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  }

  *values(): Generator<Counter> {
    for (const { first, last } of this.#ranges) for (let id = first; id <= last; id++) yield id;
  }

  has(id: Counter): boolean {
    const range = this.#ranges[this.#firstEndingFrom(id)];
    return range !== undefined && range.first <= id;
  }

  /** Adds a counter, or a whole range. Adding in ascending order costs no search. */
  add(first: Counter, last: Counter = first): this {
    const end = this.#ranges.at(-1);
    if (end === undefined || first > end.last + 1) {
      this.#ranges.push({ first, last });
      return this;
    }
    // Ranges that touch the new one become one with it, hence the one below and the one above.
    const from = this.#firstEndingFrom(first - 1);
    let to = from;
    let merged: IdRange = { first, last };
    for (; to < this.#ranges.length && this.#ranges[to]!.first <= last + 1; to++) {
      const range = this.#ranges[to]!;
      merged = { first: Math.min(merged.first, range.first), last: Math.max(merged.last, range.last) };
    }
    this.#ranges.splice(from, to - from, merged);
    return this;
  }

  remove(first: Counter, last: Counter = first): this {
    const from = this.#firstEndingFrom(first);
    let to = from;
    const left: IdRange[] = [];
    for (; to < this.#ranges.length && this.#ranges[to]!.first <= last; to++) {
      const range = this.#ranges[to]!;
      if (range.first < first) left.push({ first: range.first, last: first - 1 });
      if (range.last > last) left.push({ first: last + 1, last: range.last });
    }
    this.#ranges.splice(from, to - from, ...left);
    return this;
  }

  copy(): IdSet {
    const set = new IdSet();
    set.#ranges = [...this.#ranges];
    return set;
  }

  /** A new set of what is in either. */
  union(other: IdSet): IdSet {
    return IdSet.from([...this.#ranges, ...other.#ranges]);
  }

  /** A new set of what is in this one alone. */
  without(other: IdSet): IdSet {
    const set = new IdSet();
    let at = 0;
    for (const { first, last } of this.#ranges) {
      let from = first;
      while (at < other.#ranges.length && other.#ranges[at]!.last < from) at++;
      // The range may reach into the next of ours, so it stays the one to look at.
      for (let next = at; next < other.#ranges.length && other.#ranges[next]!.first <= last; next++) {
        const cut = other.#ranges[next]!;
        if (cut.first > from) set.#ranges.push({ first: from, last: cut.first - 1 });
        from = Math.max(from, cut.last + 1);
      }
      if (from <= last) set.#ranges.push({ first: from, last });
    }
    return set;
  }

  /** A new set of what is in both. */
  intersect(other: IdSet): IdSet {
    return this.without(this.without(other));
  }

  equals(other: IdSet): boolean {
    if (this.#ranges.length !== other.#ranges.length) return false;
    return this.#ranges.every(({ first, last }, index) => {
      const range = other.#ranges[index]!;
      return range.first === first && range.last === last;
    });
  }

  /** Index of the first range that ends at `id` or after it. */
  #firstEndingFrom(id: Counter): number {
    let low = 0;
    let high = this.#ranges.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#ranges[middle]!.last < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
