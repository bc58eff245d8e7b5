import { listOf } from '../values/enumerate.ts';
import { valueOrNull } from '../values/nothing.ts';
import { toNumber, type NumericValue } from '../values/number-types.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';
import { toText } from '../values/to-text.ts';

/** Bound parameters as a cmdlet's code reads them; what was not given is undefined. */
export type Parameters = Readonly<Record<string, unknown>>;

/** Whether a switch was given, and not as `-Name:$false`. */
export const switchOf = (parameters: Parameters, name: string): boolean => {
  const value = parameters[name];
  return value instanceof SwitchParameter ? value.isPresent : value === true;
};

/** An argument as text; undefined where it was not given, or `$null`. */
export const textOf = (parameters: Parameters, name: string): string | undefined =>
  valueOrNull(parameters[name] ?? null) === null ? undefined : toText(parameters[name]);

/** An argument as a number; undefined where it was not given, or `$null`. */
export const numberOf = (parameters: Parameters, name: string): number | undefined =>
  valueOrNull(parameters[name] ?? null) === null ? undefined : toNumber(parameters[name] as NumericValue);

/** The elements of a list, or the one value. */
export const listOfParameter = (parameters: Parameters, name: string): readonly unknown[] | undefined => {
  const value = valueOrNull(parameters[name] ?? null);
  return value === null ? undefined : (listOf(value) ?? [value]);
};

/** The elements of an argument as texts; undefined where it was not given. */
export const textsOf = (parameters: Parameters, name: string): readonly string[] | undefined =>
  listOfParameter(parameters, name)?.map((each) => toText(each));
