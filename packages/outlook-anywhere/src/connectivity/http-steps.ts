import type { Environment } from '../environment.ts';
import { errors } from '../errors.ts';
import { exchangePort, type RpcEndpoint } from '../proxy.ts';
import { httpError } from '../transport/http-errors.ts';
import { openHttpConnection } from '../transport/http-connection.ts';
import { type HttpHead, offeredSchemes } from '../transport/http-head.ts';
import { requestHead } from '../transport/http-request.ts';
import { openChannel } from '../transport/open-channel.ts';
import type { Step } from './run-steps.ts';

/** Asks the proxy's web server what it demands of a caller, then pings the proxy behind it. */
export function httpSteps(environment: Environment, commands: { http: string; proxy: string }): Step[] {
  const { proxy, exchangeServer: server } = environment;
  const endpoint = { server, port: exchangePort.referral };
  let anonymous: HttpHead | undefined;
  return [
    {
      id: 'http.clientCertificates',
      name: 'Checking the IIS configuration for client certificate authentication.',
      command: commands.http,
      run: async (signal) => {
        anonymous = await askAnonymously(environment, endpoint, signal);
        if (anonymous.status === 403) throw errors.accessForbidden({ proxy: proxy.socket.proxy });
        return { detail: "Client certificates aren't required." };
      },
    },
    {
      id: 'http.authentication',
      name: `Testing HTTP authentication methods for /rpc/rpcproxy.dll?${server}:${endpoint.port}.`,
      command: commands.http,
      run: async () => {
        const offered = [...offeredSchemes(anonymous!).keys()];
        const { authentication: scheme } = proxy;
        if (anonymous!.status !== 401) throw httpError(anonymous!, proxy, endpoint);
        if (!offered.includes(scheme)) {
          throw errors.authenticationNotOffered({ proxy: proxy.socket.proxy, scheme, offered });
        }
        return { detail: `Methods found: ${offered.join(', ')}.` };
      },
    },
    {
      id: 'ping.proxy',
      name: `Attempting to ping the RPC proxy ${proxy.socket.proxy}.`,
      command: commands.proxy,
      run: async (signal) => {
        await pingProxy(environment, endpoint, signal);
        return { detail: 'RPC proxy was pinged successfully.' };
      },
    },
  ];
}

async function askAnonymously({ proxy }: Environment, endpoint: RpcEndpoint, signal: AbortSignal): Promise<HttpHead> {
  const connection = await openHttpConnection(proxy.socket, signal);
  const stop = (): void => connection.close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const where = { proxy: proxy.socket.proxy, endpoint };
    connection.send(requestHead({ method: 'RPC_OUT_DATA', contentLength: 0 }, where));
    return await connection.readHead();
  } finally {
    signal.removeEventListener('abort', stop);
    connection.close();
  }
}

// An RTS PDU with the flag ECHO and no command. [MS-RPCH] 2.2.4.53
const echoSize = 20;

// Up to 16 bytes of anything are allowed; there are proxies that answer only once a body has come.
const pingBody = new Uint8Array(4);

/** A request whose body is too short for a channel is answered by an echo. [MS-RPCH] 2.1.2.1.5 */
async function pingProxy({ proxy }: Environment, endpoint: RpcEndpoint, signal: AbortSignal): Promise<void> {
  const request = { method: 'RPC_OUT_DATA', contentLength: pingBody.length, body: pingBody } as const;
  const connection = await openChannel(proxy, endpoint, request, signal);
  const stop = (): void => connection.close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const head = await connection.readHead();
    if (head.status !== 200) throw httpError(head, proxy, endpoint);
    const body = await connection.readBody(head);
    if (body.length !== echoSize)
      throw errors.httpFailed({ proxy: proxy.socket.proxy, status: 200, reason: 'without echo' });
  } finally {
    signal.removeEventListener('abort', stop);
    connection.close();
  }
}
