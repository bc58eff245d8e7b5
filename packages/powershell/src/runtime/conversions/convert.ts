import { scriptError } from '../errors/script-error.ts';
import type { DotNetType } from '../types/define-type.ts';
import { coreTypes } from '../types/type-registry.ts';
import { isOfType } from '../types/type-of.ts';
import { Dictionary, Hashtable, OrderedDictionary } from '../values/dictionary.ts';
import { elementsOf } from '../values/enumerate.ts';
import { ExceptionValue } from '../values/error-record.ts';
import { List } from '../values/list.ts';
import { nothing } from '../values/nothing.ts';
import { Char, isNumeric, type NumericType, toNumber } from '../values/number-types.ts';
import { CustomObject } from '../values/ps-object.ts';
import { isTrue } from '../values/truth.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';
import { toText } from '../values/to-text.ts';
import { typedArray } from '../values/typed-array.ts';
import { TypeValue } from '../values/type-value.ts';
import { badValue, cannotConvert } from './convert-error.ts';
import { fromMembers } from './from-members.ts';
import { toEnum } from './to-enum.ts';
import { toNumeric } from './to-number.ts';

type Converter = (value: unknown, type: DotNetType) => unknown;

const numeric =
  (type: NumericType): Converter =>
  (value) =>
    toNumeric(value, type);

/** Conversions that the language itself defines, by the full name of the target. */
const converters: Readonly<Record<string, Converter>> = {
  'System.Object': (value) => value,
  'System.Management.Automation.PSObject': (value) => (value instanceof Dictionary ? toCustomObject(value) : value),
  'System.String': (value) => toText(value),
  'System.Boolean': (value) => isTrue(value),
  'System.Char': toChar,
  'System.SByte': numeric('SByte'),
  'System.Byte': numeric('Byte'),
  'System.Int16': numeric('Int16'),
  'System.UInt16': numeric('UInt16'),
  'System.Int32': numeric('Int32'),
  'System.UInt32': numeric('UInt32'),
  'System.Int64': numeric('Int64'),
  'System.UInt64': numeric('UInt64'),
  'System.Numerics.BigInteger': numeric('BigInteger'),
  'System.Single': numeric('Single'),
  'System.Double': numeric('Double'),
  'System.Decimal': numeric('Decimal'),
  'System.Void': () => nothing,
  'System.Array': (value) => toArray(value, 'System.Object'),
  'System.Collections.Hashtable': toHashtable,
  'System.Collections.Specialized.OrderedDictionary': toOrdered,
  'System.Collections.ArrayList': (value) => toList(value, 'System.Collections.ArrayList'),
  'System.Management.Automation.SwitchParameter': toSwitch,
  'System.Type': toType,
};

/** A value as one of a type; throws the original's error when it cannot be. Source: LanguagePrimitives.ConvertTo. */
export function convertTo(given: unknown, type: DotNetType): unknown {
  const value = given === nothing ? null : given;
  if (type.element) return toArray(value, type.element.name, type.element);
  const converter = converters[type.name];
  if (converter) return converter(value, type);
  if (type.enumeration) return toEnum(value, type);
  if (value === null) {
    if (type.valueType) throw cannotConvert(value, type.name);
    return null;
  }
  return isOfType(value, type.name) ? value : throughMembers(value, type);
}

/** `-as`: null where convertTo throws. */
export function convertAs(value: unknown, type: DotNetType): unknown {
  try {
    return convertTo(value, type);
  } catch (error) {
    if (error instanceof Error && 'record' in error) return null;
    throw error;
  }
}

function throughMembers(value: unknown, type: DotNetType): unknown {
  if (type.name.startsWith('System.Collections.Generic.List`1')) return toList(value, type.name);
  const made = fromMembers(value, type, convertTo);
  if (made === undefined) throw cannotConvert(value, type.name);
  return made;
}

function toChar(value: unknown, type: DotNetType): unknown {
  if (value instanceof Char) return value;
  if (value === null) return new Char('\0');
  if (typeof value === 'string') {
    if (value.length === 1) return new Char(value);
    throw badValue(value, type.name, 'String must be exactly one character long.');
  }
  if (isNumeric(value) && Number.isInteger(toNumber(value))) {
    if (toNumber(value) < 0 || toNumber(value) > 0xffff) {
      throw badValue(value, type.name, 'Value was either too large or too small for a character.');
    }
    return new Char(String.fromCharCode(toNumber(value)));
  }
  throw cannotConvert(value, type.name);
}

function toArray(value: unknown, elementName: string, element?: DotNetType): unknown {
  if (value === null) return null;
  if (elementName === 'System.Object' && Array.isArray(value) && isOfType(value, 'System.Object[]')) return value;
  if (elementName === 'System.Char' && typeof value === 'string') return typedArray(elementName, charactersOf(value));
  const items = value instanceof Dictionary ? [value] : [...(elementsOf(value) ?? [value])];
  if (!element || elementName === 'System.Object') return items;
  return typedArray(
    elementName,
    items.map((item) => convertTo(item, element)),
  );
}

const charactersOf = (text: string): Char[] =>
  Array.from({ length: text.length }, (_, index) => new Char(text.charAt(index)));

function toList(value: unknown, typeName: string): unknown {
  if (value === null) return null;
  if (value instanceof List && value.typeName === typeName) return value;
  const items = [...(elementsOf(value) ?? [value])];
  const elementName = /\[\[([^,\]]+)/.exec(typeName)?.[1];
  const element = elementName === undefined ? undefined : coreTypes.find(elementName);
  return new List(typeName, element ? items.map((item) => convertTo(item, element)) : items);
}

function toHashtable(value: unknown, type: DotNetType): unknown {
  if (value === null || value instanceof Hashtable) return value;
  if (!(value instanceof Dictionary)) throw cannotConvert(value, type.name);
  return copyInto(new Hashtable(), value);
}

function toOrdered(value: unknown, type: DotNetType): unknown {
  if (value === null || value instanceof OrderedDictionary) return value;
  if (!(value instanceof Dictionary)) throw cannotConvert(value, type.name);
  return copyInto(new OrderedDictionary(), value);
}

function copyInto<T extends Dictionary>(target: T, source: Dictionary): T {
  for (const [key, value] of source.entries.values()) target.set(key, value);
  return target;
}

/** `[pscustomobject]@{}`: the pairs become notes. */
export function toCustomObject(map: Dictionary): CustomObject {
  const object = new CustomObject();
  for (const [key, value] of map.entries.values()) {
    if (toText(key).toLowerCase() === 'pstypename') object.typeNames = [toText(value), ...object.typeNames];
    else object.setNote(toText(key), value);
  }
  return object;
}

function toSwitch(value: unknown): SwitchParameter {
  if (value instanceof SwitchParameter) return value;
  return new SwitchParameter(strictBoolean(value, 'System.Management.Automation.SwitchParameter'));
}

/** A Boolean or a number; text is not taken for one, as parameters have it. */
export function strictBoolean(value: unknown, typeName = 'System.Boolean'): boolean {
  if (typeof value === 'boolean' || isNumeric(value)) return isTrue(value);
  if (value instanceof SwitchParameter) return value.isPresent;
  throw scriptError('InvalidCastToBoolean', [toText(value), typeName]);
}

function toType(value: unknown, { name }: DotNetType): unknown {
  if (value === null || value instanceof TypeValue) return value;
  if (value instanceof ExceptionValue || typeof value !== 'string') throw cannotConvert(value, name);
  const type = coreTypes.find(value);
  if (!type) throw cannotConvert(value, name);
  return new TypeValue(type);
}
