import { bindingErrors } from './binding-errors.ts';
import { coreErrors } from './errors.ts';

/** What the choice of a parameter set needs to know of a cmdlet; definitions and generated metadata both have it. */
export interface SetChooser {
  readonly name: string;
  readonly cutoverSets: readonly string[];
  readonly parameters: Readonly<
    Record<
      string,
      {
        readonly sets?: readonly string[] | undefined;
        readonly mandatory?: true | readonly string[] | undefined;
        readonly refused?: true | undefined;
      }
    >
  >;
}

/**
 * The parameter set that the given parameter names choose, the first of those that fit.
 * Throws for a parameter that a cutover does not support, and when no set fits or a mandatory parameter is missing.
 */
export function chooseParameterSet(cmdlet: SetChooser, given: readonly string[]): string {
  for (const name of given) {
    if (cmdlet.parameters[name]?.refused)
      throw coreErrors.parameterNotSupported({ cmdlet: cmdlet.name, parameter: name });
  }
  const fitting = cmdlet.cutoverSets.filter((set) => given.every((name) => isInSet(cmdlet, name, set)));
  const [first] = fitting;
  if (first === undefined) throw bindingErrors.ambiguousParameterSet({ cmdlet: cmdlet.name });
  const complete = fitting.find((set) => missingIn(cmdlet, set, given).length === 0);
  if (complete !== undefined) return complete;
  if (fitting.length > 1) throw bindingErrors.ambiguousParameterSet({ cmdlet: cmdlet.name });
  throw bindingErrors.missingMandatoryParameter({
    cmdlet: cmdlet.name,
    parameters: missingIn(cmdlet, first, given),
  });
}

/** The mandatory parameters of a set that are not among the given ones. */
export function missingIn(cmdlet: SetChooser, set: string, given: readonly string[]): string[] {
  return Object.keys(cmdlet.parameters).filter(
    (name) => isInSet(cmdlet, name, set) && isMandatory(cmdlet, name, set) && !given.includes(name),
  );
}

function isInSet(cmdlet: SetChooser, name: string, set: string): boolean {
  return cmdlet.parameters[name]?.sets?.includes(set) ?? true;
}

function isMandatory(cmdlet: SetChooser, name: string, set: string): boolean {
  const mandatory = cmdlet.parameters[name]?.mandatory;
  return mandatory === true || (mandatory?.includes(set) ?? false);
}
