import type { InterfaceDefinition } from '@cutover/wire';
import type { CallOptions, OutlookAnywhereOptions, RpcAuthentication, Timeouts } from './options.ts';
import type { Proxy, RpcEndpoint } from './proxy.ts';
import { type RpcClient } from './rpc/rpc-client.ts';
/** The options of a session with every default filled in. */
export interface Environment {
    readonly proxy: Proxy;
    readonly exchangeServer: string;
    readonly rpcAuthentication: RpcAuthentication;
    readonly timeouts: Timeouts;
    readonly channelBytes: number;
    readonly signal: AbortSignal | undefined;
}
/** Checks the options once and fills in the defaults. */
export declare function createEnvironment(options: OutlookAnywhereOptions): Environment;
/** Connects to one of the server's interfaces. */
export declare function openInterface(environment: Environment, target: {
    endpoint: RpcEndpoint;
    interface: InterfaceDefinition;
    stubLimit: number;
}, options?: CallOptions): Promise<RpcClient>;
