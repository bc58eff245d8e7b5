import { invariantCulture, type Culture, type NumberSymbols } from '../culture.ts';
import { formatError } from '../dotnet-error.ts';
import { digitsOf, roundDigits, type Cut, type Digits } from './digits.ts';
import { formatCustom } from './format-custom.ts';
import { integerTypes, isFloat, isInteger, type IntegerInput, type NumberInput } from './number-input.ts';

const invalidSpecifier = () => formatError('Format specifier was invalid.');

/** The number as `ToString(format, culture)` of .NET gives it; without a format the shortest text. */
export function formatNumber(input: NumberInput, format = '', culture: Culture = invariantCulture): string {
  const special = isFloat(input) ? specialText(input.value, culture.number) : undefined;
  if (special !== undefined) return special;
  const specifier = known.get(format) ?? readSpecifier(format);
  if (specifier === 'custom') return formatCustom(input, format, culture.number);
  const { formatter, letter, precision } = specifier;
  if (formatter === undefined) throw invalidSpecifier();
  return formatter(input, { letter, precision, symbols: culture.number });
}

const known = new Map<string, Specifier | 'custom'>();
/** Formats in scripts are few; whoever makes them in a loop shall not fill the memory. */
const knownLimit = 500;

/** Reads a format and keeps what it is for the next time. */
function readSpecifier(format: string): Specifier | 'custom' {
  const [, letter, digits = ''] = /^([A-Za-z])(\d{0,9})$/.exec(format === '' ? 'G' : format) ?? [];
  const specifier = letter === undefined ? 'custom' : specifierOf(letter, digits === '' ? -1 : Number(digits));
  if (known.size >= knownLimit) known.clear();
  known.set(format, specifier);
  return specifier;
}

const specifierOf = (letter: string, precision: number): Specifier => ({
  letter,
  precision,
  formatter: formatters[letter.toUpperCase()],
});

function specialText(value: number, { nan, infinity, negative }: NumberSymbols): string | undefined {
  if (Number.isNaN(value)) return nan;
  if (Number.isFinite(value)) return undefined;
  return value > 0 ? infinity : negative + infinity;
}

interface Standard {
  readonly letter: string;
  /** -1 when the format names none. */
  readonly precision: number;
  readonly symbols: NumberSymbols;
}

interface Specifier extends Pick<Standard, 'letter' | 'precision'> {
  /** Undefined for a letter that .NET does not know. */
  readonly formatter: Formatter | undefined;
}

type Formatter = (input: NumberInput, standard: Standard) => string;

const formatters: Readonly<Record<string, Formatter>> = {
  B: (input, { precision }) => radixText(input, { radix: 2, precision }),
  C: formatCurrency,
  D: formatDecimalDigits,
  E: formatScientific,
  F: (input, standard) => signed(input, standard, (digits, places) => fixedText(digits, places, standard.symbols)),
  G: formatGeneral,
  N: (input, standard) => signed(input, standard, (digits, places) => groupedText(digits, places, standard.symbols)),
  P: formatPercent,
  R: formatRoundTrip,
  X: (input, { letter, precision }) => {
    const text = radixText(input, { radix: 16, precision });
    return letter === 'X' ? text.toUpperCase() : text;
  },
};

function atPlaces(input: NumberInput, places: number): Digits {
  const digits = digitsOf(input, { places });
  return roundDigits(digits, digits.scale + places);
}

function signed(
  input: NumberInput,
  { precision, symbols }: Standard,
  text: (digits: Digits, places: number) => string,
): string {
  const places = precision < 0 ? symbols.digits : precision;
  const digits = atPlaces(input, places);
  return (digits.negative ? symbols.negative : '') + text(digits, places);
}

/** Digits before and after the decimal separator. */
function parts({ digits, scale }: Digits, places: number): readonly [whole: string, fraction: string] {
  const whole = scale <= 0 ? '0' : digits.slice(0, scale).padEnd(scale, '0');
  const fraction = '0'.repeat(Math.min(Math.max(-scale, 0), places)) + digits.slice(Math.max(scale, 0));
  return [whole, fraction.padEnd(places, '0').slice(0, places)];
}

function fixedText(digits: Digits, places: number, { decimal }: Pick<NumberSymbols, 'decimal'>): string {
  const [whole, fraction] = parts(digits, places);
  return places === 0 ? whole : whole + decimal + fraction;
}

function groupedText(
  digits: Digits,
  places: number,
  { decimal, group }: Pick<NumberSymbols, 'decimal' | 'group'>,
): string {
  const [whole, fraction] = parts(digits, places);
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return places === 0 ? grouped : grouped + decimal + fraction;
}

function formatCurrency(input: NumberInput, { precision, symbols }: Standard): string {
  const places = precision < 0 ? 2 : precision;
  const digits = atPlaces(input, places);
  const text = groupedText(digits, places, { decimal: symbols.currencyDecimal, group: symbols.currencyGroup });
  const { currency, negativeCurrency } = symbols.patterns;
  return fill(digits.negative ? negativeCurrency : currency, text, symbols);
}

