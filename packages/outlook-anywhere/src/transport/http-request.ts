import type { RpcEndpoint } from '../proxy.ts';

/** A request of an RPC client to the proxy, as far as its head tells. */
export interface RpcHttpRequest {
  readonly method: 'RPC_IN_DATA' | 'RPC_OUT_DATA';
  readonly contentLength: number;
}

/** The head with its empty line; headers as Windows' client sends them. [MS-RPCH] 2.1.2.1.1, 2.1.2.1.2 */
export function requestHead(
  { method, contentLength }: RpcHttpRequest,
  where: { proxy: string; endpoint: RpcEndpoint; authorization?: string | undefined },
): Uint8Array {
  const { server, port } = where.endpoint;
  const lines = [
    `${method} /rpc/rpcproxy.dll?${server}:${port} HTTP/1.1`,
    'Cache-Control: no-cache',
    'Connection: Keep-Alive',
    'Pragma: no-cache',
    'Accept: application/rpc',
    'User-Agent: MSRPC',
    `Host: ${where.proxy}`,
    `Content-Length: ${contentLength}`,
    ...(where.authorization === undefined ? [] : [`Authorization: ${where.authorization}`]),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
}
