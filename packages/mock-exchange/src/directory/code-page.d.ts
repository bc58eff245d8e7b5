/** Whether the server can show 8-bit strings in the code page. Unicode is no code page of 8-bit strings. */
export declare const isSupportedCodePage: (page: number) => boolean;
/** Text as a string with one character for each byte of the code page; what it lacks becomes a question mark. */
export declare function toCodePage(text: string, page: number): string;
/** The text of a string with one character for each byte of the code page. */
export declare function fromCodePage(bytes: string, page: number): string;
