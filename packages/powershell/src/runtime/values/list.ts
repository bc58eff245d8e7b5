import { Enumerable } from './enumerable.ts';
import { whileUnchanged } from './stale.ts';

/** A list that grows: ArrayList, List[T], Collection; a queue and a stack, too, whose first item is the next to come. */
export class List extends Enumerable {
  readonly typeName: string;
  readonly items: unknown[];
  /** Counts changes, so that an enumeration can tell that it has become stale. */
  version = 0;

  constructor(typeName: string, items: unknown[] = []) {
    super();
    this.typeName = typeName;
    this.items = items;
  }

  elements(): Iterable<unknown> {
    return whileUnchanged(this, this.items);
  }
}
