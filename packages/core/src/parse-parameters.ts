import { bindingErrors } from './binding-errors.ts';
import type { AnyParametersOf, CmdletDefinition } from './define-cmdlet.ts';
import { coreErrors } from './errors.ts';
import { chooseParameterSet } from './parameter-set.ts';
import { unsupportedSets } from './unsupported-sets.ts';

/**
 * Checks the parameters of a call against the cmdlet's definition and gives them converted; what is undefined or null
 * counts as not given. Refuses unknown and unsupported names, sets that do not fit, and values that a schema refuses.
 */
export function parseParameters<D extends CmdletDefinition>(definition: D, parameters: object): AnyParametersOf<D> {
  // An identity that is $null counts as none: Get-Mailbox $null lists all of them.
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null);
  const cmdlet = definition.name;
  const unknown = given.find(([name]) => !Object.hasOwn(definition.parameters, name));
  if (unknown) throw bindingErrors.namedParameterNotFound({ cmdlet, parameter: unknown[0] });
  const set = chooseParameterSet(
    definition,
    given.map(([name]) => name),
  );
  const problems: string[] = [];
  const parsed = given.map(([name, value]) => {
    const result = definition.parameters[name]!.schema.safeParse(value);
    for (const issue of result.error?.issues ?? []) problems.push([`-${name}`, ...issue.path, issue.message].join(' '));
    return [name, result.data] as const;
  });
  if (problems.length > 0) throw coreErrors.parameterInvalid({ cmdlet, problems });
  const unsupported = unsupportedSets[cmdlet]?.[set];
  if (unsupported !== undefined) throw coreErrors.typeNotSupported({ cmdlet, type: unsupported });
  return Object.fromEntries(parsed) as AnyParametersOf<D>;
}
