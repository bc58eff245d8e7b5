import { Decimal, decimalText, Double, Single, type NumericValue } from './number-types.ts';

/** A number as .NET writes it in the invariant culture, without a format. */
export function numberText(value: NumericValue): string {
  if (typeof value === 'number')
    return value === (value | 0) && !Object.is(value, -0) ? String(value) : doubleText(value);
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Double) return doubleText(value.value);
  if (value instanceof Single) return singleText(value.value);
  if (value instanceof Decimal) return decimalText(value);
  return value.value.toString();
}

/** The shortest text that reads back as the same Double; an exponent from 1E+15 on and below 1E-04. */
export function doubleText(value: number): string {
  return specialText(value) ?? shortestText(value, { digits: String(Math.abs(value)), largest: 1e15 });
}

/** The shortest text that reads back as the same Single; an exponent from 1E+08 on. */
export function singleText(value: number): string {
  const special = specialText(value);
  if (special !== undefined) return special;
  let precision = 1;
  while (precision < 9 && Math.fround(Number(value.toPrecision(precision))) !== value) precision++;
  return shortestText(value, { digits: String(Math.abs(Number(value.toPrecision(precision)))), largest: 1e8 });
}

function specialText(value: number): string | undefined {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  return value === 0 ? (Object.is(value, -0) ? '-0' : '0') : undefined;
}

function shortestText(value: number, { digits, largest }: { digits: string; largest: number }): string {
  const sign = value < 0 ? '-' : '';
  const magnitude = Math.abs(value);
  if (magnitude < largest && magnitude >= 1e-4) return sign + withoutExponent(digits);
  const [mantissa = '', exponent = '0'] = Number(digits).toExponential().split('e');
  const power = Number(exponent);
  return `${sign}${mantissa}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

function withoutExponent(digits: string): string {
  return digits.includes('e') ? BigInt(Number(digits)).toString() : digits;
}
