/** The replica of the example: what its id stands for. */
export declare const exampleReplica: {
    readonly replicaId: 1;
    readonly replicaGuid: 'aabbccdd-eeff-0011-2233-445566778899';
};
/** Parts of a contentsSync of one message, one deletion and one read mark, written by hand after [MS-OXCFXICS] 2.2.4. */
export declare const exampleParts: {
    readonly change: Uint8Array<ArrayBufferLike>;
    readonly header: Uint8Array<ArrayBufferLike>;
    readonly message: Uint8Array<ArrayBufferLike>;
    readonly content: Uint8Array<ArrayBufferLike>;
    readonly deletions: Uint8Array<ArrayBufferLike>;
    readonly readState: Uint8Array<ArrayBufferLike>;
    readonly errorInfo: Uint8Array<ArrayBufferLike>;
    readonly state: Uint8Array<ArrayBufferLike>;
};
/** The whole stream; SHA-256 5a9b24d38f0681057124178e3351eb1eafb4bb8fa6e45e085c02dd9c7f5d49dc. */
export declare const exampleStream: Buffer<ArrayBuffer>;
