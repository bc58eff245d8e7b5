import type { Cursor } from '../../syntax/cursor.ts';
import { parseSequenceSet, type SequenceSet } from '../../syntax/sequence-set.ts';

/** A set that is the first of several arguments. */
export function parseSet(cursor: Cursor): SequenceSet {
  cursor.space();
  const set = parseSequenceSet(cursor);
  cursor.space();
  return set;
}
