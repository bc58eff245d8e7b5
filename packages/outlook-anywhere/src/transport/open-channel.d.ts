import type { Proxy, RpcEndpoint } from '../proxy.ts';
import { type HttpConnection } from './http-connection.ts';
import { type RpcHttpRequest } from './http-request.ts';
/** Connects to the proxy, signs in and begins the request with the first bytes of its body. The answer is not awaited. */
export declare function openChannel(proxy: Proxy, endpoint: RpcEndpoint, request: RpcHttpRequest & {
    readonly body: Uint8Array;
}, signal: AbortSignal): Promise<HttpConnection>;
