/** Lengths of a server's DN that RfrGetFQDNFromServerDN takes, NUL included. [MS-OXABREF] 3.1.4.2 */
export declare const serverDnLength: {
    readonly least: 10;
    readonly most: 1024;
};
/** The address book referral. [MS-OXABREF] */
export declare const rfrInterface: import("../operation.ts").InterfaceDefinition<{
    readonly getNewDsa: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
        readonly flags: import("../ndr.ts").NdrCodec<number>;
        readonly userDN: import("../ndr.ts").NdrCodec<string>;
        readonly unused: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
            readonly text: import("../ndr.ts").NdrCodec<string | null>;
        }> | null>;
        readonly server: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
            readonly text: import("../ndr.ts").NdrCodec<string | null>;
        }> | null>;
    }>, import("../codec.ts").InferFields<{
        readonly unused: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
            readonly text: import("../ndr.ts").NdrCodec<string | null>;
        }> | null>;
        readonly server: import("../ndr.ts").NdrCodec<import("../codec.ts").InferFields<{
            readonly text: import("../ndr.ts").NdrCodec<string | null>;
        }> | null>;
        readonly result: import("../ndr.ts").NdrCodec<number>;
    }>>;
    readonly getFqdnFromServerDn: import("../operation.ts").Operation<import("../codec.ts").InferFields<{
        readonly flags: import("../ndr.ts").NdrCodec<number>;
        readonly length: import("../ndr.ts").NdrCodec<number>;
        readonly serverDN: import("../ndr.ts").NdrCodec<string>;
    }>, import("../codec.ts").InferFields<{
        readonly fqdn: import("../ndr.ts").NdrCodec<string | null>;
        readonly result: import("../ndr.ts").NdrCodec<number>;
    }>>;
}>;
