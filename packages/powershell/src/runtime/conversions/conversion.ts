import type { DotNetType } from '../types/define-type.ts';

/** How values of one type become values of another, and how well they fit. */
export interface Conversion {
  readonly rank: number;
  readonly convert: (value: unknown, type: DotNetType) => unknown;
}
