import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { isScriptError } from '../../runtime/errors/is-script-error.ts';
import { convertTo } from '../../runtime/conversions/convert.ts';
import { compare } from '../../runtime/operators/compare.ts';
import { typeNameOf } from '../../runtime/types/type-of.ts';
import { coreTypes } from '../../runtime/types/type-registry.ts';
import { MeasureInfo } from '../../runtime/values/command-results.ts';
import { Char, double, type NumericValue, toNumber } from '../../runtime/values/number-types.ts';
import { plainText, toText } from '../../runtime/values/to-text.ts';
import { objectError } from './object-errors.ts';

export const switchNames = [
  'StandardDeviation',
  'Sum',
  'Average',
  'Maximum',
  'Minimum',
  'Line',
  'Word',
  'Character',
  'IgnoreWhiteSpace',
] as const;

export type MeasureSwitches = Readonly<Record<(typeof switchNames)[number], boolean>>;

export interface ResultOptions {
  readonly property: string | null;
  /** False once any value was no number: then no sum is told. */
  readonly withNumbers: boolean;
}

/** What is counted of one property. Source: MeasureObjectCommand. */
export class Statistics {
  readonly #switches: MeasureSwitches;
  readonly #writeError: CommandContext['writeError'];
  readonly #isText: boolean;
  readonly #sums: boolean;
  count = 0;
  failed = false;
  #lines = 0;
  #words = 0;
  #characters = 0;
  #sum = 0;
  #variance = 0;
  #least: unknown = null;
  #most: unknown = null;

  constructor(switches: MeasureSwitches, writeError: CommandContext['writeError']) {
    this.#switches = switches;
    this.#writeError = writeError;
    this.#isText = switches.Line || switches.Word || switches.Character;
    this.#sums = switches.Sum || switches.Average || switches.StandardDeviation;
  }

  add(value: unknown): void {
    this.count++;
    if (this.#isText) this.#addText(toText(value));
    if (this.#sums && !this.#addNumber(value)) return;
    if (this.#switches.Minimum) this.#least = extreme(value, this.#least, 1);
    if (this.#switches.Maximum) this.#most = extreme(value, this.#most, -1);
  }

  result(options: ResultOptions): MeasureInfo {
    return this.#isText ? this.#textResult(options) : this.#numberResult(options);
  }

  #addText(text: string): void {
    const { IgnoreWhiteSpace } = this.#switches;
    this.#characters += IgnoreWhiteSpace ? text.replaceAll(/\s/g, '').length : text.length;
    this.#words += text.split(/\s+/).filter(Boolean).length;
    this.#lines += text === '' ? 0 : text.split('\n').length - Number(text.endsWith('\n'));
  }

  #addNumber(value: unknown): boolean {
    const number = numberOf(value);
    if (number === undefined) {
      this.failed = true;
      this.#writeError(objectError('NonNumericInputObject', [plainText(value)], { target: value }));
      return false;
    }
    const before = this.#sum;
    this.#sum += number;
    if (this.count > 1) {
      const mean = before / (this.count - 1);
      this.#variance *= (this.count - 2) / (this.count - 1);
      this.#variance += (number - mean) ** 2 / this.count;
    }
    return true;
  }

  #textResult({ property }: ResultOptions): MeasureInfo {
    const { Line, Word, Character } = this.#switches;
    return new MeasureInfo('TextMeasureInfo', {
      Lines: Line ? this.#lines : null,
      Words: Word ? this.#words : null,
      Characters: Character ? this.#characters : null,
      Property: property,
    });
  }

  #numberResult({ property, withNumbers }: ResultOptions): MeasureInfo {
    const { Average, StandardDeviation, Sum } = this.#switches;
    const [least, most] = [numberOf(this.#least), numberOf(this.#most)];
    const isNumeric = least !== undefined && most !== undefined;
    const told = (value: unknown, number: number | undefined) =>
      value === null ? null : isNumeric ? double(number!) : value;
    return new MeasureInfo(isNumeric ? 'GenericMeasureInfo' : 'GenericObjectMeasureInfo', {
      Count: this.count,
      Average: withNumbers && Average && this.count > 0 ? double(this.#sum / this.count) : null,
      Sum: withNumbers && Sum ? double(this.#sum) : null,
      Maximum: told(this.#most, most),
      Minimum: told(this.#least, least),
      StandardDeviation: withNumbers && StandardDeviation ? double(Math.sqrt(this.#variance)) : null,
      Property: property,
    });
  }
}

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (value instanceof Char) return value.value.charCodeAt(0);
  try {
    return toNumber(convertTo(value ?? null, coreTypes.find('System.Double')!) as NumericValue);
  } catch (error) {
    if (isScriptError(error)) return undefined;
    throw error;
  }
}

/** The smaller (sign 1) or larger (-1) of two values; numbers in texts are compared as numbers, unlike types as texts. */
function extreme(value: unknown, best: unknown, sign: 1 | -1): unknown {
  if (best === null) return value;
  const [left, right] = comparable(best, value);
  return compare(left, right, 'match case') * sign > 0 ? value : best;
}

function comparable(left: unknown, right: unknown): readonly [unknown, unknown] {
  const [a, b] = [left, right].map((each) => (each === null ? null : (numberOf(each) ?? each)));
  if (a === null || b === null || (typeof a === typeof b && typeNameOf(a) === typeNameOf(b))) return [a, b];
  return typeof a === 'number' && typeof b === 'number' ? [a, b] : [toText(a), toText(b)];
}
