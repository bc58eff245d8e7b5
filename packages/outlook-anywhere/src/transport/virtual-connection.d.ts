import type { Proxy, RpcEndpoint } from '../proxy.ts';
/** Takes what arrives on a virtual connection. */
export interface PduSink {
    /** One RPC PDU, a view that is valid until this returns. Throwing ends the connection with that error. */
    readonly pdu: (view: Uint8Array) => void;
    /** Once: after this no PDU comes. */
    readonly end: (error: Error) => void;
}
/** An IN and an OUT channel through the proxy, joined: PDUs to and from one server. [MS-RPCH] 3.2.2 */
export interface VirtualConnection {
    /** Bytes of RPC PDUs so far, the larger of both directions. */
    readonly traffic: number;
    /** Sends one RPC PDU; the promise, if there is one, waits for room in the receiver's window. */
    send(pdu: Uint8Array): Promise<void> | undefined;
    close(): void;
}
/** Opens both channels and waits until server and proxy have joined them. [MS-RPCH] 3.2.2.4.1 */
export declare function openVirtualConnection(proxy: Proxy, endpoint: RpcEndpoint, sink: PduSink, signal: AbortSignal): Promise<VirtualConnection>;
