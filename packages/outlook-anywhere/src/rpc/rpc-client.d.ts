import { type Operation } from '@cutover/wire';
import type { CallOptions, Timeouts } from '../options.ts';
import { type RpcLineOptions } from './rpc-line.ts';
/** How a client of one interface connects and calls. */
export interface RpcClientOptions extends Omit<RpcLineOptions, 'associationGroup'> {
    readonly timeouts: Timeouts;
    /** Bytes after which a new virtual connection takes over. */
    readonly channelBytes: number;
    /** Ends the client. */
    readonly signal?: AbortSignal | undefined;
}
/** Calls the operations of one interface of one server. One call at a time; an abort or time-out closes the client. */
export interface RpcClient {
    call<Q, R>(operation: Operation<Q, R>, request: Q, options?: CallOptions): Promise<R>;
    close(): void;
}
/** Connects and binds. */
export declare function openRpcClient(options: RpcClientOptions, call?: CallOptions): Promise<RpcClient>;
