import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock, systemIds, systemRandom, type Clock, type Ids, type Random } from '@cutover/base';
import { psCredential, type Backend } from '@cutover/core';
import {
  createMigrationService,
  endpointSecret,
  serviceRules,
  type EndpointRecord,
  type Mailer,
  type MigrationService,
  type OutgoingMail,
  type ServiceRules,
  type Sources,
} from '@cutover/migration';
import { connectOutlookAnywhere } from '@cutover/outlook-anywhere';
import { createSources } from './adapters/sources.ts';
import { createTarget } from './adapters/target.ts';
import { emulatorClock, type ClockMode, type ClockState, type EmulatorClock } from './clock/emulator-clock.ts';
import { letTimePass } from './clock/let-time-pass.ts';
import { parseDuration } from './clock/parse-duration.ts';
import { createConnections } from './connections.ts';
import { createQueryDns, type QueryDns } from './dns/query-dns.ts';
import { directBackend } from './direct-backend.ts';
import { takeDataFolderLock, type DataFolderLock } from './lock/data-folder-lock.ts';
import { cloudErrors } from './errors.ts';
import { folderMailer } from './mail/folder-mailer.ts';
import { memoryMailer } from './mail/memory-mailer.ts';
import { noReportArchive, reportArchive } from './mail/report-archive.ts';
import { smtpMailer } from './mail/smtp-mailer.ts';
import { createStatusReporter } from './mail/status-reporter.ts';
import { makeFolder } from './make-folder.ts';
import { liveSettings, type LiveSettings } from './live-settings.ts';
import type { OrganisationSettings } from './organisation-settings.ts';
import { createSecrets } from './secrets/secrets.ts';
import { createSealer, keyLength } from './secrets/sealer.ts';
import { dataFolderKey } from './secrets/sealing-key.ts';
import { managementAddress } from './source/source-connection.ts';
import { managementClient } from './on-premises/management-client.ts';
import { autodiscoverSearch, type SettingsSearch } from './source/settings-search.ts';
import { outlookAnywhereTest, type ConnectivityTest } from './source/connectivity.ts';
import { overTheNetwork, type SourceAnswers } from './source/source-answers.ts';
import type { Directory } from './store/directory.ts';
import { openOrganisationStore, type OrganisationStore } from './store/organisation-store.ts';

/** How an organisation within this process is opened. */
export interface EmbeddedOrganisationOptions extends OrganisationSettings {
  /** The data folder, made when it is not there; `:memory:` keeps nothing. */
  readonly data: string;
  /** The organisation's clock: schedules, times in records. Default: the machine's. */
  readonly clock?: Clock | undefined;
  readonly random?: Random | undefined;
  readonly ids?: Ids | undefined;
  /** 32 bytes that seal the secrets, instead of the data folder's key file. */
  readonly key?: Uint8Array | undefined;
  /** Reads source organisations; default: over Outlook Anywhere. */
  readonly sources?: Sources | undefined;
  readonly connectivity?: ConnectivityTest | undefined;
  /** Whether anything still answers at an RPC proxy server; default: over the network. */
  readonly sourceAnswers?: SourceAnswers | undefined;
  /** Looks for settings by Autodiscover; default: over the network. */
  readonly searchSettings?: SettingsSearch | undefined;
  /** Asks name servers; default: by UDP. */
  readonly queryDns?: QueryDns | undefined;
  /** Carries status mails away, instead of what `mail` says. */
  readonly mailer?: Mailer | undefined;
  /** How a second owner of the data folder is told of this one. */
  readonly owner?: string | undefined;
}

/**
 * What a program does with an organisation's time. As the clock of a shell it makes scripts wait in it: while it is stepped, their sleep
 * lets the time pass at once.
 */
export interface OrganisationClock extends Clock {
  /** A scaled clock runs 60 times as fast, or by its factor; a stepped one only when it is advanced. */
  setMode(mode: ClockMode, options?: { factor?: number }): void;
  /** Lets time pass at once: `24h`, `1d 12h`, or milliseconds. Resolves when everything that fell due is done. */
  advance(duration: number | string): Promise<void>;
}

/** An Exchange Online organisation in this process. */
export interface EmbeddedOrganisation extends Backend, AsyncDisposable {
  /** Whether something is under way, or is due at some time. */
  readonly isScheduled: boolean;
  /** Aborted when another process has taken over the data folder: nothing is written any more. */
  readonly lost: AbortSignal;
  /** The mails of an organisation in memory; empty when they go elsewhere. */
  readonly sentMail: readonly OutgoingMail[];
  /** The organisation's time, which can run faster, stand still and pass at once. */
  readonly clock: OrganisationClock;
  /** Resolves when nothing is under way and nothing is due at the clock's time. */
  untilIdle(options?: { signal?: AbortSignal | undefined }): Promise<void>;
}

