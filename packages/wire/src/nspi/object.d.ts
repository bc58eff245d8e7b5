/** Translates DNs into MIds; 0 for one that is unknown. [MS-OXNSPI] 3.1.4.1.13 */
export declare const dnToMinimalId: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
    readonly handle: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
        readonly attributes: import("../ndr.ts").NdrCodec<number>;
        readonly uuid: import("../ndr.ts").NdrCodec<string>;
    }>>;
    readonly reserved: import("../ndr.ts").NdrCodec<number>;
    readonly names: import("../ndr.ts").NdrCodec<(string | null)[]>;
}>, import("../codec.ts").InferFields<{
    readonly ids: import("../ndr.ts").NdrCodec<number[] | null>;
    readonly result: import("../ndr.ts").NdrCodec<number>;
}>>;
/** Lists the properties that an object has. [MS-OXNSPI] 3.1.4.1.6 */
export declare const getPropList: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
    readonly handle: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
        readonly attributes: import("../ndr.ts").NdrCodec<number>;
        readonly uuid: import("../ndr.ts").NdrCodec<string>;
    }>>;
    readonly flags: import("../ndr.ts").NdrCodec<number>;
    readonly id: import("../ndr.ts").NdrCodec<number>;
    readonly codePage: import("../ndr.ts").NdrCodec<number>;
}>, import("../codec.ts").InferFields<{
    readonly tags: import("../ndr.ts").NdrCodec<number[] | null>;
    readonly result: import("../ndr.ts").NdrCodec<number>;
}>>;
/** Reads properties of the object under the cursor. [MS-OXNSPI] 3.1.4.1.7 */
export declare const getProps: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
    readonly handle: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
        readonly attributes: import("../ndr.ts").NdrCodec<number>;
        readonly uuid: import("../ndr.ts").NdrCodec<string>;
    }>>;
    readonly flags: import("../ndr.ts").NdrCodec<number>;
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
}>, import("../codec.ts").InferFields<{
    readonly row: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
        readonly reserved: import("../ndr.ts").NdrCodec<number>;
        readonly values: import("../ndr.ts").NdrCodec<import("./property-value.ts").NspiPropertyValue[]>;
    }> | null>;
    readonly result: import("../ndr.ts").NdrCodec<number>;
}>>;
/** Changes properties of an object. [MS-OXNSPI] 3.1.4.1.14 */
export declare const modProps: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
    readonly row: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
        readonly reserved: import("../ndr.ts").NdrCodec<number>;
        readonly values: import("../ndr.ts").NdrCodec<import("./property-value.ts").NspiPropertyValue[]>;
    }>>;
}>, import("../codec.ts").InferFields<{
    readonly result: import("../ndr.ts").NdrCodec<number>;
}>>;
/** Flags of NspiGetTemplateInfo. [MS-OXNSPI] 2.2.1.16 */
export declare const templateFlag: {
    readonly template: 1;
    readonly script: 4;
    readonly emailTypes: 16;
    readonly helpFileName: 32;
    readonly helpFileContents: 64;
};
/** Reads the dialog template of a kind of object. [MS-OXNSPI] 3.1.4.1.20 */
export declare const getTemplateInfo: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
    readonly handle: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
        readonly attributes: import("../ndr.ts").NdrCodec<number>;
        readonly uuid: import("../ndr.ts").NdrCodec<string>;
    }>>;
    readonly flags: import("../ndr.ts").NdrCodec<number>;
    readonly type: import("../ndr.ts").NdrCodec<number>;
    readonly dn: import("../ndr.ts").NdrCodec<string | null>;
    readonly codePage: import("../ndr.ts").NdrCodec<number>;
    readonly locale: import("../ndr.ts").NdrCodec<number>;
}>, import("../codec.ts").InferFields<{
    readonly row: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
        readonly reserved: import("../ndr.ts").NdrCodec<number>;
        readonly values: import("../ndr.ts").NdrCodec<import("./property-value.ts").NspiPropertyValue[]>;
    }> | null>;
    readonly result: import("../ndr.ts").NdrCodec<number>;
}>>;
/** Adds or deletes values of a property that names other objects. [MS-OXNSPI] 3.1.4.1.15 */
export declare const modLinkAtt: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
    readonly handle: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
        readonly attributes: import("../ndr.ts").NdrCodec<number>;
        readonly uuid: import("../ndr.ts").NdrCodec<string>;
    }>>;
    readonly flags: import("../ndr.ts").NdrCodec<number>;
    readonly tag: import("../ndr.ts").NdrCodec<number>;
    readonly id: import("../ndr.ts").NdrCodec<number>;
    readonly entryIds: import("../ndr.ts").NdrCodec<Uint8Array<ArrayBufferLike>[]>;
}>, import("../codec.ts").InferFields<{
    readonly result: import("../ndr.ts").NdrCodec<number>;
}>>;
