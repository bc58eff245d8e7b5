import type { Scope } from '../../runtime/engine/scope.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { textOf } from '../../runtime/binder/read-parameters.ts';
import { scopeNamed } from '../variables/matching-variables.ts';

/** The scope of `-Scope`; undefined without it. */
export function scopeOf({ session, parameters }: CommandContext): Scope | undefined {
  const name = textOf(parameters, 'Scope');
  return name === undefined ? undefined : scopeNamed(session, name);
}
