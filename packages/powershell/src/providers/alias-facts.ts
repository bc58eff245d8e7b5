import type { Scope } from '../runtime/engine/scope.ts';

/** What is said of an alias besides its target. */
export interface AliasFacts {
  readonly description: string;
  /** Names of ScopedItemOptions. */
  readonly options: readonly string[];
}

const plain: AliasFacts = { description: '', options: [] };
const facts = new WeakMap<Scope, Map<string, AliasFacts>>();

/** The facts of an alias that a scope has, by its lower-case name. */
export const aliasFacts = (scope: Scope, key: string): AliasFacts => facts.get(scope)?.get(key) ?? plain;

export function setAliasFacts(scope: Scope, key: string, given: AliasFacts): void {
  const known = facts.get(scope) ?? new Map<string, AliasFacts>();
  facts.set(scope, known);
  known.set(key, given);
}
