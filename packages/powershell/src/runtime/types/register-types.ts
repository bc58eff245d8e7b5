import { multiArrayMembers } from './array-type-table.ts';
import { coreTypes } from './type-registry.ts';
import { typeShelves } from './type-shelves.ts';

let isDone = false;

/** Makes the core types known; to be called before a script runs. */
export function registerTypes(): void {
  if (isDone) return;
  isDone = true;
  coreTypes.multiArray = () => multiArrayMembers;
  for (const shelf of typeShelves) coreTypes.addShelf(shelf);
}
