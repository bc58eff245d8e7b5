import { toNumeric } from '../conversions/to-number.ts';
import { Char, toNumber } from '../values/number-types.ts';
import { valueOrNull } from '../values/nothing.ts';

/** `from..to`, upwards or downwards; between characters when both ends are one. */
export function range(from: unknown, to: unknown): unknown[] {
  const low = valueOrNull(from);
  const high = valueOrNull(to);
  if (isCharacter(low) && isCharacter(high)) return characters(codeOf(low), codeOf(high));
  return count(end(low), end(high));
}

const isCharacter = (value: unknown): value is string | Char =>
  value instanceof Char || (typeof value === 'string' && value.length === 1 && !/\d/.test(value));

const codeOf = (value: string | Char): number => (value instanceof Char ? value.value : value).charCodeAt(0);

const characters = (from: number, to: number): Char[] =>
  count(from, to).map((code) => new Char(String.fromCharCode(code)));

const end = (value: unknown): number => toNumber(toNumeric(value, 'Int32'));

function count(from: number, to: number): number[] {
  const step = from <= to ? 1 : -1;
  const length = Math.abs(to - from) + 1;
  return Array.from({ length }, (_, index) => from + index * step);
}
