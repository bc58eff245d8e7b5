import { Enumerable } from './enumerable.ts';

/** Names with one or more texts each. Source: System.Collections.Specialized.NameValueCollection. */
export class NameValues extends Enumerable {
  readonly typeName: string;
  readonly #entries = new Map<string, { readonly name: string; readonly values: string[] }>();

  constructor(typeName = 'System.Collections.Specialized.NameValueCollection') {
    super();
    this.typeName = typeName;
  }

  get names(): string[] {
    return Array.from(this.#entries.values(), ({ name }) => name);
  }

  get size(): number {
    return this.#entries.size;
  }

  values(name: string): readonly string[] | undefined {
    return this.#entries.get(name.toLowerCase())?.values;
  }

  /** The texts of a name with commas between them. */
  get(name: string): string | null {
    return this.values(name)?.join(',') ?? null;
  }

  add(name: string, value: string): void {
    const known = this.#entries.get(name.toLowerCase());
    if (known) known.values.push(value);
    else this.set(name, value);
  }

  set(name: string, value: string): void {
    const key = name.toLowerCase();
    this.#entries.set(key, { name: this.#entries.get(key)?.name ?? name, values: [value] });
  }

  remove(name: string): void {
    this.#entries.delete(name.toLowerCase());
  }

  clear(): void {
    this.#entries.clear();
  }

  /** A pipeline takes it apart into its names. */
  elements(): Iterable<string> {
    return this.names;
  }
}
