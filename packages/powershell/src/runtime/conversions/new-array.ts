import { fittingLength } from '../errors/out-of-memory.ts';
import { netError } from '../errors/script-error.ts';
import type { DotNetType } from '../types/define-type.ts';
import { typedArray } from '../values/typed-array.ts';
import { convertTo } from './convert.ts';

/** What an element of a new array is before something is put there. */
export function defaultOf(type: DotNetType): unknown {
  if (type.defaultValue) return type.defaultValue();
  if (type.enumeration) return convertTo(0, type);
  return type.valueType && !type.name.startsWith('System.Nullable') ? convertTo(null, type) : null;
}

/** A new array of so many elements. */
export const newArray = (type: DotNetType, length: number): unknown[] => {
  if (length < 0) throw netError('System.OverflowException', 'Arithmetic operation resulted in an overflow.');
  return typedArray(
    type.name,
    Array.from({ length: fittingLength(length) }, () => defaultOf(type)),
  );
};
