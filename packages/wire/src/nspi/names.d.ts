import { type Infer } from '../ndr.ts';
/** A property's name: a set and a number in it. [MS-OXNSPI] 2.2.3.1 */
export declare const propertyName: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
    readonly set: import("../ndr.ts").NdrCodec<string | null>;
    readonly reserved: import("../ndr.ts").NdrCodec<number>;
    readonly id: import("../ndr.ts").NdrCodec<number>;
}>>;
export type NspiPropertyName = Infer<typeof propertyName>;
/** Flag of NspiQueryColumns: string columns as Unicode. [MS-OXNSPI] 2.2.1.14 */
export declare const queryColumnsFlag: {
    readonly unicode: 2147483648;
};
/** Lists the columns that the server knows. [MS-OXNSPI] 3.1.4.1.5 */
export declare const queryColumns: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
    readonly handle: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
        readonly attributes: import("../ndr.ts").NdrCodec<number>;
        readonly uuid: import("../ndr.ts").NdrCodec<string>;
    }>>;
    readonly reserved: import("../ndr.ts").NdrCodec<number>;
    readonly flags: import("../ndr.ts").NdrCodec<number>;
}>, import("../codec.ts").InferFields<{
    readonly tags: import("../ndr.ts").NdrCodec<number[] | null>;
    readonly result: import("../ndr.ts").NdrCodec<number>;
}>>;
/** Translates tags into names. [MS-NSPI] 3.1.4.16 */
export declare const getNamesFromIds: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
    readonly handle: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
        readonly attributes: import("../ndr.ts").NdrCodec<number>;
        readonly uuid: import("../ndr.ts").NdrCodec<string>;
    }>>;
    readonly reserved: import("../ndr.ts").NdrCodec<number>;
    readonly set: import("../ndr.ts").NdrCodec<string | null>;
    readonly tags: import("../ndr.ts").NdrCodec<number[] | null>;
}>, import("../codec.ts").InferFields<{
    readonly tags: import("../ndr.ts").NdrCodec<number[] | null>;
    readonly names: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
        readonly set: import("../ndr.ts").NdrCodec<string | null>;
        readonly reserved: import("../ndr.ts").NdrCodec<number>;
        readonly id: import("../ndr.ts").NdrCodec<number>;
    }>[] | null>;
    readonly result: import("../ndr.ts").NdrCodec<number>;
}>>;
/** Translates names into tags. [MS-NSPI] 3.1.4.17 */
export declare const getIdsFromNames: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
    readonly handle: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
        readonly attributes: import("../ndr.ts").NdrCodec<number>;
        readonly uuid: import("../ndr.ts").NdrCodec<string>;
    }>>;
    readonly reserved: import("../ndr.ts").NdrCodec<number>;
    readonly flags: import("../ndr.ts").NdrCodec<number>;
    readonly count: import("../ndr.ts").NdrCodec<number>;
    readonly names: import("../ndr.ts").NdrCodec<(import("../codec.ts").InferFields<{
        readonly set: import("../ndr.ts").NdrCodec<string | null>;
        readonly reserved: import("../ndr.ts").NdrCodec<number>;
        readonly id: import("../ndr.ts").NdrCodec<number>;
    }> | null)[]>;
}>, import("../codec.ts").InferFields<{
    readonly tags: import("../ndr.ts").NdrCodec<number[] | null>;
    readonly result: import("../ndr.ts").NdrCodec<number>;
}>>;
/** Resolves names that a person typed, 8-bit in the call's code page. [MS-OXNSPI] 3.1.4.1.16 */
export declare const resolveNames: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
    readonly handle: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
        readonly attributes: import("../ndr.ts").NdrCodec<number>;
        readonly uuid: import("../ndr.ts").NdrCodec<string>;
    }>>;
    readonly reserved: import("../ndr.ts").NdrCodec<number>;
    readonly stat: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
        readonly sortType: import("../ndr.ts").NdrCodec<number>;
        readonly containerId: import("../ndr.ts").NdrCodec<number>;
        readonly currentRec: import("../ndr.ts").NdrCodec<number>;
        readonly delta: import("../ndr.ts").NdrCodec<number>;
        readonly numPos: import("../ndr.ts").NdrCodec<number>;
        readonly totalRecs: import("../ndr.ts").NdrCodec<number>;
        readonly codePage: import("../ndr.ts").NdrCodec<number>;
        readonly templateLocale: import("../ndr.ts").NdrCodec<number>;
        readonly sortLocale: import("../ndr.ts").NdrCodec<number>;
    }>>;
    readonly tags: import("../ndr.ts").NdrCodec<number[] | null>;
    readonly names: import("../ndr.ts").NdrCodec<(string | null)[]>;
}>, import("../codec.ts").InferFields<{
    readonly ids: import("../ndr.ts").NdrCodec<number[] | null>;
    readonly rows: import("../ndr.ts").NdrCodec<import("./property-value.ts").NspiRow[] | null>;
    readonly result: import("../ndr.ts").NdrCodec<number>;
}>>;
/** Resolves names that a person typed. [MS-OXNSPI] 3.1.4.1.17 */
export declare const resolveNamesW: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
    readonly handle: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
        readonly attributes: import("../ndr.ts").NdrCodec<number>;
        readonly uuid: import("../ndr.ts").NdrCodec<string>;
    }>>;
    readonly reserved: import("../ndr.ts").NdrCodec<number>;
    readonly stat: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
        readonly sortType: import("../ndr.ts").NdrCodec<number>;
        readonly containerId: import("../ndr.ts").NdrCodec<number>;
        readonly currentRec: import("../ndr.ts").NdrCodec<number>;
        readonly delta: import("../ndr.ts").NdrCodec<number>;
        readonly numPos: import("../ndr.ts").NdrCodec<number>;
        readonly totalRecs: import("../ndr.ts").NdrCodec<number>;
        readonly codePage: import("../ndr.ts").NdrCodec<number>;
        readonly templateLocale: import("../ndr.ts").NdrCodec<number>;
        readonly sortLocale: import("../ndr.ts").NdrCodec<number>;
    }>>;
    readonly tags: import("../ndr.ts").NdrCodec<number[] | null>;
    readonly names: import("../ndr.ts").NdrCodec<(string | null)[]>;
}>, import("../codec.ts").InferFields<{
    readonly ids: import("../ndr.ts").NdrCodec<number[] | null>;
    readonly rows: import("../ndr.ts").NdrCodec<import("./property-value.ts").NspiRow[] | null>;
    readonly result: import("../ndr.ts").NdrCodec<number>;
}>>;
