import { type Parameters, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { Module } from '../../runtime/engine/module.ts';
import { anyMatches } from '../../runtime/engine/name-patterns.ts';
import { listOf } from '../../runtime/values/enumerate.ts';
import { ModuleSpecification } from './module-specification.ts';

/** Whether a module is one that -Name or -FullyQualifiedName mean; without either each is. */
export function wantedModules(parameters: Parameters): (module: Module) => boolean {
  const names = textsOf(parameters, 'Name');
  const full = listOf(parameters['FullyQualifiedName'])?.filter((each) => each instanceof ModuleSpecification);
  if (full) {
    return ({ name, version }) => full.some((each) => anyMatches([each.wishes.name], name) && each.fits(version));
  }
  return ({ name }) => anyMatches(names ?? ['*'], name);
}
