import { autodiscoverRoute } from './autodiscover/autodiscover-route.ts';
import { certificatesOf } from './certificates/certificates-of.ts';
import type { CertifiedKey, ServerCertificates } from './certificates/create-certificates.ts';
import { tlsOptionsOf } from './certificates/tls-options-of.ts';
import { checkForkOptions, checkOptions } from './check-options.ts';
import type { DoorUrls } from './doors/door-names.ts';
import { withDoors } from './doors/with-doors.ts';
import { controlOf, type ServerControl } from './control.ts';
import { type OpenDoors, openDoors } from './doors/open-doors.ts';
import { writeExport } from './export/write-export.ts';
import { inputErrors, mockErrors } from './errors.ts';
import { FaultPlan } from './faults/fault-plan.ts';
import { webServer } from './http/web-server.ts';
import type { Journal } from './journal/journal.ts';
import type { NtlmAuthority } from './ntlm/ntlm-acceptor.ts';
import { serverIdentityOf } from './ntlm/server-identity.ts';
import { defaultHost, type ForkOptions, type MockExchangeOptions, onFreePorts } from './options.ts';
import type { Account } from './organisation/account.ts';
import { findAccount, parseLogOnName } from './organisation/find-account.ts';
import type { Organisation } from './organisation/organisation.ts';
import { noAccount } from './organisation/refuse-name.ts';
import type { ExchangeVersion } from './profiles/exchange-profile.ts';
import { withFailure } from './profiles/failing-profiles.ts';
import type { Route } from './routes.ts';
import { RpcProxy } from './rpc-proxy/rpc-proxy.ts';
import { defaultValidPorts, parseValidPorts } from './rpc-proxy/valid-ports.ts';
import { RpcServer } from './rpc-server/rpc-server.ts';
import type { MailboxBuilder } from './seeds/mailbox-builder.ts';
import { mailboxOf, publicFoldersOf } from './seeds/mailbox-of.ts';
import type { Seed } from './seeds/seed.ts';
import { createServices } from './services/create-services.ts';
import type { InformationStore } from './store/information-store.ts';
import type { PduTap } from './tap/pdu-tap.ts';
import { webDavRoutes } from './webdav/webdav-route.ts';
import { createWorld, type World } from './world.ts';

/** A running mock Exchange 2003. `await using` ends it. */
export class MockExchange implements AsyncDisposable {
  /** The mailboxes, which a test may change while the server runs. */
  readonly store: InformationStore;
  /** https://host:port of the RPC proxy. */
  readonly url: string;
  /** http://host:port, where plain HTTP was asked for. */
  readonly httpUrl: string | undefined;
  /** The URL of every port that is open, by what it speaks: https, http, imap … */
  readonly urls: DoorUrls;
  /** Certificate of the throw-away authority, in PEM: what a client has to trust. */
  readonly certificateAuthority: string;
  /** The server's own certificate, in PEM. */
  readonly certificate: string;
  /** What a client may show where a certificate is demanded of it. */
  readonly clientCertificate: CertifiedKey | undefined;
  /** What goes wrong; faults may be added and cleared while the server runs. */
  readonly faults: FaultPlan;
  readonly #parts: Parts;
  #isClosed = false;

  private constructor(parts: Parts) {
    const { world, certificates, doors } = parts;
    this.store = world.store;
    this.certificateAuthority = certificates.authority;
    this.certificate = certificates.certificate;
    this.clientCertificate = certificates.client;
    this.faults = world.faults;
    this.urls = doors.urls;
    this.url = doors.urls.https!;
    this.httpUrl = doors.urls.http;
    this.#parts = parts;
  }

  /** Starts a server; it listens when this resolves. */
  static async start(given: MockExchangeOptions = {}): Promise<MockExchange> {
    checkOptions(given);
    const options = withFailure(withDoors(given));
    const world = createWorld(options);
    return MockExchange.#listen(options, world, await certificatesOf(world, options));
  }

