import { Enumerable } from './enumerable.ts';
import { identityOf, type KeyRule } from './key-identity.ts';
import { whileUnchanged } from './stale.ts';

/** A set of values. Source: System.Collections.Generic.HashSet<T>. */
export class HashSet extends Enumerable {
  readonly typeName: string;
  readonly rule: KeyRule;
  version = 0;
  readonly #items = new Map<unknown, unknown>();

  constructor(typeName: string, items: Iterable<unknown> = [], rule: KeyRule = 'match case') {
    super();
    this.typeName = typeName;
    this.rule = rule;
    for (const item of items) this.add(item);
  }

  get size(): number {
    return this.#items.size;
  }

  has(item: unknown): boolean {
    return this.#items.has(identityOf(item, this.rule));
  }

  add(item: unknown): boolean {
    if (this.has(item)) return false;
    this.#items.set(identityOf(item, this.rule), item);
    this.version++;
    return true;
  }

  delete(item: unknown): boolean {
    const deleted = this.#items.delete(identityOf(item, this.rule));
    if (deleted) this.version++;
    return deleted;
  }

  clear(): void {
    this.#items.clear();
    this.version++;
  }

  elements(): Iterable<unknown> {
    return whileUnchanged(this, this.#items.values());
  }
}