function formatPercent(input: NumberInput, { precision, symbols }: Standard): string {
  const places = precision < 0 ? symbols.digits : precision;
  const exact = digitsOf(input, { places: places + 2 });
  const digits = roundDigits(
    exact.digits === '' ? exact : { ...exact, scale: exact.scale + 2 },
    exact.scale + 2 + places,
  );
  const { percent, negativePercent } = symbols.patterns;
  return fill(digits.negative ? negativePercent : percent, groupedText(digits, places, symbols), symbols);
}

function fill(pattern: string, text: string, { currency, percent, negative }: NumberSymbols): string {
  const marks: Readonly<Record<string, string>> = { n: text, $: currency, '%': percent, '-': negative };
  return pattern.replace(/[n$%-]/g, (mark) => marks[mark] ?? mark);
}

function formatDecimalDigits(input: NumberInput, { precision, symbols }: Standard): string {
  if (!isInteger(input)) throw invalidSpecifier();
  const { value } = input;
  const text = String(value)
    .slice(value < 0 ? 1 : 0)
    .padStart(precision, '0');
  return value < 0 ? symbols.negative + text : text;
}

function formatScientific(input: NumberInput, { letter, precision, symbols }: Standard): string {
  const places = precision < 0 ? 6 : precision;
  const digits = roundDigits(digitsOf(input, { significant: places + 1 }), places + 1);
  return (digits.negative ? symbols.negative : '') + scientificText(digits, { places, letter, width: 3, symbols });
}

interface Scientific {
  readonly places: number;
  readonly letter: string;
  readonly width: number;
  readonly symbols: NumberSymbols;
}

function scientificText({ digits, scale }: Digits, { places, letter, width, symbols }: Scientific): string {
  const mantissa = (digits[0] ?? '0') + (places > 0 ? symbols.decimal + digits.slice(1).padEnd(places, '0') : '');
  return mantissa + exponentText(digits === '' ? 0 : scale - 1, { letter, width, symbols });
}

function exponentText(exponent: number, { letter, width, symbols }: Omit<Scientific, 'places'>): string {
  const sign = exponent < 0 ? symbols.negative : symbols.positive;
  return letter + sign + String(Math.abs(exponent)).padStart(width, '0');
}

/** Digits after which G of a floating number without a precision goes over to an exponent. */
const pretty = { Double: 17, Single: 9 } as const;

function formatGeneral(input: NumberInput, { letter, precision, symbols }: Standard): string {
  if (precision <= 0 && input.type === 'Decimal') return decimalText(input, symbols);
  const cut: Cut | undefined = precision > 0 ? { significant: precision } : undefined;
  const digits = roundDigits(digitsOf(input, cut), precision > 0 ? precision : Number.MAX_SAFE_INTEGER);
  const limit = precision > 0 ? precision : generalLimit(input, digits);
  const sign = digits.negative ? symbols.negative : '';
  if (digits.scale <= limit && digits.scale >= -3)
    return sign + fixedText(digits, Math.max(digits.digits.length - digits.scale, 0), symbols);
  const exponentLetter = letter === 'g' || letter === 'r' ? 'e' : 'E';
  return sign + scientificText(digits, { places: digits.digits.length - 1, letter: exponentLetter, width: 2, symbols });
}

function generalLimit(input: NumberInput, { digits }: Digits): number {
  return isFloat(input) ? Math.max(digits.length, pretty[input.type]) : Number.MAX_SAFE_INTEGER;
}

function decimalText(
  { mantissa, scale }: Extract<NumberInput, { type: 'Decimal' }>,
  { negative, decimal }: NumberSymbols,
): string {
  const text = (mantissa < 0n ? -mantissa : mantissa).toString().padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  return (mantissa < 0n ? negative : '') + (scale === 0 ? whole : whole + decimal + text.slice(-scale));
}

function formatRoundTrip(input: NumberInput, standard: Standard): string {
  if (!isFloat(input) && input.type !== 'BigInteger') throw invalidSpecifier();
  return formatGeneral(input, { ...standard, precision: -1 });
}

function radixText(input: NumberInput, { radix, precision }: { radix: 2 | 16; precision: number }): string {
  if (!isInteger(input)) throw invalidSpecifier();
  const value = BigInt(input.value);
  if (input.type === 'BigInteger') return bigRadixText(value, { radix, precision });
  return BigInt.asUintN(bitsOf(input), value).toString(radix).padStart(precision, '0');
}

const bitsOf = ({ type }: IntegerInput): number => (type === 'BigInteger' ? 0 : integerTypes[type].bits);

/** Two's complement in whole digits, with a digit in front that shows the sign. */
function bigRadixText(value: bigint, { radix, precision }: { radix: 2 | 16; precision: number }): string {
  const width = radix === 16 ? 4 : 1;
  let count = 1;
  while (BigInt.asIntN(count * width, value) !== value) count++;
  const text = BigInt.asUintN(count * width, value)
    .toString(radix)
    .padStart(count, '0');
  return text.padStart(precision, value < 0n ? (radix - 1).toString(radix) : '0');
}
