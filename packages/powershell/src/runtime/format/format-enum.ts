import { netError } from '../errors/script-error.ts';
import { enumText } from '../values/enum-text.ts';
import type { EnumValue } from '../values/enum-value.ts';

/** An enumeration's value by G, F, D or X. Source: Enum.ToString(format). */
export function formatEnum(value: EnumValue, specifier: string): string {
  switch (specifier.toUpperCase()) {
    case '':
    case 'G':
      return value.text();
    case 'F':
      return enumText(value.type.enumeration ?? {}, value.value, true);
    case 'D':
      return String(value.value);
    case 'X':
      return (value.value >>> 0).toString(16).toUpperCase().padStart(8, '0');
    default:
      throw netError('System.FormatException', 'Format string can be only "G", "g", "X", "x", "F", "f", "D" or "d".');
  }
}
