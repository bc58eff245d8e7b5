import { formatComposite } from '../../dotnet/index.ts';
import { asNetError } from '../errors/from-dotnet.ts';
import { scriptError } from '../errors/script-error.ts';
import { formatValue } from '../format/format-value.ts';
import { valueOrNull } from '../values/nothing.ts';
import { knownTypes } from '../values/running-session.ts';
import { elementTypeOf } from '../values/typed-array.ts';

/** `-f`: .NET's composite format, told in the language's words when it fails. */
export function formatText(format: string, args: readonly unknown[]): string {
  try {
    return compositeText(format, args);
  } catch (error) {
    const { exception } = asNetError(error).record;
    throw scriptError('FormatError', [exception.message], { inner: exception, target: format });
  }
}

/** What stands right of `-f`: an array of objects is taken apart, one of numbers or of characters is not. */
export function formatArguments(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) return [valueOrNull(value)];
  const type = elementTypeOf(value);
  return type !== 'System.Object' && knownTypes().find(type)?.valueType === true ? [value] : value;
}

/** `String.Format`, with its own errors. */
export const compositeText = (format: string, args: readonly unknown[]): string =>
  formatComposite(format, args, formatInCulture);

const formatInCulture = (value: unknown, specifier: string): string => formatValue(value, specifier);
