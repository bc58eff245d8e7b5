import { type AliasFacts, aliasFacts, setAliasFacts } from '../../providers/alias-facts.ts';
import type { Scope } from '../../runtime/engine/scope.ts';

export interface AliasDefinition extends AliasFacts {
  readonly name: string;
  readonly target: string;
  /** Changes what is read-only, but nothing that is constant. */
  readonly force: boolean;
}

/** Whether an alias may be neither changed nor removed. */
export function isProtected(scope: Scope, key: string, force: boolean): boolean {
  const { options } = aliasFacts(scope, key);
  return scope.aliases.has(key) && (options.includes('Constant') || (options.includes('ReadOnly') && !force));
}

/** Gives a scope an alias; false where the one that is there is protected. */
export function defineAlias(scope: Scope, { name, target, description, options, force }: AliasDefinition): boolean {
  const key = name.toLowerCase();
  if (isProtected(scope, key, force)) return false;
  scope.aliases.set(key, target);
  setAliasFacts(scope, key, { description, options });
  return true;
}
