/** The head of an HTTP/1.x response. Header names are lower case; a name that comes twice keeps every value. */
export interface HttpHead {
    readonly minorVersion: number;
    readonly status: number;
    readonly reason: string;
    readonly headers: ReadonlyMap<string, readonly string[]>;
}
/** Reads a response head, without the empty line that ends it; undefined if it is none. RFC 9112 */
export declare function parseHttpHead(text: string): HttpHead | undefined;
/** The authentication schemes that a 401 offers, with what follows each name. */
export declare function offeredSchemes(head: HttpHead): ReadonlyMap<string, string>;
