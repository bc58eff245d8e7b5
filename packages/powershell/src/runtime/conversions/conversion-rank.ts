import { integerRanges } from '../../syntax/integer-ranges.ts';
import type { NumericType } from '../values/number-types.ts';

/** How well a value fits a type: the higher the better. Source: ConversionRank of LanguagePrimitives. */
export const rank = {
  none: 0,
  unrelatedArrays: 0x0f,
  toString: 0x1f,
  custom: 0x2f,
  convertible: 0x3f,
  implicitCast: 0x4f,
  explicitCast: 0x5f,
  constructor: 0x6f,
  parse: 0x7f,
  psObject: 0x8f,
  language: 0x9f,
  nullToValue: 0xaf,
  nullToReference: 0xbf,
  numericExplicit: 0xcf,
  numericExplicit1: 0xdf,
  numericString: 0xef,
  numericImplicit: 0xff,
  assignable: 0x10f,
  stringToCharArray: 0x11a,
  identity: 0x11f,
} as const;

/** A single value that becomes a list of one fits worse than the element alone. */
export const asScalarToArray = (rankOfElement: number): number => rankOfElement & 0xfff7;

const signed: readonly NumericType[] = ['SByte', 'Int16', 'Int32', 'Int64'];
const unsigned: readonly NumericType[] = ['Byte', 'UInt16', 'UInt32', 'UInt64'];
const isWhole = (type: NumericType): boolean => type in integerRanges;

/** How well one numeric type fits another. */
export function numericRank(from: NumericType, to: NumericType): number {
  if (from === to) return rank.identity;
  if (from === 'BigInteger' || to === 'BigInteger') return rank.explicitCast;
  if (isWhole(from)) return isWhole(to) ? wholeRank(from, to) : rank.numericImplicit;
  if (isWhole(to)) return rank.numericExplicit;
  if (from === 'Single') return to === 'Double' ? rank.numericImplicit : rank.numericExplicit;
  return from === 'Decimal' ? rank.numericExplicit1 : rank.numericExplicit;
}

function wholeRank(from: NumericType, to: NumericType): number {
  const isSigned = signed.includes(from);
  const size = (isSigned ? signed : unsigned).indexOf(from);
  const toSigned = signed.includes(to);
  const toSize = (toSigned ? signed : unsigned).indexOf(to);
  if (toSize < size) return rank.numericExplicit;
  if (isSigned === toSigned) return rank.numericImplicit;
  if (isSigned) return rank.numericExplicit1;
  return toSize > size ? rank.numericImplicit : rank.numericExplicit;
}
