import { equals } from '../operators/compare.ts';
import { isNumeric, numericType } from '../values/number-types.ts';

/** `Equals` of .NET: values of one type that are alike, objects that are one. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== typeof b) return false;
  if (typeof a === 'string') return false;
  if (isNumeric(a)) return isNumeric(b) && numericType(a) === numericType(b) && equals(a, b, 'match case');
  return (a as object).constructor === (b as object).constructor && equals(a, b, 'match case');
}

export const indexOfSame = (items: readonly unknown[], wanted: unknown): number =>
  items.findIndex((item) => sameValue(item, wanted));
