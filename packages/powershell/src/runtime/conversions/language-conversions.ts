import { Regex, Uri } from '../../dotnet/index.ts';
import { type DotNetType } from '../types/define-type.ts';
import { Delegate } from '../values/delegate.ts';
import { CaseSensitiveHashtable, type Dictionary } from '../values/dictionary.ts';
import { elementsOf } from '../values/enumerate.ts';
import { nothing, valueOrNull } from '../values/nothing.ts';
import { Char, numericType, toNumber, type NumericValue } from '../values/number-types.ts';
import { holding } from '../values/reference.ts';
import { knownTypes } from '../values/running-session.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';
import { toText } from '../values/to-text.ts';
import { isTrue } from '../values/truth.ts';
import { charactersOf, typedArray } from '../values/typed-array.ts';
import { TypeValue } from '../values/type-value.ts';
import type { Conversion } from './conversion.ts';
import { asScalarToArray, rank } from './conversion-rank.ts';
import { castError, cannotConvert, casting } from './convert-error.ts';
import type { ConvertTo } from './from-members.ts';
import { numericTypeNamed } from './numeric-type-name.ts';

/** Finds the conversion between two types. */
export type Figure = (from: DotNetType | undefined, to: DotNetType) => Conversion;

interface Tools {
  readonly convertTo: ConvertTo;
  readonly figure: Figure;
}

type Rule = (from: DotNetType, to: DotNetType, tools: Tools) => Conversion | undefined;

const language = (convert: Conversion['convert']): Conversion => ({ rank: rank.language, convert });
const whenFrom =
  (name: string, convert: Conversion['convert'], fit: number = rank.language): Rule =>
  (from) =>
    from.name === name ? { rank: fit, convert } : undefined;

/** The conversions that the language itself has, by the full name of the target. Source: FigureLanguageConversion. */
const rules: Readonly<Record<string, Rule>> = {
  'System.Void': () => language(() => nothing),
  'System.Boolean': () => language((value) => isTrue(value)),
  'System.String': (from) => ({
    rank: numericTypeNamed(from.name) ? rank.numericString : rank.toString,
    convert: (value) => toText(value),
  }),
  'System.Char': charRule,
  'System.Array': (from, _to, { convertTo }) => arrayRule(from, knownTypes().find('System.Object')!, convertTo),
  'System.Collections.Hashtable': (from) =>
    isMap(from) ? language((value) => copyInto(new CaseSensitiveHashtable(), value as Dictionary)) : undefined,
  'System.Management.Automation.PSReference': () => language((value) => holding(value)),
  'System.Management.Automation.PSObject': () => ({ rank: rank.psObject, convert: (value) => value }),
  'System.Text.RegularExpressions.Regex': whenFrom('System.String', (value, { name }) =>
    casting({ id: 'InvalidCastFromStringToRegex', value, typeName: name }, () => new Regex(toText(value))),
  ),
  'System.Uri': whenFrom('System.String', (value, { name }) =>
    casting({ id: 'InvalidCastFromStringToUri', value, typeName: name }, () => new Uri(toText(value))),
  ),
  'System.Type': whenFrom('System.String', toType),
  'System.Management.Automation.SwitchParameter': switchRule,
};

const isMap = (from: DotNetType): boolean => knownTypes().isAssignable(from, 'System.Collections.IDictionary');

export function languageConversion(from: DotNetType, to: DotNetType, tools: Tools): Conversion | undefined {
  if (to.name.startsWith('System.Nullable`1')) return nullableRule(from, to, tools);
  if (to.element) return toArrayConversion(from, to, tools);
  if (to.isDelegate) {
    if (from.isDelegate) return { rank: rank.assignable, convert: (value) => value };
    return from.name === scriptBlockName ? delegateConversion(to, tools.convertTo) : undefined;
  }
  return rules[to.name]?.(from, to, tools);
}

const scriptBlockName = 'System.Management.Automation.ScriptBlock';

function nullableRule(from: DotNetType, to: DotNetType, { figure, convertTo }: Tools): Conversion | undefined {
  const [inner] = to.typeArguments ?? [];
  const found = inner && figure(from, inner);
  return found && found.rank > 0 ? { rank: found.rank, convert: (value) => convertTo(value, inner) } : undefined;
}

function charRule(from: DotNetType, to: DotNetType): Conversion | undefined {
  if (from.name === 'System.String') return { rank: rank.parse, convert: (value) => charOfText(value as string, to) };
  if (!/^System\.(Byte|SByte|U?Int(16|32|64)|Double|Single|Decimal)$/.test(from.name)) return undefined;
  return { rank: rank.numericString, convert: (value) => charOfNumber(value as NumericValue, to) };
}

