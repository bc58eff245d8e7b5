import { bindingErrors } from './binding-errors.ts';
import { coreErrors } from './errors.ts';

/** What the choice of a parameter set needs to know of a cmdlet; definitions and generated metadata both have it. */
export interface SetChooser {
  readonly name: string;
  readonly sets: readonly string[];
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
 * The parameter set that the given parameter names choose: the first that fits and is complete, those of a cutover before the others.
 * Throws for a parameter that a cutover does not support, and when no set fits or a mandatory parameter is missing.
 */
export function chooseParameterSet(cmdlet: SetChooser, given: readonly string[]): string {
  const own = fittingSets(cmdlet, cmdlet.cutoverSets, given);
  const others = fittingSets(
    cmdlet,
    cmdlet.sets.filter((set) => !cmdlet.cutoverSets.includes(set)),
    given,
  );
  const complete = [...own, ...others].find((set) => missingIn(cmdlet, set, given).length === 0);
  if (complete === undefined) throw incomplete(cmdlet, own.length > 0 ? own : others, given);
  const unsupported = given.find((name) => cmdlet.parameters[name]?.refused);
  if (unsupported === undefined || !own.includes(complete)) return complete;
  throw coreErrors.parameterNotSupported({ cmdlet: cmdlet.name, parameter: unsupported });
}

const fittingSets = (cmdlet: SetChooser, sets: readonly string[], given: readonly string[]): string[] =>
  sets.filter((set) => given.every((name) => isInSet(cmdlet, name, set)));

/** The only set that fits says what it lacks, and so does one of several that lacks no more than all of them do. */
function incomplete(cmdlet: SetChooser, fitting: readonly string[], given: readonly string[]): Error {
  const lacking = fitting.map((set) => missingIn(cmdlet, set, given));
  const parameters = lacking.find((names) => lacking.every((others) => names.every((name) => others.includes(name))));
  return parameters === undefined
    ? bindingErrors.ambiguousParameterSet({ cmdlet: cmdlet.name })
    : bindingErrors.missingMandatoryParameter({ cmdlet: cmdlet.name, parameters });
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
