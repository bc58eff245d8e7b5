import { type Stat } from '@cutover/wire/nspi';
/** Where a cursor stands in a table, 0-based; `rows.length` is the place behind the last row. */
export interface Place {
    readonly row: number;
    /** Rows by which the cursor went to get there. */
    readonly moved: number;
}
/** Moves by Delta from the row that the STAT names; undefined when the table does not have it. */
export declare function locate(rows: readonly number[], stat: Stat): Place | undefined;
/** The STAT of a cursor that stands on `row`. */
export declare function statAt(stat: Stat, rows: readonly number[], row: number): Stat;
