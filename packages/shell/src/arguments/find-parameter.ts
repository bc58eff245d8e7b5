import { bindingErrors, type CmdletMetadata, type ParameterMetadata } from '@cutover/core/metadata';
import { commonParameters } from './common-parameters.ts';

export interface FoundParameter {
  readonly name: string;
  readonly parameter: ParameterMetadata;
}

/** Every parameter of a cmdlet, its own and the common ones. */
export function parametersOf(cmdlet: CmdletMetadata): FoundParameter[] {
  return Object.entries({ ...cmdlet.parameters, ...commonParameters }).map(([name, parameter]) => ({
    name,
    parameter,
  }));
}

/** The parameter that a typed name means: the whole name, an alias, or a beginning that only one has. */
export function findParameter(cmdlet: CmdletMetadata, typed: string): FoundParameter {
  const wanted = typed.toLowerCase();
  const all = parametersOf(cmdlet);
  const namesOf = ({ name, parameter }: FoundParameter): string[] =>
    [name, ...(parameter.aliases ?? [])].map((one) => one.toLowerCase());
  const exact = all.find((found) => namesOf(found).includes(wanted));
  if (exact) return exact;
  const beginning = all.filter((found) => namesOf(found).some((name) => name.startsWith(wanted)));
  const [only] = beginning;
  if (only === undefined) throw bindingErrors.namedParameterNotFound({ cmdlet: cmdlet.name, parameter: typed });
  if (beginning.length === 1) return only;
  const matches = beginning.map(({ name }) => name);
  throw bindingErrors.ambiguousParameter({ cmdlet: cmdlet.name, parameter: typed, matches });
}

/** Whether a typed name means a switch; a name that means nothing is none. */
export function isSwitchName(cmdlet: CmdletMetadata, typed: string): boolean {
  try {
    return findParameter(cmdlet, typed).parameter.type === 'SwitchParameter';
  } catch {
    return false;
  }
}
