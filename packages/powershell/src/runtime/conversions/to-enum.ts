import { scriptError } from '../errors/script-error.ts';
import type { DotNetType } from '../types/define-type.ts';
import { EnumValue } from '../values/enum-value.ts';
import { elementsOf } from '../values/enumerate.ts';
import { isNumeric, numericType, toNumber } from '../values/number-types.ts';
import { plainText } from '../values/to-text.ts';
import { castError, cannotConvert } from './convert-error.ts';

/** A value as one of an enumeration: a number, a name, an unambiguous beginning of one, or names with commas. */
export function toEnum(value: unknown, type: DotNetType): EnumValue {
  if (value === null) throw scriptError('NullToEnum', [type.name, namesOf(type).join(',')]);
  if (value instanceof EnumValue) return new EnumValue(type, value.value);
  if (isNumeric(value) && isWhole(value)) return defined(toNumber(value), type, value, 'UndefinedIntegerToEnum');
  const text = typeof value === 'string' ? value : listText(value, type);
  if (text === undefined) throw cannotConvert(value, type.name);
  return fromText(text, type);
}

const isWhole = (value: unknown): boolean => !['Double', 'Single', 'Decimal'].includes(numericType(value)!);

function listText(value: unknown, type: DotNetType): string | undefined {
  const items = elementsOf(value);
  if (!items) return isNumeric(value) ? plainText(value) : undefined;
  return Array.from(items, (item) => (typeof item === 'string' ? item : toEnum(item, type).text())).join(',');
}

const namesOf = ({ enumeration = {} }: DotNetType): string[] =>
  Object.entries(enumeration)
    .toSorted(([, a], [, b]) => orderOf(a) - orderOf(b))
    .map(([name]) => name);

/** .NET sorts the names by their values without sign. */
const orderOf = (value: number): number => (value < 0 ? value + 2 ** 32 : value);

/** `Enum.Parse`: names or numbers with commas between; undefined when one of them is none. */
export function parseEnum(text: string, type: DotNetType): number | undefined {
  const names = new Map(Object.entries(type.enumeration ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  let bits = 0;
  for (const part of text.split(',')) {
    const word = part.trim();
    const value = /^[+-]?\d+$/.test(word) ? Number(word) : names.get(word.toLowerCase());
    if (value === undefined) return undefined;
    bits |= value;
  }
  return bits;
}

function fromText(text: string, type: DotNetType): EnumValue {
  return defined(parseEnum(text, type) ?? fromBeginning(text, type), type, text, 'EnumParseUndefined');
}

/** A name that alone begins so. Source: EnumMinimumDisambiguation. */
function fromBeginning(text: string, type: DotNetType): number {
  const names = namesOf(type);
  const lower = text.toLowerCase();
  const matches = names.filter((name) => name.toLowerCase().startsWith(lower));
  const [only] = matches;
  if (matches.length === 1) return type.enumeration![only!]!;
  throw castError({
    id: 'SubstringDisambiguationEnumParseThrewAnException',
    value: text,
    typeName: type.name,
    reason: matches.length === 0 ? noMatch(text, names) : manyMatches(text, matches),
  });
}

const noMatch = (text: string, names: readonly string[]): string =>
  `Unable to match the identifier name ${text} to a valid enumerator name. Specify one of the following enumerator names and try again:\n${names.join(', ')}`;

const manyMatches = (text: string, names: readonly string[]): string =>
  `The identifier name ${text} cannot be processed because it is either too similar or identical to the following enumerator names: ${names.join(', ')}. Use a more specific identifier name.`;

function defined(number: number, type: DotNetType, value: unknown, id: string): EnumValue {
  if (isDefined(number, type)) return new EnumValue(type, number);
  const error = scriptError('UndefinedIntegerToEnum', [plainText(value), type.name, namesOf(type).join(',')]);
  error.record.id = id;
  throw error;
}

/** Source: EnumSingleTypeConverter.IsDefinedEnum. */
function isDefined(number: number, { enumeration = {}, flags }: DotNetType): boolean {
  const values = Object.values(enumeration);
  if (values.includes(number) || values.some((each) => each < 0)) return true;
  return number >= 0 && flags === true && (number & ~values.reduce((all, bits) => all | bits, 0)) === 0;
}
