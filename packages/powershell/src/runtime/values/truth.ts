import { Boxed } from './boxed.ts';
import { EnumValue } from './enum-value.ts';
import { listOf } from './enumerate.ts';
import { Char, isNumeric, toNumber } from './number-types.ts';
import { nothing } from './nothing.ts';
import { CustomObject } from './ps-object.ts';
import { SwitchParameter } from './switch-parameter.ts';

/** What a condition makes of a value. Source: LanguagePrimitives.IsTrue. */
export function isTrue(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return value !== '';
  if (typeof value === 'number') return value !== 0;
  if (value === null || value === undefined || value === nothing) return false;
  return isNumeric(value) ? toNumber(value) !== 0 : isTrueObject(value);
}

function isTrueObject(value: unknown): boolean {
  if (value instanceof SwitchParameter) return value.isPresent;
  if (value instanceof EnumValue) return value.value !== 0;
  if (value instanceof Char) return value.value !== '\0';
  if (value instanceof CustomObject) return true;
  if (value instanceof Boxed) return isTrue(value.value);
  const items = listOf(value);
  if (!items) return true;
  if (items.length !== 1) return items.length > 1;
  const [only] = items;
  return listOf(only) ? listOf(only)!.length > 0 : isTrue(only);
}
