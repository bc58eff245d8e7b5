import { isInteger, type FloatInput, type NumberInput } from './number-input.ts';

/** A number as 0.digits × 10^scale, without zeros in front or behind; zero has no digits. */
export interface Digits {
  readonly digits: string;
  readonly scale: number;
  readonly negative: boolean;
  /** Floating numbers keep the sign of a zero. */
  readonly float: boolean;
}

/** Where a Double's or Single's digits are cut: so many significant digits, or so many decimal places. */
export interface Cut {
  readonly significant?: number;
  readonly places?: number;
}

/** The exact digits of a number; a Double's or Single's are rounded at `cut`, or the shortest that read back the same. */
export function digitsOf(input: NumberInput, cut?: Cut): Digits {
  if (isInteger(input)) return wholeDigits(BigInt(input.value), 0);
  if (input.type === 'Decimal') return wholeDigits(input.mantissa, input.scale);
  const negative = input.value < 0 || Object.is(input.value, -0);
  const { digits, scale } = cut === undefined ? shortestDigits(input) : exactDigits(Math.abs(input.value), cut);
  return { digits, scale, negative, float: true };
}

function wholeDigits(mantissa: bigint, places: number): Digits {
  const text = (mantissa < 0n ? -mantissa : mantissa).toString();
  const digits = text === '0' ? '' : text.replace(/0+$/, '');
  return { digits, scale: digits === '' ? 0 : text.length - places, negative: mantissa < 0n, float: false };
}

function shortestDigits({ type, value }: FloatInput): { digits: string; scale: number } {
  const magnitude = Math.abs(value);
  if (magnitude === 0) return { digits: '', scale: 0 };
  const [mantissa = '', exponent = '0'] = (type === 'Single' ? shortestSingle(magnitude) : magnitude)
    .toExponential()
    .split('e');
  return { digits: mantissa.replace('.', ''), scale: Number(exponent) + 1 };
}

function shortestSingle(value: number): number {
  for (let precision = 1; precision < 9; precision++) {
    const candidate = Number(value.toPrecision(precision));
    if (Math.fround(candidate) === value) return candidate;
  }
  return Number(value.toPrecision(9));
}

const powersOfTen = Array.from({ length: 16 }, (_unused, power) => Number(`1e${power}`));

/** JavaScript's digits, which are exact too; undefined where they are not asked for or it may round a tie otherwise. */
function engineDigits(value: number, { significant, places }: Cut): { digits: string; scale: number } | undefined {
  if (value >= 1e15 || value < 1e-6 || (significant ?? 1) > 17) return undefined;
  const text =
    significant === undefined ? value.toFixed(Math.min(places ?? 0, 20)) : value.toExponential(significant - 1);
  const [mantissa = '', exponent = '0'] = text.split('e');
  const kept = significant === undefined ? (places ?? 0) : significant - 1 - Number(exponent);
  const power = powersOfTen[kept];
  if (power === undefined || isTie(value * 2 * power)) return undefined;
  const point = mantissa.indexOf('.');
  const whole = mantissa.replace('.', '');
  const digits = whole.replace(/^0+/, '');
  if (digits === '') return { digits: '', scale: 0 };
  const scale = (point < 0 ? mantissa.length : point) - (whole.length - digits.length) + Number(exponent);
  return { digits: digits.replace(/0+$/, ''), scale };
}

/** Twice a tie is odd; the product of a Double that lies on one is exact. */
const isTie = (twice: number): boolean => twice > 2 ** 52 || twice % 2 === 1;

/** Ties go to the even digit, as .NET has it since it prints every digit of a Double. */
function exactDigits(value: number, cut: Cut): { digits: string; scale: number } {
  return engineDigits(value, cut) ?? wholeExactDigits(value, cut);
}

function wholeExactDigits(value: number, { significant, places }: Cut): { digits: string; scale: number } {
  const { mantissa, scale } = exactDecimal(value);
  const length = mantissa.toString().length;
  const drop = significant === undefined ? scale - (places ?? 0) : length - significant;
  const rounded = drop <= 0 ? mantissa : divideToEven(mantissa, 10n ** BigInt(drop));
  const text = rounded.toString();
  if (rounded === 0n) return { digits: '', scale: 0 };
  return { digits: text.replace(/0+$/, ''), scale: text.length - scale + Math.max(drop, 0) };
}

/** Every Double is a whole number over a power of two, and therefore over a power of ten. */
function exactDecimal(value: number): { mantissa: bigint; scale: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = biased === 0 ? fraction : fraction | 0x10000000000000n;
  const exponent = Math.max(biased, 1) - 1075;
  if (exponent >= 0) return { mantissa: mantissa << BigInt(exponent), scale: 0 };
  return { mantissa: mantissa * 5n ** BigInt(-exponent), scale: -exponent };
}

export function divideToEven(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  const twice = (value % divisor) * 2n;
  return twice > divisor || (twice === divisor && quotient % 2n === 1n) ? quotient + 1n : quotient;
}

/** Keeps `count` digits, the rest rounded half away from zero. */
export function roundDigits(number: Digits, count: number): Digits {
  const { digits, scale } = number;
  if (count >= digits.length) return number;
  const up = count >= 0 && (digits[count] ?? '0') >= '5';
  const kept = count <= 0 ? '' : digits.slice(0, count);
  const sum = up ? (BigInt(kept === '' ? '0' : kept) + 1n).toString().padStart(kept.length, '0') : kept;
  const trimmed = sum.replace(/0+$/, '');
  if (trimmed === '') return { ...number, digits: '', scale: 0, negative: number.negative && number.float };
  return { ...number, digits: trimmed, scale: scale + (sum.length - Math.max(kept.length, 0)) };
}
