import { textOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import type { Scope } from '../../runtime/engine/scope.ts';
import type { Session } from '../../runtime/engine/session.ts';
import type { Variable } from '../../runtime/engine/variable.ts';
import { makeRecord, scriptError } from '../../runtime/errors/script-error.ts';
import { hasWildcard } from '../../format/expression.ts';
import { collatorOf } from '../objects/collators.ts';
import { matchesWildcard } from '../../format/wildcard.ts';

/** The scope that `-Scope` names: by number outwards, or by word. */
export function scopeNamed({ scope }: Session, given: string): Scope {
  const name = given.toLowerCase();
  if (name === 'local' || name === 'private') return scope;
  if (name === 'global') return scope.global;
  if (name === 'script') return scope.script;
  const found = /^\d+$/.test(name) ? scope.ancestor(Number(name)) : undefined;
  if (!found) throw scriptError('ScopeOutOfRange', [given]);
  return found;
}

export interface Place {
  readonly scope: Scope;
  readonly variable: Variable;
}

/** The variables of a name or pattern, by name; those of one scope with `-Scope`, else all that can be seen. */
export function matchingVariables(
  context: CommandContext,
  name: string,
  scope = textOf(context.parameters, 'Scope'),
): Place[] {
  const { parameters, session } = context;
  const places = scope === undefined ? visiblePlaces(session.scope) : placesIn(scopeNamed(session, scope));
  const include = textsOf(parameters, 'Include');
  const exclude = textsOf(parameters, 'Exclude') ?? [];
  const wanted = ({ variable }: Place): boolean =>
    matchesWildcard(variable.name, name) &&
    (!include || include.some((pattern) => matchesWildcard(variable.name, pattern))) &&
    !exclude.some((pattern) => matchesWildcard(variable.name, pattern));
  return [...places]
    .filter(wanted)
    .toSorted((left, right) => collatorOf(undefined, 'ignore case').compare(left.variable.name, right.variable.name));
}

function* placesIn(scope: Scope): Generator<Place> {
  for (const variable of scope.variables.values()) yield { scope, variable };
}

/** The nearest of each name; private ones only where they are. */
function* visiblePlaces(from: Scope): Generator<Place> {
  const seen = new Set<string>();
  for (let scope: Scope | undefined = from; scope; scope = scope.parent) {
    for (const place of placesIn(scope)) {
      const { name, options } = place.variable;
      if (seen.has(name.toLowerCase()) || (scope !== from && options.includes('Private'))) continue;
      seen.add(name.toLowerCase());
      yield place;
    }
  }
}

/** The variables of all names of `-Name`; one that is no pattern and does not exist is an error. */
export function* namedVariables(context: CommandContext): Generator<Place> {
  const names = textsOf(context.parameters, 'Name') ?? ['*'];
  const isFiltered = 'Include' in context.parameters || 'Exclude' in context.parameters;
  for (const name of names) {
    const found = matchingVariables(context, name);
    if (found.length === 0 && !hasWildcard(name) && !isFiltered) {
      context.writeError(makeRecord('VariableNotFound', [name], { target: name }));
    }
    yield* found;
  }
}
