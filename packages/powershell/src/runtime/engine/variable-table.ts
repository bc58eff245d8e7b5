import { callVariableNames } from './call-variables.ts';
import type { Variable } from './variable.ts';

/** Which names have a fixed place in a table: those that the code of a block names, by lower-case name. */
export type VariableLayout = ReadonlyMap<string, number>;

/** Makes the variables that a scope has by itself, when they are asked for. */
export interface AutomaticVariables {
  make(key: string): Variable | undefined;
}

const noLayout: VariableLayout = new Map();

/** `$_`, which comes and goes with every object of a pipeline. */
const itemKey = '_';

/**
 * The variables of a scope by lower-case name. Those that its code names lie in slots, which the code reaches without
 * a look-up; the others in a map, made when the first one comes, but for `$_`, which has a place of its own.
 */
export class VariableTable {
  readonly slots: (Variable | undefined)[];
  readonly #layout: VariableLayout;
  readonly #automatic: AutomaticVariables | undefined;
  #others: Map<string, Variable> | undefined = undefined;
  #item: Variable | undefined = undefined;

  constructor(layout: VariableLayout = noLayout, automatic?: AutomaticVariables) {
    this.#layout = layout;
    this.#automatic = automatic;
    this.slots = emptySlots(layout.size);
  }

  get(key: string): Variable | undefined {
    const slot = this.#layout.get(key);
    const found = slot === undefined ? this.#other(key) : this.slots[slot];
    return found === undefined && this.#automatic !== undefined ? this.#make(key) : found;
  }

  #other(key: string): Variable | undefined {
    return key === itemKey ? this.#item : this.#others?.get(key);
  }

  #make(key: string): Variable | undefined {
    const made = this.#automatic!.make(key);
    if (made) this.set(key, made);
    return made;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  set(key: string, variable: Variable): void {
    const slot = this.#layout.get(key);
    if (slot !== undefined) this.slots[slot] = variable;
    else if (key === itemKey) this.#item = variable;
    else (this.#others ??= new Map()).set(key, variable);
  }

  delete(key: string): void {
    const slot = this.#layout.get(key);
    if (slot !== undefined) this.slots[slot] = undefined;
    else if (key === itemKey) this.#item = undefined;
    else this.#others?.delete(key);
  }

  /** Puts another variable in the place of `$_`, or none, and gives the one that was there. */
  swapItem(variable: Variable | undefined): Variable | undefined {
    const slot = this.#layout.get(itemKey);
    const old = slot === undefined ? this.#item : this.slots[slot];
    if (slot === undefined) this.#item = variable;
    else this.slots[slot] = variable;
    return old;
  }

  *[Symbol.iterator](): Generator<[key: string, variable: Variable]> {
    if (this.#automatic) for (const key of callVariableNames) this.get(key);
    for (const [key, slot] of this.#layout) {
      const variable = this.slots[slot];
      if (variable) yield [key, variable];
    }
    if (this.#item) yield [itemKey, this.#item];
    if (this.#others) yield* this.#others;
  }

  *values(): Generator<Variable> {
    for (const [, variable] of this) yield variable;
  }
}

/** Places for variables that were not found yet. */
export function emptySlots(count: number): (Variable | undefined)[] {
  const slots: (Variable | undefined)[] = [];
  for (let index = 0; index < count; index++) slots.push(undefined);
  return slots;
}
