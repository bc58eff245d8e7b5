import { position, type Stat } from '@cutover/wire/nspi';

/** Where a cursor stands in a table, 0-based; `rows.length` is the place behind the last row. */
export interface Place {
  readonly row: number;
  /** Rows by which the cursor went to get there. */
  readonly moved: number;
}

/** The row that the STAT names; undefined when there is none. [MS-OXNSPI] 3.1.4.5 */
function initialRow(rows: readonly number[], stat: Stat): number | undefined {
  if (stat.currentRec === position.beginning) return 0;
  if (stat.currentRec === position.end) return rows.length;
  if (stat.currentRec === position.current) return fractionalRow(rows.length, stat);
  const row = rows.indexOf(stat.currentRec);
  return row < 0 ? undefined : row;
}

/** The row at the fraction NumPos / TotalRecs, by the numbers of the client. [MS-OXNSPI] 3.1.4.5.2 */
function fractionalRow(total: number, { numPos, totalRecs }: Stat): number {
  if (totalRecs === 0) return 0;
  return Math.min(total, Math.floor((total * numPos) / totalRecs));
}

/** Moves by Delta from the row that the STAT names; undefined when the table does not have it. */
export function locate(rows: readonly number[], stat: Stat): Place | undefined {
  const from = initialRow(rows, stat);
  if (from === undefined) return undefined;
  const row = Math.max(0, Math.min(rows.length, from + stat.delta));
  return { row, moved: row - from };
}

/** The STAT of a cursor that stands on `row`. */
export function statAt(stat: Stat, rows: readonly number[], row: number): Stat {
  return { ...stat, currentRec: rows[row] ?? position.end, numPos: row, totalRecs: rows.length, delta: 0 };
}