function charOfText(text: string, { name }: DotNetType): Char {
  if (text.length === 1) return new Char(text);
  const reason = 'String must be exactly one character long.';
  throw castError({ id: 'InvalidCastParseTargetInvocation', value: text, typeName: name, reason });
}

function charOfNumber(value: NumericValue, { name }: DotNetType): Char {
  const type = numericType(value)!;
  const fail = (reason: string): Error => castError({ id: 'InvalidCastIConvertible', value, typeName: name, reason });
  if (type === 'Double' || type === 'Single' || type === 'Decimal')
    throw fail(`Invalid cast from '${type}' to 'Char'.`);
  const code = toNumber(value);
  if (code < 0 || code > 0xffff) throw fail('Value was either too large or too small for a character.');
  return new Char(String.fromCharCode(code));
}

/** An array from a list, or of a single value. */
function toArrayConversion(from: DotNetType, to: DotNetType, { convertTo, figure }: Tools): Conversion | undefined {
  const element = to.element!;
  if (element.name === 'System.Char' && from.name === 'System.String') {
    return { rank: rank.stringToCharArray, convert: (value) => charactersOf(value as string) };
  }
  const isRelated = from.element && knownTypes().isAssignable(from.element, element.name);
  if (from.element && !isRelated) return { ...arrayRule(from, element, convertTo)!, rank: rank.unrelatedArrays };
  const list = arrayRule(from, element, convertTo);
  if (list && isEnumerated(from)) return list;
  const single = figure(from, element);
  if (single.rank === 0) return undefined;
  return { rank: asScalarToArray(single.rank), convert: (value) => scalarArray(value, { to, element, convertTo }) };
}

function scalarArray(
  value: unknown,
  { to, element, convertTo }: { to: DotNetType; element: DotNetType; convertTo: ConvertTo },
): unknown {
  return casting({ id: 'InvalidCastExceptionScalarToArray', value, typeName: to.name }, () =>
    typedArray(element.name, [convertTo(value, element)]),
  );
}

const isEnumerated = (from: DotNetType): boolean =>
  from.element !== undefined ||
  (knownTypes().isAssignable(from, 'System.Collections.IEnumerable') && from.name !== 'System.String' && !isMap(from));

function arrayRule(from: DotNetType, element: DotNetType, convertTo: ConvertTo): Conversion | undefined {
  const convert = (value: unknown, to: DotNetType): unknown => {
    const items = elementsOf(value);
    if (!items) return [value];
    const made = (): unknown[] =>
      typedArray(
        element.name,
        Array.from(items, (item) => convertTo(valueOrNull(item), element)),
      );
    if (from.element) return made();
    return casting({ id: 'InvalidCastExceptionEnumerableToArray', value, typeName: to.name }, made);
  };
  return { rank: isEnumerated(from) ? rank.language : rank.assignable & 0xfff7, convert };
}

function delegateConversion(to: DotNetType, convertTo: ConvertTo): Conversion {
  const resultType = resultOf(to);
  const convertResult = (value: unknown): unknown => (resultType ? convertTo(valueOrNull(value), resultType) : value);
  return language((value) => new Delegate(to.name, value as ScriptBlock, convertResult));
}

/** What a delegate's calls give: the last argument of Func, Boolean of Predicate. */
function resultOf({ name, typeArguments = [] }: DotNetType): DotNetType | undefined {
  if (name.startsWith('System.Func`') || name.startsWith('System.Converter`')) return typeArguments.at(-1);
  if (name.startsWith('System.Predicate`')) return knownTypes().find('System.Boolean');
  if (name.startsWith('System.Comparison`')) return knownTypes().find('System.Int32');
  return knownTypes().find(name.endsWith('MatchEvaluator') ? 'System.String' : 'System.Void');
}

function copyInto<T extends Dictionary>(target: T, source: Dictionary): T {
  for (const [key, value] of source.pairs()) target.set(key, value);
  return target;
}

function switchRule(from: DotNetType): Conversion | undefined {
  if (from.name !== 'System.Boolean') return undefined;
  return { rank: rank.implicitCast, convert: (value) => new SwitchParameter(value === true) };
}

function toType(value: unknown, { name }: DotNetType): unknown {
  const type = knownTypes().find(toText(value));
  if (!type) throw cannotConvert(value, name, { id: 'InvalidCastFromStringToType' });
  return new TypeValue(type);
}
