import { fittingLength } from '../errors/out-of-memory.ts';
import { Enumerable } from './enumerable.ts';

/** An array of several dimensions; the last one runs fastest. */
export class MultiArray extends Enumerable {
  readonly typeName: string;
  readonly lengths: readonly number[];
  readonly items: unknown[];

  constructor(typeName: string, lengths: readonly number[], make: () => unknown) {
    super();
    this.typeName = typeName;
    this.lengths = lengths;
    this.items = Array.from({ length: fittingLength(lengths.reduce((all, each) => all * each, 1)) }, make);
  }

  /** Where an element stands; undefined outside of the bounds. */
  place(indexes: readonly number[]): number | undefined {
    const inside = indexes.every((index, at) => index >= 0 && index < this.lengths[at]!);
    if (!inside || indexes.length !== this.lengths.length) return undefined;
    return indexes.reduce((place, index, at) => place * this.lengths[at]! + index, 0);
  }

  elements(): Iterable<unknown> {
    return this.items;
  }
}
