declare const results: {
    readonly success: 0;
    readonly unbindSuccess: 1;
    readonly errorsReturned: 263040;
    readonly generalFailure: 2147500037;
    readonly accessDenied: 2147942405;
    readonly outOfMemory: 2147942414;
    readonly invalidParameter: 2147942487;
    readonly notSupported: 2147746050;
    readonly invalidObject: 2147746056;
    readonly outOfResources: 2147746062;
    readonly notFound: 2147746063;
    readonly logonFailed: 2147746065;
    readonly tooComplex: 2147746071;
    readonly invalidCodePage: 2147746078;
    readonly invalidLocale: 2147746079;
    readonly tableTooBig: 2147746819;
    readonly invalidBookmark: 2147746821;
};
/** What the calls of the address book return. [MS-OXNSPI] 2.2.2, numbers from [MS-OXCDATA] 2.4 */
export declare const nspiResult: Readonly<Record<keyof typeof results, number>>;
export {};
