/** Flag of NspiBind: no account is meant, only the address book. [MS-OXNSPI] 2.2.1.11 */
export declare const bindFlag: {
    readonly anonymousLogin: 32;
};
/** Opens a session; the GUID that comes back stands in ephemeral entry ids. [MS-OXNSPI] 3.1.4.1.1 */
export declare const bind: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
/** Closes the session; its result is 1, not 0. [MS-OXNSPI] 3.1.4.1.2 */
export declare const unbind: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
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
