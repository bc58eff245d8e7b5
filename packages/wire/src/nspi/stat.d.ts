import { type Infer } from '../ndr.ts';
/** Key of a row inside one NSPI session; values below 0x10 are positions, not rows. [MS-OXNSPI] 2.2.9.1 */
export declare const minimalId: import("../ndr.ts").NdrCodec<number>;
/** MIds that are positions of the cursor. [MS-OXNSPI] 2.2.1.8 */
export declare const position: {
    readonly beginning: 0;
    readonly current: 1;
    readonly end: 2;
};
/** The first MId that is a row. */
export declare const firstMinimalId = 16;
/** MIds that NspiResolveNames answers with. [MS-OXNSPI] 2.2.1.9 */
export declare const resolution: {
    readonly unresolved: 0;
    readonly ambiguous: 1;
    readonly resolved: 2;
};
/** Orders of a table; the last two show the values of a property instead of a container. [MS-OXNSPI] 2.2.1.10 */
export declare const sortType: {
    readonly displayName: 0;
    readonly phoneticDisplayName: 3;
    readonly displayNameReadOnly: 1000;
    readonly displayNameWritable: 1001;
};
/** Code pages that every server has. [MS-OXNSPI] 2.2.1.5 */
export declare const codePage: {
    readonly teletex: 20261;
    readonly unicode: 1200;
};
/** Cursor into an address book table; the client owns it and sends it with each call. [MS-OXNSPI] 2.2.8 */
export declare const stat: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
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
export type Stat = Infer<typeof stat>;
/** A cursor at the beginning of the global address list, in English. */
export declare const initialStat: Readonly<Stat>;
