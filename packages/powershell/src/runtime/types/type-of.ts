import type { DotNetType } from './define-type.ts';
import { genericName } from './generic-types.ts';
import { Boxed } from '../values/boxed.ts';
import { classState } from '../values/class-instance.ts';
import { Dictionary, DictionaryEntry } from '../values/dictionary.ts';
import { EnumValue } from '../values/enum-value.ts';
import { ErrorRecord, ExceptionValue } from '../values/error-record.ts';
import { Char, isNumeric, numericType } from '../values/number-types.ts';
import { foreignTraits } from '../values/foreign-value.ts';
import { CustomObject } from '../values/ps-object.ts';
import { Reference } from '../values/reference.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { elementTypeOf } from '../values/typed-array.ts';
import { TypeValue } from '../values/type-value.ts';
import { knownTypes } from '../values/running-session.ts';

/** The full name of a value's .NET type; `$null` has none. */
export function typeNameOf(value: unknown): string {
  if (typeof value === 'string') return 'System.String';
  if (typeof value === 'boolean') return 'System.Boolean';
  if (isNumeric(value)) return numericName(numericType(value)!);
  if (Array.isArray(value)) return `${elementTypeOf(value)}[]`;
  if (typeof value === 'object' && value !== null) return objectTypeName(value);
  return 'System.Object';
}

const numericName = (type: string): string => (type === 'BigInteger' ? 'System.Numerics.BigInteger' : `System.${type}`);

function objectTypeName(value: object): string {
  const state = classState(value);
  if (state) return state.type.name;
  if (value instanceof CustomObject) return 'System.Management.Automation.PSCustomObject';
  if (value instanceof Char) return 'System.Char';
  if (value instanceof Boxed) return typeNameOf(value.value);
  if (value instanceof ScriptBlock) return 'System.Management.Automation.ScriptBlock';
  if (value instanceof TypeValue) return 'System.RuntimeType';
  if (value instanceof ErrorRecord) return 'System.Management.Automation.ErrorRecord';
  if (value instanceof DictionaryEntry) return 'System.Collections.DictionaryEntry';
  if (value instanceof Reference) return referenceName(value);
  if (value instanceof Dictionary || value instanceof EnumValue || value instanceof ExceptionValue)
    return value.typeName;
  const foreign = foreignTraits(value);
  if (foreign) return foreign.typeName;
  return 'typeName' in value && typeof value.typeName === 'string' ? value.typeName : 'System.Object';
}

/** A reference is one to the type of its value. */
function referenceName(reference: Reference): string {
  const value = reference.read();
  return genericName('System.Management.Automation.PSReference`1', [
    value === null ? 'System.Object' : typeNameOf(value),
  ]);
}

/** A value's type; one that is not declared has no members but those of every exception or object. */
export function typeOf(value: unknown): DotNetType {
  if (value instanceof EnumValue) return value.type;
  const state = typeof value === 'object' && value !== null ? classState(value) : undefined;
  if (state) return state.type;
  const name = typeNameOf(value);
  const base = value instanceof ExceptionValue ? 'System.Exception' : 'System.Object';
  return knownTypes().find(name) ?? { name, base };
}

/** `-is` for a type's full name. */
export const isOfType = (value: unknown, typeName: string): boolean =>
  value !== null && knownTypes().isAssignable(typeOf(value), typeName);
