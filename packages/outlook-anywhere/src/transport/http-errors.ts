import type { SdkError } from '@cutover/base';
import { errors } from '../errors.ts';
import type { Proxy, RpcEndpoint } from '../proxy.ts';
import { type HttpHead, offeredSchemes } from './http-head.ts';

/** The error that a response head other than success means. [MS-RPCH] 2.1.2.1.3 */
export function httpError(head: HttpHead, proxy: Proxy, endpoint: RpcEndpoint): SdkError {
  const { status, reason } = head;
  const name = proxy.socket.proxy;
  const rpcError = /^RPC Error: ([0-9a-f]{1,8})/i.exec(reason);
  if (rpcError)
    return errors.rpcServerUnavailable({ proxy: name, ...endpoint, code: Number.parseInt(rpcError[1]!, 16) });
  if (status === 401) return unauthorized(head, proxy);
  if (status === 403) return errors.accessForbidden({ proxy: name });
  if (status === 404) return errors.rpcProxyNotFound({ proxy: name });
  return errors.httpFailed({ proxy: name, status, reason });
}

function unauthorized(head: HttpHead, { socket, authentication, credential }: Proxy): SdkError {
  const offered = [...offeredSchemes(head).keys()];
  const known = offered.some((scheme) => scheme.toLowerCase() === authentication.toLowerCase());
  // A refusal after NTLM's last message need not name the schemes again.
  return known || offered.length === 0
    ? errors.authenticationFailed({ proxy: socket.proxy, scheme: authentication, userName: credential.userName })
    : errors.authenticationNotOffered({ proxy: socket.proxy, scheme: authentication, offered });
}

/** The error unless `head` begins a channel's body. */
export function assertChannelHead(head: HttpHead, proxy: Proxy, endpoint: RpcEndpoint): void {
  const isRpc = head.headers.get('content-type')?.some((type) => /^application\/rpc\b/i.test(type)) ?? false;
  if (head.status !== 200 || !isRpc) throw httpError(head, proxy, endpoint);
}
