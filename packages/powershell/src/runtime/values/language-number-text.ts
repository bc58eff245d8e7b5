import { Double, type NumericValue, numericType, Single, toNumber } from './number-types.ts';
import { numberText } from './number-text.ts';

/** A number as strings and output of the language have it: a Double with 15 digits, a Single with 7. Source: PSObject.ToString. */
export function languageNumberText(value: NumericValue): string {
  if (value instanceof Single) return generalText(value.value, 7);
  if (value instanceof Double || numericType(value) !== 'Double') return numberText(value);
  return generalText(toNumber(value), 15);
}

/** .NET's format G with so many digits. */
function generalText(value: number, digits: number): string {
  if (value === 0 || !Number.isFinite(value)) return numberText(new Double(value));
  const [mantissa = '', exponent = '0'] = value.toExponential(digits - 1).split('e');
  const power = Number(exponent);
  const kept = mantissa.replace(/\.?0+$/, '');
  if (power >= -4 && power < digits) return plainText(kept, power);
  return `${kept}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

function plainText(mantissa: string, power: number): string {
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replaceAll(/[-.]/g, '');
  if (power < 0) return `${sign}0.${'0'.repeat(-power - 1)}${digits}`;
  const whole = digits.slice(0, power + 1).padEnd(power + 1, '0');
  const fraction = digits.slice(power + 1);
  return sign + (fraction === '' ? whole : `${whole}.${fraction}`);
}
