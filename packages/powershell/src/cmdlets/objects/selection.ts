/** Chooses objects of a stream by their place in it. */
export interface Selection {
  /** What goes on now that another object has come. */
  take(item: unknown): readonly unknown[];
  /** What goes on at the end. */
  rest(): readonly unknown[];
  /** Nothing that comes later can be chosen. */
  readonly isComplete: boolean;
}

export interface QueueOptions {
  readonly first: number | undefined;
  readonly last: number | undefined;
  readonly skip: number;
  readonly skipLast: number;
}

/** `-First`, `-Last`, `-Skip`, `-SkipLast`; with `-Last` alone, `-Skip` counts from the end. Source: SelectObjectQueue. */
export class QueueSelection implements Selection {
  readonly #first: number;
  readonly #last: number;
  readonly #hold: number;
  readonly #limits: boolean;
  #skip: number;
  #streamed = 0;
  #queue: unknown[] = [];

  constructor({ first, last, skip, skipLast }: QueueOptions) {
    this.#first = first ?? 0;
    this.#last = last ?? 0;
    this.#limits = first !== undefined || last !== undefined;
    const skipsFromEnd = this.#last > 0 && this.#first === 0;
    this.#skip = skipsFromEnd ? 0 : skip;
    this.#hold = skipsFromEnd ? skip : skipLast;
  }

  take(item: unknown): readonly unknown[] {
    if (this.#skip > 0) {
      this.#skip--;
      return [];
    }
    if (!this.#limits) return this.#stream(item);
    if (this.#streamed < this.#first) {
      this.#streamed++;
      return [item];
    }
    if (this.#last > 0) this.#keep(item);
    return [];
  }

  rest(): readonly unknown[] {
    const kept = this.#last > 0 ? this.#queue.slice(0, this.#queue.length - this.#hold).slice(-this.#last) : [];
    this.#queue = [];
    return kept;
  }

  get isComplete(): boolean {
    return this.#last === 0 && this.#first > 0 && this.#streamed >= this.#first;
  }

  #stream(item: unknown): readonly unknown[] {
    if (this.#hold === 0) return [item];
    this.#queue.push(item);
    return this.#queue.length > this.#hold ? [this.#queue.shift()] : [];
  }

  /** Keeps no more than can be asked for, in bulk. */
  #keep(item: unknown): void {
    const most = this.#last + this.#hold;
    this.#queue.push(item);
    if (this.#queue.length >= 2 * most + 16) this.#queue = this.#queue.slice(-most);
  }
}

/** `-Index` and `-SkipIndex`. */
export class IndexSelection implements Selection {
  readonly #wanted: ReadonlySet<number>;
  readonly #skips: boolean;
  readonly #highest: number;
  #at = 0;

  constructor(indexes: readonly number[], { skips }: { readonly skips: boolean }) {
    this.#wanted = new Set(indexes);
    this.#skips = skips;
    this.#highest = Math.max(-1, ...indexes);
  }

  take(item: unknown): readonly unknown[] {
    return this.#wanted.has(this.#at++) === this.#skips ? [] : [item];
  }

  rest(): readonly unknown[] {
    return [];
  }

  get isComplete(): boolean {
    return !this.#skips && this.#at > this.#highest;
  }
}
