/** Flags of NspiQueryRows and NspiGetProps. [MS-OXNSPI] 2.2.1.12 */
export declare const retrieveFlag: {
    readonly skipObjects: 1;
    readonly ephemeralId: 2;
};
/** Moves the cursor by `stat.delta` and tells where it stands. [MS-OXNSPI] 3.1.4.1.4 */
export declare const updateStat: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
    readonly delta: import("../ndr.ts").NdrCodec<number | null>;
}>, import("../codec.ts").InferFields<{
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
    readonly delta: import("../ndr.ts").NdrCodec<number | null>;
    readonly result: import("../ndr.ts").NdrCodec<number>;
}>>;
/** Reads `count` rows from the cursor on, or exactly the rows in `explicitIds`. [MS-OXNSPI] 3.1.4.1.8 */
export declare const queryRows: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
    readonly explicitCount: import("../ndr.ts").NdrCodec<number>;
    readonly explicitIds: import("../ndr.ts").NdrCodec<number[] | null>;
    readonly count: import("../ndr.ts").NdrCodec<number>;
    readonly tags: import("../ndr.ts").NdrCodec<number[] | null>;
}>, import("../codec.ts").InferFields<{
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
    readonly rows: import("../ndr.ts").NdrCodec<import("./property-value.ts").NspiRow[] | null>;
    readonly result: import("../ndr.ts").NdrCodec<number>;
}>>;
/** Finds the first row at or behind a display name. [MS-OXNSPI] 3.1.4.1.9 */
export declare const seekEntries: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
    readonly target: import("../ndr.ts").NdrCodec<import("./property-value.ts").NspiPropertyValue>;
    readonly explicitIds: import("../ndr.ts").NdrCodec<number[] | null>;
    readonly tags: import("../ndr.ts").NdrCodec<number[] | null>;
}>, import("../codec.ts").InferFields<{
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
    readonly rows: import("../ndr.ts").NdrCodec<import("./property-value.ts").NspiRow[] | null>;
    readonly result: import("../ndr.ts").NdrCodec<number>;
}>>;
/** Finds the rows that a restriction lets through, or the objects that a property names. [MS-OXNSPI] 3.1.4.1.10 */
export declare const getMatches: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
    readonly handle: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
        readonly attributes: import("../ndr.ts").NdrCodec<number>;
        readonly uuid: import("../ndr.ts").NdrCodec<string>;
    }>>;
    readonly reserved1: import("../ndr.ts").NdrCodec<number>;
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
    readonly reserved: import("../ndr.ts").NdrCodec<number[] | null>;
    readonly reserved2: import("../ndr.ts").NdrCodec<number>;
    readonly filter: import("../ndr.ts").NdrCodec<import("./restriction.ts").Restriction | null>;
    readonly propertyName: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
        readonly set: import("../ndr.ts").NdrCodec<string | null>;
        readonly reserved: import("../ndr.ts").NdrCodec<number>;
        readonly id: import("../ndr.ts").NdrCodec<number>;
    }> | null>;
    readonly requested: import("../ndr.ts").NdrCodec<number>;
    readonly tags: import("../ndr.ts").NdrCodec<number[] | null>;
}>, import("../codec.ts").InferFields<{
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
    readonly ids: import("../ndr.ts").NdrCodec<number[] | null>;
    readonly rows: import("../ndr.ts").NdrCodec<import("./property-value.ts").NspiRow[] | null>;
    readonly result: import("../ndr.ts").NdrCodec<number>;
}>>;
/** Sorts an explicit table. [MS-OXNSPI] 3.1.4.1.11 */
export declare const resortRestriction: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
    readonly ids: import("../ndr.ts").NdrCodec<number[]>;
    readonly sortedIds: import("../ndr.ts").NdrCodec<number[] | null>;
}>, import("../codec.ts").InferFields<{
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
    readonly sortedIds: import("../ndr.ts").NdrCodec<number[] | null>;
    readonly result: import("../ndr.ts").NdrCodec<number>;
}>>;
/** Compares the places of two objects in a container. [MS-OXNSPI] 3.1.4.1.12 */
export declare const compareMinimalIds: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
    readonly id1: import("../ndr.ts").NdrCodec<number>;
    readonly id2: import("../ndr.ts").NdrCodec<number>;
}>, import("../codec.ts").InferFields<{
    readonly order: import("../ndr.ts").NdrCodec<number>;
    readonly result: import("../ndr.ts").NdrCodec<number>;
}>>;
/** Flags of NspiGetSpecialTable. [MS-OXNSPI] 2.2.1.13 */
export declare const specialTableFlag: {
    readonly creationTemplates: 2;
    readonly unicodeStrings: 4;
};
/** Reads the hierarchy of containers, or the templates to create objects by. [MS-OXNSPI] 3.1.4.1.3 */
export declare const getSpecialTable: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
    readonly version: import("../ndr.ts").NdrCodec<number>;
}>, import("../codec.ts").InferFields<{
    readonly version: import("../ndr.ts").NdrCodec<number>;
    readonly rows: import("../ndr.ts").NdrCodec<import("./property-value.ts").NspiRow[] | null>;
    readonly result: import("../ndr.ts").NdrCodec<number>;
}>>;
