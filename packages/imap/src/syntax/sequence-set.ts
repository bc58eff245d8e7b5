import { imapErrors } from '../errors.ts';
import { imapLimits } from '../limits.ts';
import type { Cursor } from './cursor.ts';

/** One range of a set; `*` is the last message that there is. */
interface SequenceRange {
  readonly from: number | '*';
  readonly to: number | '*';
}
/** RFC 3501 9 (sequence-set) */
export type SequenceSet = readonly SequenceRange[];

export function parseSequenceSet(cursor: Cursor): SequenceSet {
  const ranges: SequenceRange[] = [];
  do {
    const from = parseNumber(cursor);
    ranges.push({ from, to: cursor.accept(':') ? parseNumber(cursor) : from });
    if (ranges.length > imapLimits.ranges) throw imapErrors.badCommand({ reason: 'Sequence set too long' });
  } while (cursor.accept(','));
  return ranges;
}

function parseNumber(cursor: Cursor): number | '*' {
  if (cursor.accept('*')) return '*';
  const number = cursor.number();
  if (number === 0) throw imapErrors.badCommand({ reason: 'Sequence numbers begin with 1' });
  return number;
}

/** The ranges with their ends in order, `*` being `last`. */
export const resolveSet = (set: SequenceSet, last: number): { low: number; high: number }[] =>
  set.map(({ from, to }) => {
    const [left, right] = [from === '*' ? last : from, to === '*' ? last : to];
    return { low: Math.min(left, right), high: Math.max(left, right) };
  });

/** Tells which of some ascending numbers a set names. */
export function selectNumbers(numbers: readonly number[], set: SequenceSet): number[] {
  const ranges = resolveSet(set, numbers.at(-1) ?? 0);
  return numbers.filter((number) => ranges.some(({ low, high }) => number >= low && number <= high));
}

/** Ascending numbers as a set: `1:3,7`. */
export function formatSet(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([low, high]) => (low === high ? String(low) : `${low}:${high}`)).join(',');
}
