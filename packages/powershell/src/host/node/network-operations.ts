import { lookup, Resolver } from 'node:dns/promises';
import { createConnection } from 'node:net';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import type { Operations } from '../async-world.ts';
import type { DnsQuestion, DnsRecord, EchoRequest, TcpProbe, TcpResult } from '../network.ts';
import { echo } from './echo.ts';
import { httpOperation } from './http-operation.ts';
import { mailOperation } from './mail-operation.ts';

export const networkOperation = { resolve: 'dns', probe: 'tcp', echo: 'icmp' } as const;

/** Uses the network for the thread of the scripts. */
export const networkOperations: Operations = {
  ...mailOperation,
  ...httpOperation,
  [networkOperation.resolve]: async function* (question: DnsQuestion) {
    yield* await resolve(question);
  },
  [networkOperation.probe]: async function* (target: TcpProbe, signal: AbortSignal) {
    yield await probe(target, signal);
  },
  [networkOperation.echo]: async function* (request: EchoRequest, signal: AbortSignal) {
    yield await echo(request, signal);
  },
};

async function resolve({ name, type, servers }: DnsQuestion): Promise<readonly DnsRecord[]> {
  const resolver = new Resolver();
  if (servers) resolver.setServers(servers);
  const common = { Name: name, Type: type, Section: 'Answer' };
  switch (type) {
    case 'A':
    case 'AAAA': {
      const family = type === 'A' ? 4 : 6;
      const found = servers ? await resolver[`resolve${family}`](name) : await ownAddresses(name, family);
      return found.map((address) => ({ ...common, IPAddress: address }));
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

/** What this machine takes a name for, by its own files, too. */
async function ownAddresses(name: string, family: 4 | 6): Promise<readonly string[]> {
  return (await lookup(name, { all: true, family })).map(({ address }) => address);
}

async function probe({ host, port, timeout }: TcpProbe, signal: AbortSignal): Promise<TcpResult> {
  const start = performance.now();
  const socket = createConnection({ host, port });
  try {
    await once(socket, 'connect', { signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]) });
    return { connected: true, address: socket.remoteAddress ?? '', milliseconds: performance.now() - start };
  } catch (error) {
    return {
      connected: false,
      address: socket.remoteAddress ?? '',
      milliseconds: performance.now() - start,
      failure: failureOf(error),
    };
  } finally {
    socket.destroy();
  }
}

const failureOf = (error: unknown): string =>
  error instanceof Error && error.name !== 'AbortError' && 'code' in error ? String(error.code) : 'ETIMEDOUT';
