import { lookup, Resolver } from 'node:dns/promises';
import { createConnection } from 'node:net';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import type { Operations } from '../async-world.ts';
import type { DnsQuestion, DnsRecord, HttpCall, HttpEvent, TcpProbe, TcpResult } from '../network.ts';
import { mailOperation } from './mail-operation.ts';

export const networkOperation = { request: 'http', resolve: 'dns', probe: 'tcp' } as const;

/** Uses the network for the thread of the scripts. */
export const networkOperations: Operations = {
  ...mailOperation,
  [networkOperation.request]: request,
  [networkOperation.resolve]: async function* (question: DnsQuestion) {
    yield* await resolve(question);
  },
  [networkOperation.probe]: async function* (target: TcpProbe, signal: AbortSignal) {
    yield await probe(target, signal);
  },
};

async function* request(call: HttpCall, signal: AbortSignal): AsyncGenerator<HttpEvent> {
  const limit = call.timeout === undefined ? signal : AbortSignal.any([signal, AbortSignal.timeout(call.timeout)]);
  const response = await follow(call, limit).catch(rethrowCause);
  const { status, statusText: reason, url } = response;
  yield { kind: 'head', status, reason, url: url || call.url, headers: [...response.headers] };
  for await (const bytes of response.body ?? []) yield { kind: 'data', bytes };
}

/** `fetch failed` tells nothing; its cause has the system's code. */
function rethrowCause(error: unknown): never {
  throw error instanceof Error && error.cause instanceof Error ? error.cause : error;
}

const isRedirection = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

/** Follows redirections by itself: their number is limited, and only 307 and 308 keep method and body. */
async function follow(call: HttpCall, signal: AbortSignal): Promise<Response> {
  const { method, url, headers, body, redirections } = call;
  const response = await fetch(url, {
    method,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    redirect: 'manual',
    signal,
    ...(body === undefined ? {} : { body: Buffer.from(body) }),
  });
  const location = response.headers.get('location');
  if (!isRedirection(response.status) || location === null || redirections <= 0) return response;
  await response.body?.cancel();
  const keeps = response.status >= 307 || method === 'GET' || method === 'HEAD';
  const target = new URL(location, url);
  const kept = headers.filter(
    ([name]) => name.toLowerCase() !== 'authorization' || target.origin === new URL(url).origin,
  );
  return follow(
    {
      ...call,
      url: target.href,
      headers: kept,
      redirections: redirections - 1,
      ...(keeps ? {} : { method: 'GET', body: undefined }),
    },
    signal,
  );
}

async function resolve({ name, type }: DnsQuestion): Promise<readonly DnsRecord[]> {
  const resolver = new Resolver();
  const common = { Name: name, Type: type, Section: 'Answer' };
  switch (type) {
    case 'A':
    case 'AAAA': {
      const found = await lookup(name, { all: true, family: type === 'A' ? 4 : 6 });
      return found.map(({ address }) => ({ ...common, IPAddress: address }));
    }
    case 'MX':
      return (await resolver.resolveMx(name)).map(({ exchange, priority }) => ({
        ...common,
        NameExchange: exchange,
        Preference: priority,
      }));
    case 'TXT':
      return (await resolver.resolveTxt(name)).map((strings) => ({ ...common, Strings: strings }));
    case 'SRV':
      return (await resolver.resolveSrv(name)).map(({ name: target, port, priority, weight }) => ({
        ...common,
        NameTarget: target,
        Port: port,
        Priority: priority,
        Weight: weight,
      }));
    case 'SOA': {
      const { nsname, hostmaster, serial } = await resolver.resolveSoa(name);
      return [{ ...common, PrimaryServer: nsname, NameAdministrator: hostmaster, SerialNumber: serial }];
    }
    default: {
      const hosts = await resolver.resolve(name, type);
      return (hosts as readonly string[]).map((host) => ({ ...common, NameHost: host }));
    }
  }
}

async function probe({ host, port, timeout }: TcpProbe, signal: AbortSignal): Promise<TcpResult> {
  const start = performance.now();
  const socket = createConnection({ host, port });
  try {
    await once(socket, 'connect', { signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]) });
    return { connected: true, address: socket.remoteAddress ?? '', milliseconds: performance.now() - start };
  } catch {
    return { connected: false, address: socket.remoteAddress ?? '', milliseconds: performance.now() - start };
  } finally {
    socket.destroy();
  }
}
