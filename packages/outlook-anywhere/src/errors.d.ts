interface Proxy {
    /** Public name of the RPC proxy. */
    proxy: string;
}
interface Certificate extends Proxy {
    subject: string;
    issuer: string;
}
interface Endpoint extends Proxy {
    /** The server behind the proxy, as in the URL. */
    server: string;
    port: number;
}
/** Everything that can go wrong between this client and an Exchange organisation, by the step that failed, with what to do. */
export declare const errors: {
    readonly invalidOption: (context: {
        option: string;
        reason: string;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly hostNotFound: (context: Proxy, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly connectFailed: (context: Proxy & {
        port: number;
        reason: string;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly connectTimedOut: (context: Proxy & {
        port: number;
        ms: number;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly tlsFailed: (context: Proxy & {
        reason: string;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly certificateNotTrusted: (context: Certificate, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly certificateNameMismatch: (context: Certificate, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly certificateExpired: (context: Certificate, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly authenticationFailed: (context: Proxy & {
        scheme: string;
        userName: string;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly authenticationNotOffered: (context: Proxy & {
        scheme: string;
        offered: readonly string[];
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly accessForbidden: (context: Proxy, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly rpcProxyNotFound: (context: Proxy, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly httpFailed: (context: Proxy & {
        status: number;
        reason: string;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly notHttp: (context: Proxy & {
        reason: string;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly rpcServerUnavailable: (context: Endpoint & {
        code: number;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly protocolViolation: (context: {
        server: string;
        port: number;
        reason: string;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly handshakeTimedOut: (context: Endpoint & {
        ms: number;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly bindRejected: (context: {
        server: string;
        port: number;
        name: string;
        reason: string;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly rpcFault: (context: {
        operation: string;
        status: number;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly rpcAccessDenied: (context: {
        operation: string;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly connectionLost: (context: {
        server: string;
        port: number;
        reason: string;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly callTimedOut: (context: {
        operation: string;
        ms: number;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly closed: (context: {
        what: string;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly callInProgress: (context: {
        operation: string;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly directoryFailed: (context: {
        operation: string;
        result: number;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly nameNotResolved: (context: {
        name: string;
        server: string;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly mailboxAccessDenied: (context: {
        mailbox: string;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly mailboxNotFound: (context: {
        mailbox: string;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly mailboxDisabled: (context: {
        mailbox: string;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly mailboxElsewhere: (context: {
        mailbox: string;
        homeServer: string;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly logonFailed: (context: {
        mailbox: string;
        code: number;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly ropFailed: (context: {
        operation: string;
        code: number;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly folderNotFound: (context: {
        folder: string;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly serverBusy: (context: {
        operation: string;
        answers: number;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly streamBroken: (context: {
        reason: string;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly streamInvalid: (context: {
        reason: string;
        offset: number;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly itemUnreadable: (context: {
        id?: string | undefined;
        code: number;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly contentPassed: (context: {
        id: string;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
    readonly stateInvalid: (context: {
        reason: string;
    }, options?: ErrorOptions) => import("@cutover/base").SdkError;
};
export {};
