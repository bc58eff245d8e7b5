import { Enumerable } from './enumerable.ts';

/** What GetEnumerator() gives: a pipeline reads it to its end. */
export class Enumerator extends Enumerable implements Iterable<unknown> {
  readonly typeName: string;
  readonly #source: Iterable<unknown>;
  #iterator: Iterator<unknown>;
  current: unknown = null;

  constructor(source: Iterable<unknown>, typeName = 'System.Collections.IEnumerator') {
    super();
    this.#source = source;
    this.#iterator = source[Symbol.iterator]();
    this.typeName = typeName;
  }

  moveNext(): boolean {
    const next = this.#iterator.next();
    this.current = next.done === true ? null : next.value;
    return next.done !== true;
  }

  reset(): void {
    this.#iterator = this.#source[Symbol.iterator]();
    this.current = null;
  }

  elements(): Iterable<unknown> {
    return this;
  }

  *[Symbol.iterator](): Generator<unknown> {
    while (this.moveNext()) yield this.current;
  }
}
