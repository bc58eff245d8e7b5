import { type NdrCodec } from '../ndr.ts';
import type { SinglePropertyValue } from '../properties/property-value.ts';
/** A value in the address book: as in mailboxes, and null for a null pointer and for objects, which have no value. */
export type NspiValue = SinglePropertyValue | null | readonly (SinglePropertyValue | null)[];
/** One column of a row: PropertyValue_r. */
export interface NspiPropertyValue {
    tag: number;
    value: NspiValue;
}
/** Types that a value in the address book can have; a server refuses to compare or return others. */
export declare const nspiPropertyTypes: ReadonlySet<number>;
export declare const propertyValue: NdrCodec<NspiPropertyValue>;
/** A row: its columns in the order asked for. [MS-OXNSPI] 2.2.5 */
export declare const propertyRow: NdrCodec<import("../codec.ts").InferFields<{
    readonly reserved: NdrCodec<number>;
    readonly values: NdrCodec<NspiPropertyValue[]>;
}>>;
/** Rows without the count that stands before them. [MS-OXNSPI] 2.2.6 */
export declare const propertyRowSet: NdrCodec<NspiRow[]>;
/** A row as read or written. */
export interface NspiRow {
    reserved: number;
    values: NspiPropertyValue[];
}
/** Makes a row of its columns. */
export declare const nspiRow: (values: NspiPropertyValue[]) => NspiRow;
