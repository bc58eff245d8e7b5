import { formatNumber } from '../../dotnet/index.ts';
import { toInput } from './number-input.ts';
import { type NumericValue, numericType } from './number-types.ts';

/** A number as .NET writes it in the invariant culture, without a format. */
export function numberText(value: NumericValue): string {
  if (typeof value === 'bigint') return value.toString();
  return typeof value === 'number' && isPlain(value) ? String(value) : formatNumber(toInput(value));
}

/** A number as strings and output of the language have it: a Double with 15 digits, a Single with 7. Source: PSObject.ToString. */
export function languageNumberText(value: NumericValue): string {
  const type = numericType(value);
  if (type === 'Single') return formatNumber(toInput(value), 'G7');
  if (type !== 'Double') return numberText(value);
  if (typeof value === 'number' && isPlain(value)) return String(Number(value.toPrecision(15)));
  return formatNumber(toInput(value), 'G15');
}

/** Whether JavaScript writes the number as .NET does: without an exponent and without a sign on zero. */
function isPlain(value: number): boolean {
  const magnitude = Math.abs(value);
  return magnitude >= 1e-4 ? magnitude < 1e15 : Object.is(value, 0);
}
