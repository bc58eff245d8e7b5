import { scriptError } from '../errors/script-error.ts';
import type { DotNetType } from '../types/define-type.ts';
import { EnumValue } from '../values/enum-value.ts';
import { isNumeric, toNumber } from '../values/number-types.ts';
import { listOf } from '../values/enumerate.ts';
import { toText } from '../values/to-text.ts';
import { cannotConvert } from './convert-error.ts';

/** A value as one of an enumeration: a number, a name, an unambiguous beginning of one, or names with commas. */
export function toEnum(value: unknown, type: DotNetType): EnumValue {
  if (value instanceof EnumValue) return new EnumValue(type, value.value);
  if (isNumeric(value)) return fromNumber(value as number, type);
  if (value === null) throw invalidName(value, type);
  const items = listOf(value);
  if (typeof value !== 'string' && !items) throw cannotConvert(value, type.name);
  const names = items ? items.map((item) => toText(item)) : toText(value).split(',');
  return new EnumValue(
    type,
    names.map((name) => valueOfName(name.trim(), type, value)).reduce((all, bits) => all | bits, 0),
  );
}

function fromNumber(value: number, type: DotNetType): EnumValue {
  const number = toNumber(value);
  const known = Object.values(type.enumeration ?? {});
  const isKnown = type.flags ? (number & ~known.reduce((all, bits) => all | bits, 0)) === 0 : known.includes(number);
  if (!isKnown) throw invalidName(value, type);
  return new EnumValue(type, number);
}

function valueOfName(name: string, type: DotNetType, value: unknown): number {
  if (/^-?\d+$/.test(name)) return Number(name);
  const names = Object.entries(type.enumeration ?? {});
  const lower = name.toLowerCase();
  const exact = names.find(([each]) => each.toLowerCase() === lower);
  const matches = exact ? [exact] : names.filter(([each]) => each.toLowerCase().startsWith(lower));
  if (matches.length !== 1 || name === '') throw invalidName(value, type);
  return matches[0]![1];
}

function invalidName(value: unknown, type: DotNetType): Error {
  const names = Object.entries(type.enumeration ?? {})
    .toSorted(([, a], [, b]) => a - b)
    .map(([name]) => name);
  return scriptError('SubstringDisambiguationEnumParseThrow', [toText(value), type.name, names.join(',')]);
}