const inMemory = ':memory:';
/**
 * Opens the organisation in a data folder, or one in memory, and goes on with what an earlier process left. Throws
 * `cloud.dataFolderInUse` when the folder has an owner. Only one Backend at a time is ever behind a folder.
 */
export function embeddedOrganisation(options: EmbeddedOrganisationOptions): EmbeddedOrganisation {
  const folder = options.data === inMemory ? undefined : makeFolder(options.data);
  const ids = options.ids ?? systemIds;
  const owner = options.owner ?? 'an embedded organization';
  const lock = folder === undefined ? undefined : takeDataFolderLock({ folder, owner, clock: systemClock, ids });
  try {
    return openOrganisation(worldOf(options, folder), lock);
  } catch (error) {
    void lock?.[Symbol.asyncDispose]();
    throw error;
  }
}

interface Assembled {
  backend: Pick<Backend, 'invoke'>;
  clock: EmulatorClock;
  migration: MigrationService;
  closed: AbortController;
}

const clockValue = 'emulatorClock';

/** The organisation's clock over the machine's; in a data folder it goes on where it was. */
function organisationClock(world: World, store: OrganisationStore): EmulatorClock {
  const kept = store.values.all()[clockValue];
  return emulatorClock({
    below: world.clock,
    state: kept === undefined ? undefined : (JSON.parse(kept) as ClockState),
    onChange: (state) => store.values.set(clockValue, JSON.stringify(state)),
  });
}

/** Joins the parts: store, secrets, source, mail, engine, cmdlets. */
function assemble(world: World, store: OrganisationStore, sentMail: OutgoingMail[]): Assembled {
  const { folder, ids, random } = world;
  const clock = organisationClock(world, store);
  const settings = followSettings(world.settings, store.directory);
  const secrets = createSecrets({ key: world.key, random });
  const archive = folder === undefined ? noReportArchive : reportArchive(join(folder, 'reports'), { clock });
  const target = createTarget({ store, clock });
  const client = {
    get connections() {
      return settings().connections ?? {};
    },
    clock: systemClock,
    random,
    ids,
  };
  const reporter = createStatusReporter({
    migration: () => migration,
    users: store.migration.users,
    secrets,
    mailer: world.options.mailer ?? { send: (mail, waiting) => mailerOf(world, sentMail).send(mail, waiting) },
    archive,
    rules: () => rulesOf(settings()),
  });
  const administer = ({ exchangeServer: server, rpcProxyServer, username }: EndpointRecord, password: string) => {
    const url = managementAddress(settings().connections ?? {}, rpcProxyServer, server);
    return url === undefined
      ? undefined
      : managementClient({ url, server, credential: psCredential(username, password) });
  };
  const sources =
    world.options.sources ?? createSources({ world: client, secrets, connect: connectOutlookAnywhere, administer });
  const ports = { store: store.migration, unitOfWork: store.unitOfWork, sources, target, secrets, reporter };
  const migration: MigrationService = createMigrationService({
    ports: { ...ports, clock, ids },
    rules: () => rulesOf(settings()),
  });
  const closed = new AbortController();
  const backend = directBackend(
    {
      migration,
      connectivity: world.options.connectivity ?? outlookAnywhereTest(client),
      sourceAnswers: world.options.sourceAnswers ?? overTheNetwork(client),
      searchSettings: world.options.searchSettings ?? autodiscoverSearch(client),
      reports: archive,
      directory: store.directory,
      permissions: store.permissions,
      values: store.values,
      mailboxes: store.mailboxes,
      unitOfWork: store.unitOfWork,
      connections: createConnections(),
      queryDns: world.options.queryDns ?? createQueryDns({ clock: systemClock, random }),
      clock,
      letTimePass: (duration, { signal }) => letTimePass(duration, { clock, migration, machine: systemClock, signal }),
      ids,
      signInHash: (password) => secrets.signInHash(password),
      get administrator() {
        return administratorOf(settings());
      },
      get organisation() {
        return organisationName(settings());
      },
      get directorySynchronization() {
        return settings().directorySynchronization ?? false;
      },
      get singleSignOn() {
        return settings().singleSignOn ?? false;
      },
      get errorShape() {
        return settings().serviceVersion === 'current' ? 'rest' : 'remote';
      },
      get settingsProblem() {
        return world.settings.problem;
      },
      isAcceptedDomain: (domain) => target.isAcceptedDomain(domain),
      endpointPassword: ({ guid, sealedPassword }) => secrets.open(sealedPassword, endpointSecret(guid)),
    },
    closed.signal,
  );
  return { backend, clock, migration, closed };
}

