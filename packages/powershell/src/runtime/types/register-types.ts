import { multiArrayMembers } from './array-type-table.ts';
import { defineDates } from './date-traits.ts';
import { coreTypes } from './type-registry.ts';
import { typeShelves } from './type-shelves.ts';
import { defineValues } from './value-traits.ts';

let isDone = false;

/** Makes the core types known; to be called before a script runs. */
export function registerTypes(): void {
  if (isDone) return;
  isDone = true;
  defineDates();
  defineValues();
  coreTypes.multiArray = () => multiArrayMembers;
  for (const shelf of typeShelves) coreTypes.addShelf(shelf);
}
