import { type PropertyCell, sortDirection, type SortOrder } from '@cutover/wire/rop';
import { compareCells } from './matches.ts';
import type { PropertyBag } from './property-bag.ts';

/** One row: its properties, made when they are first looked at. */
export interface TableRow {
  /** Tells it from all other rows of its table, also when that was read anew. */
  readonly key: number | bigint;
  bag(): PropertyBag;
}

/** The order of two rows by their cells of these columns. A row without the property comes first. */
export function compareKeys(
  left: readonly PropertyCell[],
  right: readonly PropertyCell[],
  orders: readonly SortOrder[],
): number {
  for (const [index, { order }] of orders.entries()) {
    const [one, other] = [left[index], right[index]];
    const result = compareCells(one, other) ?? Number(one !== undefined) - Number(other !== undefined);
    if (result !== 0) return order === sortDirection.descending ? -result : result;
  }
  return 0;
}
