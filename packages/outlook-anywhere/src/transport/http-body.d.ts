/** Tells which of the bytes that arrive belong to the body of a response; carries what it must from one read to the next. */
export interface BodyDecoder {
    /** Calls `sink` with each piece of the body in `bytes`, as views; returns false once the body is over. */
    push(bytes: Uint8Array, sink: (piece: Uint8Array) => void): boolean;
}
/** A body of a given length. */
export declare function lengthDecoder(length: number): BodyDecoder;
/** A body in chunks (Transfer-Encoding: chunked). RFC 9112 7.1 */
export declare function chunkedDecoder(): BodyDecoder;
