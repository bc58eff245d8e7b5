import type { SecureVersion } from 'node:tls';
import type { Dispatcher } from 'undici';
import type { Operations } from '../async-world.ts';
import type { HttpCall, HttpConnection, HttpEvent } from '../network.ts';

export const httpOperationName = 'http';

/** Sends one request; the library is loaded with the first one. */
export const httpOperation: Operations = { [httpOperationName]: request };

async function* request(call: HttpCall, signal: AbortSignal): AsyncGenerator<HttpEvent> {
  // `fetch` refuses ports that browsers keep away from.
  const { interceptors, request: send } = await import('undici');
  const { method, url, headers, body, timeout } = call;
  const dispatcher = await dispatcherFor(call);
  const limit = timeout === undefined ? signal : AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
  try {
    const answer = await send(url, {
      method: method as Dispatcher.HttpMethod,
      headers: [...headers, ['Accept-Encoding', 'gzip, deflate, br'] as const].flat(),
      signal: limit,
      dispatcher: dispatcher.compose(interceptors.decompress({ skipStatusCodes: [204, 304] })),
      ...(body === undefined ? {} : { body: Buffer.from(body) }),
    });
    yield { kind: 'head', status: answer.statusCode, reason: answer.statusText, url, headers: pairsOf(answer.headers) };
    for await (const bytes of answer.body) yield { kind: 'data', bytes: bytes as Uint8Array };
  } finally {
    // It was made for this call; destroying it closes what is left of its sockets.
    await dispatcher.destroy();
  }
}

const pairsOf = (headers: Dispatcher.ResponseData['headers']): readonly (readonly [string, string])[] =>
  Object.entries(headers).flatMap(([name, value = []]) =>
    (Array.isArray(value) ? value : [value]).map((each): readonly [string, string] => [name, each]),
  );

/** Proxies come from the environment unless the call says otherwise. */
async function dispatcherFor({ connection = {}, readTimeout }: HttpCall): Promise<Dispatcher> {
  const { Agent, EnvHttpProxyAgent, ProxyAgent } = await import('undici');
  const tls = tlsOptions(connection);
  const { proxy, socket } = connection;
  const options = { ...(readTimeout !== undefined && { bodyTimeout: readTimeout }), headersTimeout: 0 };
  if (socket !== undefined) return new Agent({ ...options, connect: { ...tls, socketPath: socket } });
  if (proxy === 'none') return new Agent({ ...options, connect: tls });
  if (proxy === undefined) return new EnvHttpProxyAgent({ ...options, connect: tls, requestTls: tls });
  const { url: uri, authorization: token } = proxy;
  return new ProxyAgent({ ...options, uri, requestTls: tls, ...(token !== undefined && { token }) });
}

function tlsOptions({ unverified, tls }: HttpConnection) {
  return {
    ...(unverified && { rejectUnauthorized: false }),
    ...(tls && { minVersion: tls[0] as SecureVersion, maxVersion: tls[1] as SecureVersion }),
  };
}
