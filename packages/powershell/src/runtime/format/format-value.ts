import { cultureByName, formatNumber as formatInput, type Culture } from '../../dotnet/index.ts';
import { Boxed } from '../values/boxed.ts';
import { currentSymbols } from '../values/current-culture.ts';
import { EnumValue } from '../values/enum-value.ts';
import { foreignTraits } from '../values/foreign-value.ts';
import { toInput } from '../values/number-input.ts';
import { isNumeric, type NumericValue } from '../values/number-types.ts';
import { CustomObject } from '../values/ps-object.ts';
import { customObjectText, plainText } from '../values/to-text.ts';
import { formatEnum } from './format-enum.ts';

/** A value by a .NET format string; in the current culture unless another is asked for. */
export function formatValue(value: unknown, specifier: string, culture: Culture = currentSymbols()): string {
  if (isNumeric(value)) return formatNumber(value, specifier, culture);
  if (value instanceof Boxed) return specifier === '' ? plainText(value) : formatValue(value.value, specifier, culture);
  if (value instanceof EnumValue) return formatEnum(value, specifier);
  if (value instanceof CustomObject && specifier !== '')
    return customObjectText(value, (content) => formatValue(content, specifier, culture));
  const foreign = typeof value === 'object' && value !== null ? foreignTraits(value)?.format : undefined;
  return foreign ? foreign(value, specifier, culture.name) : plainText(value);
}

/** A number by a standard (`N2`, `X8`) or custom (`#,##0.00`) format. */
export const formatNumber = (value: NumericValue, specifier: string, culture: Culture = currentSymbols()): string =>
  formatInput(toInput(value), specifier, culture);

export const cultureNamed = (name: string | undefined): Culture =>
  name === undefined ? currentSymbols() : cultureByName(name);
