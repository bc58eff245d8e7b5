import { type Clock, type Random, systemClock, systemRandom } from '@cutover/base';
import { createCertificates, type ServerCertificates } from './certificates/create-certificates.ts';
import { FaultInjector } from './faults/fault-injector.ts';
import { FaultPlan } from './faults/fault-plan.ts';
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
import { Journal } from './journal/journal.ts';
import { contoso } from './seeds/contoso/contoso.ts';
import type { MailboxBuilder } from './seeds/mailbox-builder.ts';
import { addressBook } from './seeds/address-book.ts';
import { mailboxOf } from './seeds/mailbox-of.ts';
import { openSeed, type Seed } from './seeds/seed.ts';
import { createServices } from './services/create-services.ts';
import type { InformationStore } from './store/information-store.ts';
import type { MemoryInformationStore } from './store/memory-information-store.ts';
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
  /** Keeps every call and ROP, decoded, in `journal`. */
  readonly journal?: boolean;
  /** Keeps a journal, and closing the server throws if a client sent what it does not have. */
  readonly strict?: boolean;
  /** What shall go wrong; more may be added to `faults` at any time. */
  readonly faults?: FaultPlan;
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
  /** The journal, where one was asked for. */
  readonly journal: Journal | undefined;
  /** What goes wrong; faults may be added and cleared while the server runs. */
  readonly faults: FaultPlan;
  readonly #options: MockExchangeOptions;
  readonly #world: World;
  readonly #certificates: ServerCertificates;
  readonly #listeners: readonly Listener[];
  readonly #proxy: RpcProxy;

  private constructor({ options, world, certificates, listeners: { https, http }, proxy }: Parts) {
    this.organisation = world.organisation;
    this.store = world.store;
    this.certificateAuthority = certificates.authority;
    this.tap = world.tap;
    this.journal = world.journal;
    this.faults = world.faults;
    this.url = urlOf('https', options, https);
    this.httpUrl = http && urlOf('http', options, http);
    this.#options = options;
    this.#world = world;
    this.#certificates = certificates;
    this.#listeners = http ? [https, http] : [https];
    this.#proxy = proxy;
  }

  /** Starts a server; it listens when this resolves. */
  static async start(options: MockExchangeOptions = {}): Promise<MockExchange> {
    const world = createWorld(options);
    return MockExchange.#listen(options, world, await certificatesOf(world, options));
  }

  static async #listen(
    options: MockExchangeOptions,
    world: World,
    certificates: ServerCertificates,
  ): Promise<MockExchange> {
    const { host = defaultHost, port = 0 } = options;
    const { organisation, clock, random, injector, journal } = world;
    const authority = { accounts: organisation.accounts, identity: serverIdentityOf(organisation), random };
    const proxy = createProxy(options, { world, authority });
    const authentication = { authority, realm: organisation.proxyServer };
    const accept = acceptor(proxy, { authentication, faults: injector, journal, clock });
    const tls = { key: certificates.key, cert: certificates.certificate };
    const https = await listen({ host, port, tls }, accept);
    const http = await listenPlain(options, { accept, https });
    return new MockExchange({ options, world, certificates, listeners: { https, http }, proxy });
  }

  /**
   * Puts every mailbox back to what the seed holds, drops the connections and what was tapped, and counts faults anew;
   * the addresses stay. For between two tests.
   */
  reset(): void {
    this.#proxy.close();
    this.#world.store.reset();
    this.tap?.clear();
    this.journal?.clear();
    this.faults.restart();
  }

  /**
   * Starts a server of its own on free ports with the mailboxes as they are now and the same certificates; neither sees
   * what becomes of the other's mailboxes. Faults are those of this server, counted anew.
   */
  fork(): Promise<MockExchange> {
    const { httpPort } = this.#options;
    const options = { ...this.#options, port: 0, ...(httpPort === undefined ? {} : { httpPort: 0 }) };
    const { organisation, store } = this.#world;
    const faults = new FaultPlan(this.faults.toJSON());
    const world = createWorld({ ...options, faults }, { organisation, store: store.fork() });
    return MockExchange.#listen(options, world, this.#certificates);
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

  /** Ends every connection and stops listening; of a strict server it throws if there was anything unexpected. */
  async close(): Promise<void> {
    this.#proxy.close();
    await Promise.all(this.#listeners.map((listener) => listener.close()));
    if (this.#options.strict) this.journal?.assertNothingUnexpected();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

const defaultHost = '127.0.0.1';

interface Parts {
  readonly options: MockExchangeOptions;
  readonly world: World;
  readonly certificates: ServerCertificates;
  readonly listeners: { readonly https: Listener; readonly http: Listener | undefined };
  readonly proxy: RpcProxy;
}

/** What a server serves, by which clock, and what goes wrong with it. */
interface World {
  readonly organisation: Organisation;
  readonly store: MemoryInformationStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly tap: PduTap | undefined;
  readonly journal: Journal | undefined;
  readonly faults: FaultPlan;
  readonly injector: FaultInjector;
}

/** What a server holds: of the options' seed, or of another server. */
function createWorld(options: MockExchangeOptions, held = openWorld(options)): World {
  const { clock = systemClock, random = systemRandom, faults = new FaultPlan() } = options;
  const { organisation } = held;
  const isKept = options.journal || options.strict;
  const ownerOf = (who: string): string | undefined => addressBook(organisation)(who).legacyExchangeDN;
  return {
    ...held,
    clock,
    random,
    tap: options.tap ? new PduTap({ clock }) : undefined,
    journal: isKept ? new Journal({ clock, mailboxOf: ownerOf }) : undefined,
    faults,
    injector: new FaultInjector(faults, ownerOf),
  };
}

function openWorld({
  seed,
  organisation,
  clock = systemClock,
}: MockExchangeOptions): Pick<World, 'organisation' | 'store'> {
  const opened = seed ?? (organisation ? emptySeed(organisation) : contoso());
  return { organisation: opened.organisation, store: openSeed(opened, { clock }) };
}

const emptySeed = (organisation: Organisation): Seed => ({ organisation, fill: () => undefined });

function certificatesOf(
  { organisation, clock, random }: World,
  { host = defaultHost }: MockExchangeOptions,
): Promise<ServerCertificates> {
  const names = [organisation.proxyServer, organisation.server.name, 'localhost', host] as const;
  return createCertificates({ names: [...names], clock, random });
}

function createProxy(
  options: MockExchangeOptions,
  { world, authority }: { world: World; authority: NtlmAuthority },
): RpcProxy {
  const { organisation, store, clock, tap, journal, injector: faults } = world;
  const services = createServices({ organisation: () => organisation, store, clock, faults, journal });
  const server = new RpcServer({ authority, services, faults, journal, clock });
  return new RpcProxy({
    clock,
    tap,
    journal,
    validPorts: parseValidPorts(options.validPorts ?? defaultValidPorts(organisation.server)),
    outChannelEncoding: options.outChannelEncoding ?? 'length',
    startSession: (start) => server.startSession(start),
  });
}

type Accept = Parameters<typeof listen>[1];

interface Acceptor {
  readonly authentication: { readonly authority: NtlmAuthority; readonly realm: string };
  readonly faults: FaultInjector;
  readonly journal: Journal | undefined;
  readonly clock: Clock;
}

function acceptor(proxy: RpcProxy, { authentication: { authority, realm }, faults, journal, clock }: Acceptor): Accept {
  return (socket) =>
    new HttpConnection(socket, {
      route: (head) => proxy.route(head),
      authentication: new HttpAuthentication(authority, { realm }),
      faults,
      journal,
      clock,
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
