import { errors } from '../errors.ts';
import type { Proxy, RpcEndpoint } from '../proxy.ts';
import { withDeadline } from './deadline.ts';
import { httpError } from './http-errors.ts';
import { type HttpConnection, openHttpConnection } from './http-connection.ts';
import { offeredSchemes } from './http-head.ts';
import { requestHead, type RpcHttpRequest } from './http-request.ts';
import { authenticate, negotiate } from './ntlm-client.ts';

/** Connects to the proxy, signs in and begins the request with the first bytes of its body. The answer is not awaited. */
export async function openChannel(
  proxy: Proxy,
  endpoint: RpcEndpoint,
  request: RpcHttpRequest & { readonly body: Uint8Array },
  signal: AbortSignal,
): Promise<HttpConnection> {
  const connection = await connect(proxy, signal);
  const stop = (): void => connection.close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const authorization = await authorizationFor(connection, proxy, endpoint, request);
    const head = requestHead(request, { proxy: proxy.socket.proxy, endpoint, authorization });
    connection.send(Buffer.concat([head, request.body]));
    return connection;
  } catch (error) {
    connection.close();
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function connect({ socket, clock, connectTimeout: ms }: Proxy, signal: AbortSignal): Promise<HttpConnection> {
  const timedOut = () => errors.connectTimedOut({ proxy: socket.proxy, port: socket.port, ms });
  return withDeadline({ clock, ms, signals: [signal], timedOut }, (end) => openHttpConnection(socket, end));
}

async function authorizationFor(
  connection: HttpConnection,
  proxy: Proxy,
  endpoint: RpcEndpoint,
  request: RpcHttpRequest,
): Promise<string> {
  if (proxy.authentication === 'NTLM') return ntlmAuthorization(connection, proxy, endpoint, request);
  const { userName, password } = proxy.credential;
  return `Basic ${Buffer.from(`${userName}:${password}`, 'utf8').toString('base64')}`;
}

/** Asks for the challenge by a request without a body; the connection, not the request, is what gets signed in. */
async function ntlmAuthorization(
  connection: HttpConnection,
  proxy: Proxy,
  endpoint: RpcEndpoint,
  { method }: RpcHttpRequest,
): Promise<string> {
  const options = { ...proxy, protection: 'none' } as const;
  const authorization = ntlmHeader(negotiate(options));
  connection.send(requestHead({ method, contentLength: 0 }, { proxy: proxy.socket.proxy, endpoint, authorization }));
  const head = await connection.readHead();
  await connection.readBody(head);
  const challenge = offeredSchemes(head).get('NTLM');
  if (head.status !== 401 || !challenge) throw httpError(head, proxy, endpoint);
  try {
    return ntlmHeader(authenticate(options, Buffer.from(challenge, 'base64')).message);
  } catch (cause) {
    throw errors.notHttp({ proxy: proxy.socket.proxy, reason: 'the NTLM challenge is damaged' }, { cause });
  }
}

const ntlmHeader = (message: Uint8Array): string => `NTLM ${Buffer.from(message).toString('base64')}`;
