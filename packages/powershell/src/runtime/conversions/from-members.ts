import { scriptError } from '../errors/script-error.ts';
import { isScriptError } from '../errors/is-script-error.ts';
import { asNetError } from '../errors/from-dotnet.ts';
import { membersOfType } from '../members/find-member.ts';
import type { DotNetType, Overload, Property } from '../types/define-type.ts';
import { displayTypeName } from '../types/display-type-name.ts';
import { knownTypes } from '../values/running-session.ts';
import { Dictionary } from '../values/dictionary.ts';
import type { CustomObject } from '../values/ps-object.ts';
import { toText } from '../values/to-text.ts';
import type { Conversion } from './conversion.ts';
import { rank, numericRank } from './conversion-rank.ts';
import { cannotConvert, casting } from './convert-error.ts';
import { numericTypeNamed } from './numeric-type-name.ts';

/** Converts to a type without knowing how. */
export type ConvertTo = (value: unknown, type: DotNetType) => unknown;

/** Text through the type's own Parse. */
export function parseConversion(type: DotNetType): Conversion | undefined {
  const forms = membersOfType(type).staticMethods.get('parse') ?? [];
  const takesText = ({ parameters: [first, second], parameters }: Overload): boolean =>
    first === 'System.String' && (parameters.length === 1 || second === 'System.IFormatProvider');
  const withProvider = forms.find((each) => takesText(each) && each.parameters.length === 2);
  const form = withProvider ?? forms.find(takesText);
  if (!form) return undefined;
  const id = `InvalidCastParseTargetInvocation${withProvider ? 'WithFormatProvider' : ''}`;
  const convert = (value: unknown): unknown =>
    casting({ id, value, typeName: type.name }, () => form.call(null, withProvider ? [value, null] : [value]));
  return { rank: rank.parse, convert };
}

/** A constructor that takes a value of this type alone. */
export function constructorConversion(
  from: DotNetType,
  type: DotNetType,
  convertTo: ConvertTo,
): Conversion | undefined {
  const isList = knownTypes().isAssignable(type, 'System.Collections.ICollection');
  if (type.isAbstract || (numericTypeNamed(from.name) && isList)) return undefined;
  const single = (type.constructors ?? []).filter(({ parameters, rest }) => parameters.length === 1 && !rest);
  const found = single
    .map((form) => ({ form, fit: fitOf(from, form.parameters[0]!) }))
    .filter(({ fit }) => fit > 0)
    .toSorted((a, b) => b.fit - a.fit)[0];
  if (!found) return undefined;
  const target = knownTypes().find(found.form.parameters[0]!);
  const convert = (value: unknown): unknown =>
    casting({ id: 'InvalidCastConstructorException', value, typeName: type.name }, () =>
      found.form.call(type, [target ? convertTo(value, target) : value]),
    );
  return { rank: rank.constructor, convert };
}

/** How .NET itself would pass a value of one type as another: as it is, or as a wider number. */
function fitOf(from: DotNetType, parameter: string): number {
  if (parameter === 'System.Object') return from.valueType === true || from.name === 'System.String' ? 0 : 1;
  if (knownTypes().isAssignable(from, parameter)) return rank.identity;
  const [a, b] = [numericTypeNamed(from.name), numericTypeNamed(parameter)];
  const fit = a && b ? numericRank(a, b) : 0;
  return fit >= rank.numericImplicit && b !== 'Decimal' ? fit : 0;
}

