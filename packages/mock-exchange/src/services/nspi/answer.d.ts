import { type Stat } from '@cutover/wire/nspi';
/** Thrown by a handler to answer by a code instead of rows; the STAT then stays as it was. */
export declare class NspiError extends Error {
    readonly result: number;
    constructor(result: number);
}
/** Ends the call with the code unless the condition holds. */
export declare function demand(condition: boolean, result: number): asserts condition;
/** The value, or the end of the call with the code. */
export declare function required<T>(value: T | undefined, result: number): T;
/** Constraint 1 of nearly every call: Unicode is no code page of a table. [MS-OXNSPI] 3.1.4.1.4 */
export declare function demandCodePage({ codePage }: Pick<Stat, 'codePage'>): void;
