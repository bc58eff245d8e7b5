import type { RpcEndpoint } from '../proxy.ts';
/** A request of an RPC client to the proxy, as far as its head tells. */
export interface RpcHttpRequest {
    readonly method: 'RPC_IN_DATA' | 'RPC_OUT_DATA';
    readonly contentLength: number;
}
/** The head with its empty line; headers as Windows' client sends them. [MS-RPCH] 2.1.2.1.1, 2.1.2.1.2 */
export declare function requestHead({ method, contentLength }: RpcHttpRequest, where: {
    proxy: string;
    endpoint: RpcEndpoint;
    authorization: string;
}): Uint8Array;