const isSequence = (parameter: string): boolean =>
  /^System\.Collections\.Generic\.(IEnumerable|ICollection|IList)`1/.test(parameter);

/** A generic collection made of an array, or of a single value as its only element. Source: FigureIEnumerableConstructorConversion. */
export function listConversion(from: DotNetType, type: DotNetType, convertTo: ConvertTo): Conversion | undefined {
  const form = type.constructors?.find(({ parameters }) => parameters.length === 1 && isSequence(parameters[0]!));
  const [elementType, ...more] = type.typeArguments ?? [];
  if (!form || !elementType || more.length > 0 || type.isAbstract) return undefined;
  const isScalar = knownTypes().isAssignable(from, elementType.name);
  const convert = (value: unknown): unknown => {
    const items = Array.isArray(value) && !isScalar ? (value as unknown[]) : [value];
    return form.call(type, [items.map((item) => elementOf(item, { value, type, elementType, convertTo }))]);
  };
  return { rank: isScalar ? rank.constructor - 8 : rank.constructor, convert };
}

interface ElementConversion {
  readonly value: unknown;
  readonly type: DotNetType;
  readonly elementType: DotNetType;
  readonly convertTo: ConvertTo;
}

function elementOf(item: unknown, { value, type, elementType, convertTo }: ElementConversion): unknown {
  try {
    return convertTo(item, elementType);
  } catch (error) {
    if (!isScriptError(error) || !Array.isArray(value)) throw error;
    throw cannotConvert(value, type.name);
  }
}

/** `[type]@{ Name = 'x' }` and of a custom object: the empty constructor, then the properties. */
export function propertiesConversion(from: DotNetType, type: DotNetType, convertTo: ConvertTo): Conversion | undefined {
  const isMap = knownTypes().isAssignable(from, 'System.Collections.IDictionary');
  if (!isMap && from.name !== 'System.Management.Automation.PSCustomObject') return undefined;
  if (!isMap && knownTypes().isAssignable(type, 'System.Collections.IDictionary')) return noProperties;
  const plain = type.constructors?.find(({ parameters }) => parameters.length === 0);
  if (!plain || type.isAbstract) return undefined;
  const convert = (value: unknown): unknown => {
    const made = plain.call(type, []);
    for (const [name, each] of pairsOf(value as Dictionary | CustomObject)) {
      setProperty(made, { type, name, value: each, convertTo });
    }
    return made;
  };
  return { rank: rank.constructor, convert };
}

/** A map has no properties to set. */
const noProperties: Conversion = {
  rank: rank.constructor,
  convert: (value, { name }) =>
    casting({ id: 'InvalidCastExceptionWithInnerException', value, typeName: name }, () => {
      throw cannotConvert(value, name);
    }),
};

function pairsOf(source: Dictionary | CustomObject): (readonly [string, unknown])[] {
  if (source instanceof Dictionary) return Array.from(source.pairs(), ([key, value]) => [toText(key), value]);
  return [...source.members].flatMap((member) =>
    member.kind === 'note' ? [[member.name, member.value] as const] : [],
  );
}

interface Assignment {
  readonly type: DotNetType;
  readonly name: string;
  readonly value: unknown;
  readonly convertTo: ConvertTo;
}

function setProperty(target: unknown, { type, name, value, convertTo }: Assignment): void {
  const { properties } = membersOfType(type);
  const property = properties.get(name.toLowerCase());
  if (!property) {
    throw scriptError('ObjectCreationError', [displayTypeName(type.name), name, settableNames(type)]);
  }
  if (!property.set) {
    throw scriptError('ObjectCreationSetError', [displayTypeName(type.name), `'${name}' is a ReadOnly property.`]);
  }
  const propertyType = property.type === undefined ? undefined : knownTypes().find(property.type);
  try {
    property.set(target, propertyType ? convertTo(value, propertyType) : value);
  } catch (error) {
    const { message } = asNetError(error).record.exception;
    throw scriptError('ObjectCreationSetError', [displayTypeName(type.name), message]);
  }
}

function settableNames(type: DotNetType): string {
  const all: [string, Property][] = [];
  for (let each: DotNetType | undefined = type; each; each = knownTypes().baseOf(each)) {
    all.push(...Object.entries(each.properties ?? {}));
  }
  const settable = all
    .filter(([, property]) => property.set)
    .map(([name, property]) => `[${name} <${displayTypeName(property.type ?? 'System.Object')}>]`);
  if (settable.length === 0) return 'There is no settable property available.';
  return `The settable properties are: ${settable.join(', ')}.`;
}
