import type { DotNetType } from '../types/define-type.ts';

/** Something that is done once, before it is first needed. */
export class Initializer {
  readonly #action: () => void;
  #isDone = false;

  constructor(action: () => void) {
    this.#action = action;
  }

  run(): void {
    if (this.#isDone) return;
    this.#isDone = true;
    this.#action();
  }
}

const staticFields = new WeakMap<DotNetType, Map<string, unknown>>();

/** The values of a class's static properties, by lower-case name. */
export function staticsOf(type: DotNetType): Map<string, unknown> {
  const known = staticFields.get(type) ?? new Map<string, unknown>();
  staticFields.set(type, known);
  return known;
}
