import { type Infer, type NdrCodec } from '../ndr.ts';
/** Kinds of restriction. [MS-OXNSPI] 2.2.7 */
export declare const restrictionType: {
    readonly and: 0;
    readonly or: 1;
    readonly not: 2;
    readonly content: 3;
    readonly property: 4;
    readonly compareProperties: 5;
    readonly bitMask: 6;
    readonly size: 7;
    readonly exist: 8;
    readonly subObject: 9;
};
/** How a property restriction compares. [MS-OXCDATA] 2.12.5.1 */
export declare const relationalOperator: {
    readonly lessThan: 0;
    readonly lessThanOrEqual: 1;
    readonly greaterThan: 2;
    readonly greaterThanOrEqual: 3;
    readonly equal: 4;
    readonly notEqual: 5;
    /** Of a tag: membership in the group that the value names. */
    readonly memberOf: 100;
};
/** How a content restriction looks at text: the low half is one of the first three. [MS-OXCDATA] 2.12.4.1 */
export declare const fuzzyLevel: {
    readonly fullString: 0;
    readonly subString: 1;
    readonly prefix: 2;
    readonly ignoreCase: 65536;
    readonly loose: 262144;
};
declare const content: NdrCodec<import("../codec.ts").InferFields<{
    readonly fuzzyLevel: NdrCodec<number>;
    readonly tag: NdrCodec<number>;
    readonly value: NdrCodec<import("./property-value.ts").NspiPropertyValue | null>;
}>>;
declare const property: NdrCodec<import("../codec.ts").InferFields<{
    readonly relation: NdrCodec<number>;
    readonly tag: NdrCodec<number>;
    readonly value: NdrCodec<import("./property-value.ts").NspiPropertyValue | null>;
}>>;
declare const compareProperties: NdrCodec<import("../codec.ts").InferFields<{
    readonly relation: NdrCodec<number>;
    readonly tag1: NdrCodec<number>;
    readonly tag2: NdrCodec<number>;
}>>;
declare const bitMask: NdrCodec<import("../codec.ts").InferFields<{
    readonly relation: NdrCodec<number>;
    readonly tag: NdrCodec<number>;
    readonly mask: NdrCodec<number>;
}>>;
declare const size: NdrCodec<import("../codec.ts").InferFields<{
    readonly relation: NdrCodec<number>;
    readonly tag: NdrCodec<number>;
    readonly size: NdrCodec<number>;
}>>;
declare const exist: NdrCodec<import("../codec.ts").InferFields<{
    readonly reserved1: NdrCodec<number>;
    readonly tag: NdrCodec<number>;
    readonly reserved2: NdrCodec<number>;
}>>;
interface SubObject {
    subObject: number;
    restriction: Restriction | null;
}
/** A condition on rows. `tag` is one of `restrictionType`. */
export type Restriction = {
    tag: 0 | 1;
    value: Restriction[];
} | {
    tag: 2;
    value: Restriction | null;
} | {
    tag: 3;
    value: Infer<typeof content>;
} | {
    tag: 4;
    value: Infer<typeof property>;
} | {
    tag: 5;
    value: Infer<typeof compareProperties>;
} | {
    tag: 6;
    value: Infer<typeof bitMask>;
} | {
    tag: 7;
    value: Infer<typeof size>;
} | {
    tag: 8;
    value: Infer<typeof exist>;
} | {
    tag: 9;
    value: SubObject;
};
export declare const restriction: NdrCodec<Restriction>;
export {};
