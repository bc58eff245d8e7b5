import type { Restriction } from '@cutover/wire/rop';
import { cellOf, type CellOptions } from './cell.ts';
import { matches, type RestrictedRow } from './matches.ts';
import type { PropertyBag } from './property-bag.ts';

const rowOf = (bag: PropertyBag, options: CellOptions): RestrictedRow => ({
  cell: (tag) => cellOf(bag, tag, options),
  parts: (tag) => bag.partsOf(tag).map((part) => rowOf(part, options)),
});

/** Whether an object fulfils a restriction, its properties read as the options say. */
export const fulfils = (restriction: Restriction, bag: PropertyBag, options: CellOptions): boolean =>
  matches(restriction, rowOf(bag, options));