/** The settings as they are now; domains that were added to them are accepted from then on. */
function followSettings(settings: LiveSettings, directory: Directory): () => OrganisationSettings {
  let known: OrganisationSettings | undefined;
  const follow = (): OrganisationSettings => {
    const { current } = settings;
    if (current !== known) {
      for (const domain of acceptedDomainsOf(current)) directory.addAcceptedDomain(domain.toLowerCase());
      known = current;
    }
    return current;
  };
  follow();
  return follow;
}

const acceptedDomainsOf = ({ acceptedDomains = ['contoso.com'] }: OrganisationSettings): readonly string[] =>
  acceptedDomains;
const firstDomain = (settings: OrganisationSettings): string => acceptedDomainsOf(settings)[0] ?? 'contoso.com';
/** The tenant's name, as Exchange Online makes it of the first domain. */
const organisationName = (settings: OrganisationSettings): string =>
  `${firstDomain(settings).split('.')[0]}.onmicrosoft.com`;
const administratorOf = (settings: OrganisationSettings): string =>
  settings.administrator ?? `admin@${firstDomain(settings)}`;

function rulesOf({ serviceVersion = '2013', mostMailboxes }: OrganisationSettings): ServiceRules {
  const rules = serviceRules[serviceVersion];
  return mostMailboxes === undefined ? rules : { ...rules, mostMailboxes };
}

/** By SMTP, into a folder, or into the list of an organisation in memory. */
function mailerOf({ folder, settings: { current } }: World, sentMail: OutgoingMail[]): Mailer {
  const sender = { from: `migration@${firstDomain(current)}` };
  const { mail } = current;
  if (mail && 'smtp' in mail) return smtpMailer(mail.smtp, sender);
  if (mail) return folderMailer(mail.folder, sender);
  return folder === undefined ? memoryMailer(sentMail) : folderMailer(join(folder, 'mail'), sender);
}

/** The options with what settings and defaults add. */
interface World {
  readonly folder: string | undefined;
  readonly settings: LiveSettings;
  readonly clock: Clock;
  readonly random: Random;
  readonly ids: Ids;
  readonly key: Uint8Array;
  readonly options: EmbeddedOrganisationOptions;
}

function worldOf(options: EmbeddedOrganisationOptions, folder: string | undefined): World {
  const random = options.random ?? systemRandom;
  const key = options.key ?? keyOf(folder, random);
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  return {
    folder,
    settings: liveSettings({ folder, given, sealer: createSealer({ key, random }) }),
    clock: options.clock ?? systemClock,
    random,
    ids: options.ids ?? systemIds,
    key,
    options,
  };
}

function keyOf(folder: string | undefined, random: Random): Uint8Array {
  return folder === undefined ? random.bytes(keyLength) : dataFolderKey(folder, random);
}

/** Made before SQLite makes it: the files beside it get its rights, and they are its owner's alone. */
function databaseIn(folder: string): string {
  const path = join(folder, 'organisation.db');
  closeSync(openSync(path, 'a', 0o600));
  return path;
}

function openOrganisation(world: World, lock: DataFolderLock | undefined): EmbeddedOrganisation {
  const { folder } = world;
  const store = openOrganisationStore({ path: folder === undefined ? inMemory : databaseIn(folder) });
  const sentMail: OutgoingMail[] = [];
  const { backend, clock, migration, closed } = assemble(world, store, sentMail);
  const pass = (ms: number, signal?: AbortSignal): Promise<void> => {
    const either = signal ? AbortSignal.any([signal, closed.signal]) : closed.signal;
    return letTimePass(ms, { clock, migration, machine: systemClock, signal: either });
  };
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= closeAll());
  const closeAll = async (): Promise<void> => {
    closed.abort(cloudErrors.organisationClosed({}));
    await migration.close();
    store[Symbol.dispose]();
    await lock?.[Symbol.asyncDispose]();
  };
  const lost = lock?.lost ?? new AbortController().signal;
  lost.addEventListener('abort', () => (closed.abort(lost.reason), void migration.close()), { once: true });
  migration.resume();
  return {
    ...backend,
    get isScheduled() {
      return migration.nextDue() !== undefined;
    },
    lost,
    sentMail,
    clock: {
      now: () => clock.now(),
      sleep: (ms, waiting = {}) =>
        clock.state.mode === 'Stepped' ? pass(ms, waiting.signal) : clock.sleep(ms, waiting),
      setMode: (mode, rate) => clock.setMode(mode, rate),
      advance: (duration) => pass(parseDuration(duration)),
    },
    untilIdle: (options) => migration.untilIdle(options ?? {}),
    close,
    [Symbol.asyncDispose]: close,
  };
}
