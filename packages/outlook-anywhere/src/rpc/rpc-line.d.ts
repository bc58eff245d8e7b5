import type { InterfaceDefinition } from '@cutover/wire';
import type { RpcAuthentication } from '../options.ts';
import type { Proxy, RpcEndpoint } from '../proxy.ts';
/** What a line is bound to, and how. */
export interface RpcLineOptions {
    readonly proxy: Proxy;
    readonly endpoint: RpcEndpoint;
    readonly interface: InterfaceDefinition;
    readonly authentication: RpcAuthentication;
    /** Joins the association of an earlier line, so that its context handles hold here too; 0 begins a new one. */
    readonly associationGroup: number;
    /** Most bytes of one answer. */
    readonly stubLimit: number;
}
/** A virtual connection bound to one interface. One call at a time. */
export interface RpcLine {
    readonly associationGroup: number;
    /** Bytes that went through so far. */
    readonly traffic: number;
    /** Sends a request and resolves with the answer's stub, which belongs to the caller. */
    call(request: {
        operation: string;
        opnum: number;
        stub: Uint8Array;
    }): Promise<Uint8Array>;
    close(): void;
}
/** Opens a virtual connection and binds the interface on it. [C706] 12.6.4.3 */
export declare function openRpcLine(options: RpcLineOptions, signal: AbortSignal): Promise<RpcLine>;
