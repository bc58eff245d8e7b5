import { bindingErrors } from './binding-errors.ts';
import { enumerationName } from './exceptions.ts';

interface EnumerationParameter {
  readonly cmdlet: string;
  readonly parameter: string;
  readonly type: string;
  readonly values: readonly string[];
}

/** Throws for a text that is none of an enumeration's names, in the words of the engine, which lists the names that there are. */
export function assertEnumerators(given: unknown, { cmdlet, parameter, type, values }: EnumerationParameter): void {
  const known = new Set(values.map((name) => name.toLowerCase()));
  const texts = [given].flat().filter((one) => typeof one === 'string');
  const names = texts.flatMap((text) => text.split(',')).map((text) => text.trim());
  const value = names.find((name) => !known.has(name.toLowerCase()));
  if (value === undefined) return;
  const reason = `Unable to match the identifier name ${value} to a valid enumerator name. Specify one of the following enumerator names and try again:\n${values.join(', ')}`;
  throw bindingErrors.cannotConvertArgument({ cmdlet, parameter, value, type: enumerationName(type), reason });
}
