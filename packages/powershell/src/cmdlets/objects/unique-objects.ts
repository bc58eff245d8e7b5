import { ValueComparer } from './value-comparer.ts';

/** What Select-Object gave an object. */
export type Note = readonly [name: string, value: unknown];

interface Kept {
  readonly value: unknown;
  readonly notes: readonly Note[];
}

/** Keeps the first of equal objects: what was selected of them counts, not what else they have. */
export class UniqueObjects {
  readonly #kept: Kept[] = [];
  readonly #plain = new Set<unknown>();
  readonly #comparer: ValueComparer;

  constructor(ignoresCase: boolean) {
    this.#comparer = new ValueComparer({ caseSensitive: !ignoresCase });
  }

  get items(): unknown[] {
    return this.#kept.map(({ value }) => value);
  }

  add(value: unknown, notes: readonly Note[]): void {
    if (this.#plain.has(value) || this.#kept.some((kept) => this.#equal(kept, { value, notes }))) return;
    if (typeof value !== 'object') this.#plain.add(value);
    this.#kept.push({ value, notes });
  }

  #equal(left: Kept, right: Kept): boolean {
    if (left.notes.length !== right.notes.length || this.#comparer.compare(right.value, left.value) !== 0) return false;
    return right.notes.every(([name, value]) => {
      const note = left.notes.find(([other]) => other.toLowerCase() === name.toLowerCase());
      return note !== undefined && this.#comparer.compare(note[1], value) === 0;
    });
  }
}
