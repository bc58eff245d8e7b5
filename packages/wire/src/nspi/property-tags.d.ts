/** Tags, or MIds, in the order asked for. [MS-OXNSPI] 2.2.1.1 */
export declare const propertyTags: import("../ndr.ts").NdrCodec<number[]>;
/** 8-bit strings in the code page of the call; each byte is one character. [MS-OXNSPI] 2.2.1.2 */
export declare const strings8: import("../ndr.ts").NdrCodec<(string | null)[]>;
/** [MS-OXNSPI] 2.2.1.3 */
export declare const strings16: import("../ndr.ts").NdrCodec<(string | null)[]>;
