import { formatComposite } from '../../dotnet/index.ts';
import { asNetError } from '../errors/from-dotnet.ts';
import { scriptError } from '../errors/script-error.ts';
import { formatValue } from '../format/format-value.ts';

/** `-f`: .NET's composite format, told in the language's words when it fails. */
export function formatText(format: string, args: readonly unknown[]): string {
  try {
    return compositeText(format, args);
  } catch (error) {
    const { exception } = asNetError(error).record;
    throw scriptError('FormatError', [exception.message], { inner: exception, target: format });
  }
}

/** `String.Format`, with its own errors. */
export const compositeText = (format: string, args: readonly unknown[]): string =>
  formatComposite(format, args, (value, specifier) => formatValue(value, specifier));
