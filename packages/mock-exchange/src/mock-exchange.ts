import { type Clock, type Random, systemClock, systemRandom } from '@cutover/base';
import { createCertificates } from './certificates/create-certificates.ts';
import { type Listener, listen } from './http/front-end.ts';
import { HttpAuthentication } from './http/http-authentication.ts';
import { HttpConnection } from './http/http-connection.ts';
import type { NtlmAuthority } from './ntlm/ntlm-acceptor.ts';
import { serverIdentityOf } from './ntlm/server-identity.ts';
import type { Account } from './organisation/account.ts';
import type { Organisation } from './organisation/organisation.ts';
import type { OutChannelEncoding } from './rpc-proxy/out-channel.ts';
import { RpcProxy } from './rpc-proxy/rpc-proxy.ts';
import { defaultValidPorts, parseValidPorts } from './rpc-proxy/valid-ports.ts';
import { RpcServer } from './rpc-server/rpc-server.ts';
import { contoso } from './seeds/contoso/contoso.ts';
import type { MailboxBuilder } from './seeds/mailbox-builder.ts';
import { mailboxOf } from './seeds/mailbox-of.ts';
import { openSeed, type Seed } from './seeds/seed.ts';
import { createServices } from './services/create-services.ts';
import type { InformationStore } from './store/information-store.ts';
import { PduTap } from './tap/pdu-tap.ts';

export interface MockExchangeOptions {
  /** The organisation with its mailboxes; `contoso()` unless told. */
  readonly seed?: Seed;
  /** Instead of a seed: an organisation whose mailboxes are empty. */
  readonly organisation?: Organisation;
  /** Address to listen on; 127.0.0.1 unless told. */
  readonly host?: string;
  /** Port of HTTPS; any free one unless told. */
  readonly port?: number;
  /** Port of plain HTTP, 0 for any free one; without it there is no plain HTTP. */
  readonly httpPort?: number;
  /** The RPC proxy's registry value; unless told, every port under both names of the server. */
  readonly validPorts?: string;
  /** How OUT channels are delimited; by length, as IIS 6 does, unless told. */
  readonly outChannelEncoding?: OutChannelEncoding;
  /** Keeps a copy of every PDU in `pdus`. */
  readonly tap?: boolean;
  readonly clock?: Clock;
  readonly random?: Random;
}

/** A running mock Exchange 2003. `await using` ends it. */
export class MockExchange implements AsyncDisposable {
  readonly organisation: Organisation;
  /** The mailboxes, which a test may change while the server runs. */
  readonly store: InformationStore;
  /** https://host:port of the RPC proxy. */
  readonly url: string;
  /** http://host:port, where plain HTTP was asked for. */
  readonly httpUrl: string | undefined;
  /** Certificate of the throw-away authority, in PEM: what a client has to trust. */
  readonly certificateAuthority: string;
  /** The tap, where one was asked for. */
  readonly tap: PduTap | undefined;
  readonly #listeners: readonly Listener[];
  readonly #proxy: RpcProxy;

  private constructor(parts: {
    options: MockExchangeOptions;
    world: World;
    certificateAuthority: string;
    listeners: { https: Listener; http: Listener | undefined };
    proxy: RpcProxy;
    tap: PduTap | undefined;
  }) {
    const { https, http } = parts.listeners;
    this.organisation = parts.world.organisation;
    this.store = parts.world.store;
    this.certificateAuthority = parts.certificateAuthority;
    this.tap = parts.tap;
    this.url = urlOf('https', parts.options, https);
    this.httpUrl = http && urlOf('http', parts.options, http);
    this.#listeners = http ? [https, http] : [https];
    this.#proxy = parts.proxy;
  }

  /** Starts a server; it listens when this resolves. */
  static async start(options: MockExchangeOptions = {}): Promise<MockExchange> {
    const { host = defaultHost } = options;
    const world = createWorld(options);
    const { organisation, clock, random, tap } = world;
    const authority = { accounts: organisation.accounts, identity: serverIdentityOf(organisation), random };
    const proxy = createProxy(options, { world, authority });
    const accept = acceptor(proxy, { authority, realm: organisation.proxyServer });
    const names = [organisation.proxyServer, organisation.server.name, 'localhost', host] as const;
    const made = await createCertificates({ names: [...names], clock, random });
    const tls = { key: made.key, cert: made.certificate };
    const https = await listen({ host, port: options.port ?? 0, tls }, accept);
    const http = await listenPlain(options, { accept, https });
    const certificateAuthority = made.authority;
    return new MockExchange({ options, world, certificateAuthority, listeners: { https, http }, proxy, tap });
  }

  /** Full name of the RPC proxy, e.g. mail.contoso.com. */
  get proxyServer(): string {
    return this.organisation.proxyServer;
  }

  /** Full name of the mailbox server, e.g. EXCH-MSG-1.contoso.com. */
  get exchangeServer(): string {
    return this.organisation.server.name;
  }

  get accounts(): readonly Account[] {
    return this.organisation.accounts;
  }

  /** The mailbox of somebody (alias or address), to put items into while the server runs. */
  mailbox(who: string): MailboxBuilder {
    return mailboxOf(this, who);
  }

  /** Ends every connection and stops listening. */
  async close(): Promise<void> {
    this.#proxy.close();
    await Promise.all(this.#listeners.map((listener) => listener.close()));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

const defaultHost = '127.0.0.1';

/** What a server serves, and by which clock. */
interface World {
  readonly organisation: Organisation;
  readonly store: InformationStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly tap: PduTap | undefined;
}

function createWorld(options: MockExchangeOptions): World {
  const { clock = systemClock, random = systemRandom } = options;
  const seed = options.seed ?? (options.organisation ? emptySeed(options.organisation) : contoso());
  const tap = options.tap ? new PduTap({ clock }) : undefined;
  return { organisation: seed.organisation, store: openSeed(seed, { clock }), clock, random, tap };
}

const emptySeed = (organisation: Organisation): Seed => ({ organisation, fill: () => undefined });

function createProxy(
  options: MockExchangeOptions,
  { world, authority }: { world: World; authority: NtlmAuthority },
): RpcProxy {
  const { organisation, store, clock, tap } = world;
  const services = createServices({ organisation: () => organisation, store, clock });
  const server = new RpcServer({ authority, services });
  return new RpcProxy({
    clock,
    tap,
    validPorts: parseValidPorts(options.validPorts ?? defaultValidPorts(organisation.server)),
    outChannelEncoding: options.outChannelEncoding ?? 'length',
    startSession: (start) => server.startSession(start),
  });
}

type Accept = Parameters<typeof listen>[1];

function acceptor(proxy: RpcProxy, { authority, realm }: { authority: NtlmAuthority; realm: string }): Accept {
  return (socket) =>
    new HttpConnection(socket, {
      route: (head) => proxy.route(head),
      authentication: new HttpAuthentication(authority, { realm }),
    });
}

async function listenPlain(
  { host = defaultHost, httpPort }: MockExchangeOptions,
  { accept, https }: { accept: Accept; https: Listener },
): Promise<Listener | undefined> {
  if (httpPort === undefined) return undefined;
  try {
    return await listen({ host, port: httpPort }, accept);
  } catch (error) {
    await https.close();
    throw error;
  }
}

function urlOf(scheme: string, { host = defaultHost }: MockExchangeOptions, { port }: Listener): string {
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
