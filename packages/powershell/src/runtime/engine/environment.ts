import { valueOrNull } from '../values/nothing.ts';
import { toText } from '../values/to-text.ts';

/** The environment variables that a script sees: a copy, which its own changes stay in. */
export class Environment {
  readonly #variables: Map<string, string>;

  constructor(variables: Readonly<Record<string, string | undefined>>) {
    const present = Object.entries(variables).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    );
    this.#variables = new Map(present);
  }

  get(name: string): string | undefined {
    return this.#variables.get(name);
  }

  /** `$null` removes the variable. */
  set(name: string, value: unknown): void {
    if (valueOrNull(value) === null) this.#variables.delete(name);
    else this.#variables.set(name, toText(value));
  }

  entries(): IterableIterator<[string, string]> {
    return this.#variables.entries();
  }
}