  static async #listen(
    options: MockExchangeOptions,
    world: World,
    certificates: ServerCertificates,
  ): Promise<MockExchange> {
    const { host = defaultHost } = options;
    const { organisation, random } = world;
    const authority = {
      get accounts() {
        return world.organisation.accounts;
      },
      identity: serverIdentityOf(organisation),
      random,
    };
    const proxy = createProxy(options, { world, authority });
    const web = webServer(world, {
      options,
      authority,
      routes: [
        whileTurnedOn(world, options.rpcProxy === 'unmapped' ? unmapped(proxy) : proxy),
        autodiscoverRoute(world, options.autodiscover),
        ...webDavRoutes(world, options.webDav ?? false),
      ],
    });
    const tls = tlsOptionsOf(certificates, options);
    let opened: OpenDoors | undefined;
    const drop = (): void => {
      proxy.close();
      web.drop();
      opened?.drop();
    };
    const control = controlOf(world, { drop });
    opened = await openDoors({ options, world, host, tls, certificates, control, acceptHttp: web.accept }).catch(
      (error: unknown) => {
        world.faults.unbind();
        throw error;
      },
    );
    return new MockExchange({ options, world, certificates, doors: opened, proxy, control });
  }

  /**
   * Back to the beginning, for between two tests: mailboxes, directory and faults are those that the server started with,
   * journal and tap are empty, connections and requests on their way are dropped. The addresses stay, and so does the clock.
   */
  reset(): void {
    this.#assertOpen('reset');
    this.#parts.control.reset();
  }

  /**
   * Starts a server of its own on free ports with the mailboxes as they are now and the same certificates; neither sees
   * what becomes of the other's mailboxes. Unless told otherwise the clock is that of this server, and so are the faults,
   * which are counted anew.
   */
  async fork(given: ForkOptions = {}): Promise<MockExchange> {
    checkForkOptions(given);
    this.#assertOpen('fork');
    const { options, world, certificates } = this.#parts;
    const forked = { ...onFreePorts(options), faults: new FaultPlan(this.faults.toJSON()), ...given };
    const held = { organisation: world.organisation, store: world.store.fork(given) };
    return MockExchange.#listen(forked, createWorld(forked, held), certificates);
  }

  /**
   * Everything that the server holds, as JSON in pieces: the directory with its passwords and rights, the mailboxes with
   * their ids, change numbers and contents. `loadSeed` makes a seed of it.
   */
  export(): Iterable<string> {
    return this.#parts.control.export();
  }

  /** Writes the export to a file; other programs may read it once this resolves. */
  exportTo(path: string): Promise<void> {
    return writeExport(path, this.export());
  }

  /**
   * Puts the directory and the mailboxes of a seed, an export perhaps, in the place of those that are there; `reset` leads
   * back to them from now on. Connections are dropped. Refuses a seed of a server with another name.
   */
  import(seed: Seed): void {
    this.#assertOpen('import');
    this.#parts.control.import(seed);
  }

  /** What was said, decoded; of a server that was started with `journal` or `strict`. */
  get journal(): Journal {
    return this.#parts.world.journal ?? notKept('journal');
  }

  /** The bytes of what was said; of a server that was started with `tap`. */
  get tap(): PduTap {
    return this.#parts.world.tap ?? notKept('tap');
  }

  /** As it is now: the management endpoint changes it. */
  get organisation(): Organisation {
    return this.#parts.world.organisation;
  }

  /** Full name of the RPC proxy, e.g. mail.contoso.com. */
  get proxyServer(): string {
    return this.organisation.proxyServer;
  }

  /** Full name of the mailbox server, e.g. EXCH-MSG-1.contoso.com. */
  get exchangeServer(): string {
    return this.organisation.server.name;
  }

  /** Which Exchange this is. */
  get profile(): ExchangeVersion {
    return this.#parts.world.profile.name;
  }

  /** The faults and, where one is kept, the journal: for the message of a test that failed. */
  toString(): string {
    const { faults, journal } = this.#parts.world;
    return journal === undefined ? String(faults) : `${String(faults)}\n${String(journal)}`;
  }

  /** The account with this user name or address (annb, CONTOSO\annb, annb@contoso.com), e.g. to sign in with its password. */
  account(name: string): Account {
    const found = findAccount(this.accounts, parseLogOnName(name));
    if (found === undefined) throw noAccount(this.organisation, name);
    return found;
  }

  /** Everybody who may sign in, with their passwords. */
  get accounts(): readonly Account[] {
    return this.organisation.accounts;
  }

  /** The mailbox of somebody (alias or address), to put items into while the server runs. */
  mailbox(who: string): MailboxBuilder {
    return mailboxOf(this, who);
  }

  /** The public folders, to put items into while the server runs; paths begin below the top that people see. */
  get publicFolders(): MailboxBuilder {
    return publicFoldersOf(this);
  }

  /** Ends every connection and stops listening; of a strict server it throws if there was anything unexpected. */
  async close(): Promise<void> {
    const { proxy, doors, world, options } = this.#parts;
    this.#isClosed = true;
    proxy.close();
    await doors.close();
    world.faults.unbind();
    world.journal?.endWaiting();
    if (options.strict) this.journal.assertNothingUnexpected();
  }

  #assertOpen(what: string): void {
    if (this.#isClosed) throw mockErrors.closed({ what });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

function notKept(what: 'journal' | 'tap'): never {
  throw inputErrors.notKept({ what });
}

interface Parts {
  readonly options: MockExchangeOptions;
  readonly world: World;
  readonly certificates: ServerCertificates;
  readonly doors: OpenDoors;
  readonly proxy: RpcProxy;
  readonly control: ServerControl;
}

function createProxy(
  options: MockExchangeOptions,
  { world, authority }: { world: World; authority: NtlmAuthority },
): RpcProxy {
  const { organisation, store, profile, clock, tap, journal, injector: faults } = world;
  const change = (parts: Partial<Organisation>): void => world.live.change(parts);
  const held = { organisation: () => world.organisation, change, store, profile };
  const services = createServices({ ...held, clock, faults, journal });
  const server = new RpcServer({ authority, services, faults, journal, clock });
  return new RpcProxy({
    clock,
    tap,
    journal,
    validPorts: parseValidPorts(options.validPorts ?? defaultValidPorts(organisation.server)),
    outChannelEncoding: options.outChannelEncoding ?? 'length',
    outChannelLength: options.outChannelLength,
    recycling: options.recycling,
    startSession: (start) => server.startSession(start),
  });
}

/** Without Outlook Anywhere there is nothing at the proxy's paths. */
const whileTurnedOn = (world: World, proxy: Route): Route => ({
  route: (head) => (world.organisation.outlookAnywhere === null ? undefined : proxy.route(head)),
});

/** The proxy's paths, where something else answers that does not know its methods. */
const unmapped = (proxy: Route): Route => ({
  route: (head) => proxy.route(head) && (() => ({ status: 405, headers: [['Allow', 'GET, HEAD, OPTIONS, TRACE']] })),
});
