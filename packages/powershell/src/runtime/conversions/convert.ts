import { isScriptError } from '../errors/is-script-error.ts';
import type { DotNetType } from '../types/define-type.ts';
import { typeOf } from '../types/type-of.ts';
import { Boxed } from '../values/boxed.ts';
import type { Dictionary } from '../values/dictionary.ts';
import { nothing } from '../values/nothing.ts';
import { CustomObject } from '../values/ps-object.ts';
import { toText } from '../values/to-text.ts';
import { figureConversion } from './figure-conversion.ts';

/** A value as one of a type; throws the original's error when it cannot be. Source: LanguagePrimitives.ConvertTo. */
export function convertTo(given: unknown, type: DotNetType): unknown {
  if (isAlready(given, type.name)) return given;
  if (given instanceof Boxed) return convertBoxed(given, type);
  const value = given === nothing || given === undefined ? null : given;
  return figureConversion(value === null ? undefined : typeOf(value), type, convertTo).convert(value, type);
}

/** A type for any object takes it as it is. */
const convertBoxed = (given: Boxed, type: DotNetType): unknown =>
  type.name === 'System.Object' || type.name === 'System.Management.Automation.PSObject'
    ? given
    : convertTo(given.value, type);

/** The conversions that ask for nothing, found without looking for the value's type. */
function isAlready(value: unknown, typeName: string): boolean {
  if (typeof value === 'string') return typeName === 'System.String' || typeName === 'System.Object';
  if (typeof value === 'number') return typeName === 'System.Int32' && value === (value | 0);
  return typeof value === 'boolean' && typeName === 'System.Boolean';
}

/** How well a value fits a type; 0 when it does not. */
export const conversionRank = (value: unknown, type: DotNetType): number =>
  figureConversion(value === null ? undefined : typeOf(value), type, convertTo).rank;

/** How well a type fits another. */
export const typeRank = (from: DotNetType, to: DotNetType): number => figureConversion(from, to, convertTo).rank;

/** `-as`: null where convertTo throws. */
export function convertAs(value: unknown, type: DotNetType): unknown {
  try {
    return convertTo(value, type);
  } catch (error) {
    if (isScriptError(error)) return null;
    throw error;
  }
}

/** `[pscustomobject]@{}`: the pairs become notes. */
export function toCustomObject(map: Dictionary): CustomObject {
  const object = new CustomObject();
  for (const [key, value] of map.pairs()) {
    if (toText(key).toLowerCase() === 'pstypename') object.typeNames = [toText(value), ...object.typeNames];
    else object.setNote(toText(key), value);
  }
  return object;
}
