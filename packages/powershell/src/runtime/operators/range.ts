import { DateTime } from '../../dotnet/index.ts';
import { notFormatted, outOfRange } from '../conversions/convert-error.ts';
import { toNumeric } from '../conversions/to-number.ts';
import { netError } from '../errors/script-error.ts';
import { displayTypeName } from '../types/display-type-name.ts';
import { typeNameOf } from '../types/type-of.ts';
import { Enumerable } from '../values/enumerable.ts';
import { Char, integer, isNumeric, toBigInt, toNumber } from '../values/number-types.ts';
import { numberFromText } from '../values/parse-number.ts';
import { operand } from '../values/boxed.ts';
import { fittingLength } from '../errors/out-of-memory.ts';
import { numericOperand } from './numeric-operand.ts';

/** `from..to`, upwards or downwards; between characters when both ends are one. */
export function range(from: unknown, to: unknown): unknown[] {
  const ends = endsOf(from, to);
  fittingLength(Math.abs(ends.last - ends.first) + 1);
  return allBetween(ends);
}

/** The same one by one: what `foreach` and a pipeline make of a range, whatever its length. */
export const rangeElements = (from: unknown, to: unknown): Enumerable => new Range(endsOf(from, to));

interface Ends {
  readonly first: number;
  readonly last: number;
  readonly isText: boolean;
}

function endsOf(from: unknown, to: unknown): Ends {
  const low = operand(from);
  const high = operand(to);
  if (isCharacter(low) && isCharacter(high)) return { first: codeOf(low), last: codeOf(high), isText: true };
  return { first: end(low), last: end(high), isText: false };
}

function allBetween({ first, last, isText }: Ends): unknown[] {
  const items: unknown[] = [];
  const step = first <= last ? 1 : -1;
  for (let value = first; value !== last + step; value += step) items.push(elementAt(value, isText));
  return items;
}

const elementAt = (value: number, isText: boolean): unknown => (isText ? new Char(String.fromCharCode(value)) : value);

class Range extends Enumerable {
  readonly typeName = 'System.Object[]';
  readonly #ends: Ends;

  constructor(ends: Ends) {
    super();
    this.#ends = ends;
  }

  *elements(): Generator<unknown> {
    const { first, last, isText } = this.#ends;
    const step = first <= last ? 1 : -1;
    for (let value = first; value !== last + step; value += step) yield elementAt(value, isText);
  }
}

const isCharacter = (value: unknown): value is string | Char =>
  value instanceof Char || (typeof value === 'string' && value.length === 1 && !/\d/.test(value));

const codeOf = (value: string | Char): number => (value instanceof Char ? value.value : value).charCodeAt(0);

/** An end as an Int32; what it cannot be is told in .NET's own words. Source: RangeEnumerator. */
function end(value: unknown): number {
  if (typeof value === 'number' && value === (value | 0)) return value;
  const number = typeof value === 'string' ? numberFromText(value) : value;
  if (number === undefined) throw netError('System.FormatException', notFormatted(String(value)));
  if (!isNumeric(number)) return convertedEnd(number);
  if (
    !(Math.abs(toNumber(number)) < 2 ** 32) ||
    integer('Int32', toBigInt(toNumeric(number, 'BigInteger'))) === undefined
  )
    throw netError('System.OverflowException', outOfRange('System.Int32'));
  return toNumber(toNumeric(number, 'Int32'));
}

function convertedEnd(value: unknown): number {
  const known = numericOperand(value);
  if (known !== undefined) return toNumber(known);
  if (value instanceof DateTime)
    throw netError('System.InvalidCastException', "Invalid cast from 'DateTime' to 'Int32'.");
  throw netError(
    'System.InvalidCastException',
    `Unable to cast object of type '${displayTypeName(typeNameOf(value))}' to type 'System.IConvertible'.`,
  );
}
