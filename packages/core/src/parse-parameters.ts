import type { z } from 'zod';
import { assertEnumerators } from './assert-enumerators.ts';
import { bindingErrors } from './binding-errors.ts';
import type { AnyParametersOf, CmdletDefinition } from './cmdlet-definition.ts';
import { coreErrors } from './errors.ts';
import { nullMeansAll } from './null-means-all.ts';
import { chooseParameterSet, type SetChooser } from './parameter-set.ts';
import { unsupportedSets } from './unsupported-sets.ts';

/** Where a call goes: the cloud, or the on-premises organization. */
export type Side = 'cloud' | 'onPremises';

/**
 * Checks the parameters of a call against the cmdlet's definition and gives them converted; what is undefined or null
 * counts as not given. Refuses unknown and unsupported names, sets that do not fit, and values that a schema refuses.
 */
export function parseParameters<D extends CmdletDefinition>(
  definition: D,
  parameters: object,
  { side = 'cloud' }: { side?: Side | undefined } = {},
): AnyParametersOf<D> {
  // An identity that is $null counts as none: Get-Mailbox $null lists all of them.
  const given = Object.entries(parameters).filter(
    ([name, value]) => value !== undefined && (value !== null || definition.parameters[name]?.clears === true),
  );
  const cmdlet = definition.name;
  const unknown = given.find(([name]) => !Object.hasOwn(definition.parameters, name));
  if (unknown) throw bindingErrors.namedParameterNotFound({ cmdlet, parameter: unknown[0] });
  const elsewhere = given.find(([name]) => side === 'cloud' && definition.parameters[name]!.onPremises);
  if (elsewhere) throw bindingErrors.namedParameterNotFound({ cmdlet, parameter: elsewhere[0] });
  const seen = sides[side](definition);
  const set = chooseParameterSet(seen, [...given.map(([name]) => name), ...meantAsAll(definition, parameters)]);
  const problems: string[] = [];
  const parsed = given.map(([name, value]) => {
    const { schema, type, values } = definition.parameters[name]!;
    const result = schema.safeParse(value);
    if (!result.success && values !== undefined) assertEnumerators(value, { cmdlet, parameter: name, type, values });
    for (const { message, path } of result.error?.issues.flatMap(furthest) ?? []) {
      problems.push([`-${name}`, ...placeOf(path, value), message].join(' '));
    }
    return [name, result.data] as const;
  });
  if (problems.length > 0) throw coreErrors.parameterInvalid({ cmdlet, problems });
  const unsupported = unsupportedSets[cmdlet]?.[set];
  if (unsupported !== undefined && !seen.cutoverSets.includes(set))
    throw coreErrors.typeNotSupported({ cmdlet, type: unsupported });
  return Object.fromEntries(parsed) as AnyParametersOf<D>;
}

/** Identities that are $null: a cmdlet that shows objects shows all of them then, even where it must be told which. */
const meantAsAll = ({ name: cmdlet, parameters }: CmdletDefinition, given: object): string[] =>
  Object.entries(given)
    .filter(([name, value]) => value === null && nullMeansAll(cmdlet, parameters[name]?.type))
    .map(([name]) => name);

type Issue = z.core.$ZodIssue;

/** Of a value that may take several shapes, without a text for all of them, what is wrong with it as the one that it comes closest to. */
function furthest(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union' || issue.message !== 'Invalid input') return [issue];
  const depth = (issues: readonly Issue[]): number => Math.max(...issues.map(({ path }) => path.length));
  return issue.errors.map((issues) => issues.flatMap(furthest)).toSorted((one, other) => depth(other) - depth(one))[0]!;
}

/** Where in a value something is wrong; an element of a list is named by what it is. */
function placeOf(path: readonly PropertyKey[], value: unknown): string[] {
  const [key, ...rest] = path;
  if (key === undefined) return [];
  const part = typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined;
  const isElement = Array.isArray(value) && typeof part === 'string';
  return [isElement ? `"${part}"` : String(key), ...placeOf(rest, part)];
}

/** What a cmdlet can do on each side. */
const sides: Readonly<Record<Side, (definition: CmdletDefinition) => SetChooser>> = {
  cloud: (definition) => definition,
  onPremises: (definition) => ({
    ...definition,
    cutoverSets: [...definition.cutoverSets, ...(definition.onPremisesSets ?? [])],
  }),
};
