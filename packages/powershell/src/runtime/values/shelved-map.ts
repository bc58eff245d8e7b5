import { nameOf, type Shelf } from './shelf.ts';

/** What stands on a shelf until somebody asks for it. */
class Shelved<T> {
  readonly name: string;
  readonly #shelf: Shelf<T>;
  readonly #index: number;

  constructor(name: string, shelf: Shelf<T>, index: number) {
    this.name = name;
    this.#shelf = shelf;
    this.#index = index;
  }

  take(): T {
    return this.#shelf.load()[this.#index]!;
  }
}

/** A map by lower-case names, some of whose values are made when they are asked for. */
export class ShelvedMap<T extends { readonly name: string }> {
  readonly #entries = new Map<string, T | Shelved<T>>();

  /** Takes in all that stands on a shelf; later names win. */
  addShelf(shelf: Shelf<T>): void {
    for (const [index, label] of shelf.labels.entries()) {
      const name = nameOf(label);
      this.#entries.set(name.toLowerCase(), new Shelved(name, shelf, index));
    }
  }

  set(key: string, value: T): void {
    this.#entries.set(key, value);
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  delete(key: string): boolean {
    return this.#entries.delete(key);
  }

  get(key: string): T | undefined {
    const entry = this.#entries.get(key);
    if (!(entry instanceof Shelved)) return entry;
    const value = entry.take();
    this.#entries.set(key, value);
    return value;
  }

  /** The names as they are written; nothing is made for them. */
  names(): string[] {
    return Array.from(this.#entries.values(), ({ name }) => name);
  }

  /** Everything, which makes what was not made yet. */
  values(): T[] {
    return Array.from(this.#entries.keys(), (key) => this.get(key)!);
  }
}
