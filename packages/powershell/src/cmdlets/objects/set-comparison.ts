import { compareKeys, type OrderEntry } from './order-entries.ts';
import type { ValueComparer } from './value-comparer.ts';

export interface Difference {
  readonly entry: OrderEntry;
  readonly side: '<=' | '==' | '=>';
}

export interface SetComparisonOptions {
  readonly references: readonly OrderEntry[];
  readonly comparers: readonly ValueComparer[];
  /** How many entries of either side wait for their like. */
  readonly window: number;
  readonly emit: (found: Difference) => void;
}

/** Finds which objects of two sets have their like in the other, in a window around their place. Source: CompareObjectCommand. */
export class SetComparison {
  readonly #options: SetComparisonOptions;
  readonly #waitingReferences: OrderEntry[] = [];
  readonly #waitingDifferences: OrderEntry[] = [];
  #next = 0;

  constructor(options: SetComparisonOptions) {
    this.#options = options;
  }

  add(difference: OrderEntry | undefined): void {
    const { emit, references } = this.#options;
    const reference = references[this.#next++];
    if (reference && difference && this.#equal(reference, difference)) return emit({ entry: reference, side: '==' });
    const earlier = difference && this.#takeEqual(difference, this.#waitingReferences);
    if (earlier) emit({ entry: earlier, side: '==' });
    const later = reference && this.#takeEqual(reference, this.#waitingDifferences);
    if (later) emit({ entry: reference, side: '==' });
    if (difference && !earlier) this.#wait(difference, this.#waitingDifferences, '=>');
    if (reference && !later) this.#wait(reference, this.#waitingReferences, '<=');
  }

  end(): void {
    const { emit, references } = this.#options;
    while (this.#next < references.length) this.add(undefined);
    for (const entry of this.#waitingDifferences.splice(0)) emit({ entry, side: '=>' });
    for (const entry of this.#waitingReferences.splice(0)) emit({ entry, side: '<=' });
  }

  #equal(left: OrderEntry, right: OrderEntry): boolean {
    return compareKeys(left.keys, right.keys, this.#options.comparers) === 0;
  }

  #takeEqual(entry: OrderEntry, waiting: OrderEntry[]): OrderEntry | undefined {
    const index = waiting.findIndex((other) => this.#equal(entry, other));
    return index < 0 ? undefined : waiting.splice(index, 1)[0];
  }

  #wait(entry: OrderEntry, waiting: OrderEntry[], side: '<=' | '=>'): void {
    const { emit, window } = this.#options;
    if (window === 0) return emit({ entry, side });
    while (waiting.length >= window) emit({ entry: waiting.shift()!, side });
    waiting.push(entry);
  }
}
