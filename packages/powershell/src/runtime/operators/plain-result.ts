import { double } from '../values/number-types.ts';

/** What two plain numbers give: of two Int32 an Int32, or the Double that it overflows to; else a Double. */
export const plainResult = (left: number, right: number, result: number): unknown =>
  left === (left | 0) && right === (right | 0) ? result + 0 : double(result);
