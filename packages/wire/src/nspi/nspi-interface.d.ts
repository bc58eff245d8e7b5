/** The address book. Number 15 is reserved and not declared. [MS-OXNSPI] 3.1.4.1 */
export declare const nspiInterface: import("../operation.ts").InterfaceDefinition<{
    readonly bind: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
        readonly serverGuid: import("../ndr.ts").NdrCodec<string | null>;
    }>, import("../codec.ts").InferFields<{
        readonly serverGuid: import("../ndr.ts").NdrCodec<string | null>;
        readonly handle: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
            readonly attributes: import("../ndr.ts").NdrCodec<number>;
            readonly uuid: import("../ndr.ts").NdrCodec<string>;
        }>>;
        readonly result: import("../ndr.ts").NdrCodec<number>;
    }>>;
    readonly unbind: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
        readonly handle: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
            readonly attributes: import("../ndr.ts").NdrCodec<number>;
            readonly uuid: import("../ndr.ts").NdrCodec<string>;
        }>>;
        readonly reserved: import("../ndr.ts").NdrCodec<number>;
    }>, import("../codec.ts").InferFields<{
        readonly handle: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
            readonly attributes: import("../ndr.ts").NdrCodec<number>;
            readonly uuid: import("../ndr.ts").NdrCodec<string>;
        }>>;
        readonly result: import("../ndr.ts").NdrCodec<number>;
    }>>;
    readonly updateStat: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
    readonly queryRows: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
    readonly seekEntries: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
    readonly getMatches: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
    readonly resortRestriction: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
    readonly dnToMinimalId: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
    readonly getPropList: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
    readonly getProps: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
    readonly compareMinimalIds: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
    readonly modProps: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
    readonly getSpecialTable: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
    readonly getTemplateInfo: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
    readonly modLinkAtt: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
    readonly queryColumns: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
    readonly getNamesFromIds: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
    readonly getIdsFromNames: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
    readonly resolveNames: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
    readonly resolveNamesW: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
}>;
