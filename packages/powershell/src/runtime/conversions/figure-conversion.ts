import type { DotNetType } from '../types/define-type.ts';
import { displayTypeName } from '../types/display-type-name.ts';
import { knownTypes } from '../values/running-session.ts';
import type { NumericType } from '../values/number-types.ts';
import type { Conversion } from './conversion.ts';
import { numericRank, rank } from './conversion-rank.ts';
import { castError, cannotConvert } from './convert-error.ts';
import {
  type ConvertTo,
  constructorConversion,
  listConversion,
  parseConversion,
  propertiesConversion,
} from './from-members.ts';
import { languageConversion } from './language-conversions.ts';
import { nullConversion } from './null-conversion.ts';
import { numericTypeNamed } from './numeric-type-name.ts';
import { toEnum } from './to-enum.ts';
import { toNumeric } from './to-number.ts';

const known = new WeakMap<DotNetType, WeakMap<DotNetType, Conversion>>();
const fromNull = new WeakMap<DotNetType, Conversion>();

/** How well values of a type fit another, and how they become it; `undefined` stands for `$null`. Source: LanguagePrimitives.FigureConversion. */
export function figureConversion(from: DotNetType | undefined, to: DotNetType, convertTo: ConvertTo): Conversion {
  const cache = from ? cacheFor(to) : fromNull;
  const key = from ?? to;
  const found = cache.get(key);
  if (found) return found;
  const conversion = from ? figure(from, to, convertTo) : nullConversion(to);
  cache.set(key, conversion);
  return conversion;
}

function cacheFor(to: DotNetType): WeakMap<DotNetType, Conversion> {
  const found = known.get(to);
  if (found) return found;
  const made = new WeakMap<DotNetType, Conversion>();
  known.set(to, made);
  return made;
}

const impossible: Conversion = {
  rank: rank.none,
  convert: (value, type) => {
    throw cannotConvert(value, type.name);
  },
};

const asItIs = (fit: number): Conversion => ({ rank: fit, convert: (value) => value });

function figure(from: DotNetType, to: DotNetType, convertTo: ConvertTo): Conversion {
  if (from === to || from.name === to.name) return asItIs(rank.identity);
  const target = numericTypeNamed(to.name);
  if (target) return numericConversion(from, target);
  if (knownTypes().isAssignable(from, to.name)) return asItIs(rank.assignable);
  const tools = {
    convertTo,
    figure: (a: DotNetType | undefined, b: DotNetType): Conversion => figureConversion(a, b, convertTo),
  };
  return (
    languageConversion(from, to, tools) ??
    ownConversion(to) ??
    enumConversion(from, to) ??
    (from.name === 'System.String' ? parseConversion(to) : undefined) ??
    constructorConversion(from, to, convertTo) ??
    throughText(from, to, tools.figure, convertTo) ??
    convertible(from, to) ??
    propertiesConversion(from, to, convertTo) ??
    listConversion(from, to, convertTo) ??
    impossible
  );
}

function ownConversion(to: DotNetType): Conversion | undefined {
  const { convert } = to;
  if (!convert) return undefined;
  return {
    rank: rank.language,
    convert: (value, type) => {
      const made = convert(value, type);
      if (made === undefined) throw cannotConvert(value, type.name);
      return made;
    },
  };
}

function enumConversion(from: DotNetType, to: DotNetType): Conversion | undefined {
  if (!to.enumeration) return undefined;
  const isKnown = from.name === 'System.String' || from.enumeration || numericTypeNamed(from.name);
  const isList = knownTypes().isAssignable(from, 'System.Collections.IEnumerable');
  return isKnown || isList ? { rank: rank.parse, convert: (value, type) => toEnum(value, type) } : undefined;
}

const textual: ReadonlySet<string> = new Set([
  'System.String',
  'System.Boolean',
  'System.Char',
  'System.Management.Automation.SwitchParameter',
]);

function numericConversion(from: DotNetType, to: NumericType): Conversion {
  const convert = (value: unknown): unknown => toNumeric(value, to);
  const source = numericTypeNamed(from.name);
  if (source) return { rank: numericRank(source, to), convert };
  if (from.name === 'System.String') return { rank: rank.numericString, convert };
  if (textual.has(from.name) || from.enumeration) return { rank: rank.convertible, convert };
  return knownTypes().isAssignable(from, 'System.IConvertible') ? invalidCast(from) : impossible;
}

/** Convert.ChangeType knows no way from a date to a number, and says so in its own words. */
const invalidCast = (from: DotNetType): Conversion => ({
  rank: rank.convertible,
  convert: (value, { name }) => {
    const names = [from.name, displayTypeName(name)];
    const [a, b] = hasTypeCode(name) ? names.map((each) => each.split('.').at(-1)) : names;
    const reason = `Invalid cast from '${a}' to '${b}'.`;
    throw castError({ id: 'InvalidCastIConvertible', value, typeName: name, reason });
  },
});

/** The types for which System.IConvertible has a method each; the others are told by their full names. */
const hasTypeCode = (name: string): boolean =>
  numericTypeNamed(name) !== undefined || /^System\.(DateTime|Char|Boolean)$/.test(name);

function convertible(from: DotNetType, to: DotNetType): Conversion | undefined {
  if (from.name === 'System.String' || numericTypeNamed(from.name) || to.element) return undefined;
  return knownTypes().isAssignable(from, 'System.IConvertible') ? invalidCast(from) : undefined;
}

/** A number becomes what text becomes, by way of its text: `[version]1.2`. */
function throughText(
  from: DotNetType,
  to: DotNetType,
  find: (a: DotNetType, b: DotNetType) => Conversion,
  convertTo: ConvertTo,
): Conversion | undefined {
  const text = knownTypes().find('System.String')!;
  if (!numericTypeNamed(from.name) || to.element || find(text, to).rank === 0) return undefined;
  return { rank: rank.convertible, convert: (value, type) => convertTo(convertTo(value, text), type) };
}
