/** Bytes written as hex digits, white space between them as one likes. */
export declare function hex(strings: TemplateStringsArray, ...values: readonly string[]): Uint8Array;
