/** What GetEnumerator() gives: a pipeline reads it to its end. */
export class Enumerator implements Iterable<unknown> {
  readonly typeName: string;
  readonly #iterator: Iterator<unknown>;
  current: unknown = null;

  constructor(source: Iterable<unknown>, typeName = 'System.Collections.IEnumerator') {
    this.#iterator = source[Symbol.iterator]();
    this.typeName = typeName;
  }

  moveNext(): boolean {
    const next = this.#iterator.next();
    this.current = next.done === true ? null : next.value;
    return next.done !== true;
  }

  *[Symbol.iterator](): Generator<unknown> {
    while (this.moveNext()) yield this.current;
  }
}
