import { resolveSrv } from 'node:dns/promises';
import { domainToASCII } from 'node:url';
import { type Clock, isSdkError, type SdkError, systemClock, systemRandom } from '@cutover/base';
import { errors } from '../errors.ts';
import { limits } from '../limits.ts';
import type { CallOptions } from '../options.ts';
import { withDeadline } from '../transport/deadline.ts';
import type { SocketTarget } from '../transport/socket-target.ts';
import { askUrl, type WebAnswer, type WebEnvironment } from './ask-url.ts';
import type { AutodiscoverOptions, DiscoveredSettings, ServiceRecord } from './autodiscover-options.ts';
import { type Candidate, candidatesOf, nameOf, serviceUrl } from './candidates.ts';
import { type Discovery, SearchLog } from './discovery.ts';
import { parsePoxAnswer, type PoxAnswer, poxRequest } from './pox-document.ts';
import { readSettings } from './read-settings.ts';

/** The bounds of a search. */
export interface SearchOptions extends CallOptions {
  /** Milliseconds after which the search is given up. */
  readonly timeLimit?: number | undefined;
}

/**
 * Looks for the settings of Outlook Anywhere by the Autodiscover service of Exchange 2007 and later, as Outlook does. Resolves
 * also when there are none. The credential is sent by HTTPS alone, to hosts whose certificate is good for their name, and only
 * when they ask for it.
 */
export async function discover(
  options: AutodiscoverOptions,
  { signal, timeLimit: ms = limits.autodiscoverSearch }: SearchOptions = {},
): Promise<Discovery> {
  const { emailAddress, clock = systemClock } = options;
  domainOf(emailAddress);
  const begun = clock.now();
  const log = new SearchLog(clock);
  const timedOut = () => errors.testTimedOut({ ms });
  const { settings, late } = await withDeadline({ clock, ms, signals: [signal], timedOut }, (end) =>
    new Search(options, { log, clock, signal: end }).run(emailAddress),
  ).then(
    (found) => ({ settings: found, late: undefined }),
    (error: unknown) => {
      signal?.throwIfAborted();
      if (!isSdkError(error, 'outlookAnywhere.testTimedOut')) throw error;
      return { settings: undefined, late: error };
    },
  );
  const failure = settings ? undefined : failureOf(emailAddress, log, late);
  return { emailAddress, settings, failure, attempts: log.attempts, durationMs: clock.now() - begun };
}

/** The settings of a mailbox; throws if Autodiscover does not tell them. */
export async function discoverSettings(
  options: AutodiscoverOptions,
  search: SearchOptions = {},
): Promise<DiscoveredSettings> {
  const { settings, failure } = await discover(options, search);
  if (settings) return settings;
  throw failure!;
}

function failureOf(emailAddress: string, log: SearchLog, late: SdkError | undefined): SdkError {
  const cause = late ?? log.mostTelling;
  const attempts = log.attempts.map(({ place, detail }) => `${place}: ${detail}`);
  return errors.autodiscoverFailed({ emailAddress, attempts }, cause && { cause });
}

/** The domain in its form for DNS. */
function domainOf(emailAddress: string): string {
  const domain = /^[^@\s]+@([^@\s]+)$/.exec(emailAddress)?.[1];
  const ascii = domain && domainToASCII(domain);
  if (!ascii) throw errors.invalidOption({ option: 'emailAddress', reason: 'must be an e-mail address' });
  return ascii;
}

interface Asked {
  readonly emailAddress: string;
  readonly domain: string;
}

type Told = Exclude<PoxAnswer, { action: 'error' }> | { readonly action: 'location'; readonly url: string };

class Search {
  readonly #options: AutodiscoverOptions;
  readonly #log: SearchLog;
  readonly #signal: AbortSignal;
  readonly #environment: WebEnvironment;

  constructor(
    options: AutodiscoverOptions,
    { log, clock, signal }: { log: SearchLog; clock: Clock; signal: AbortSignal },
  ) {
    const { connect = limits.autodiscoverConnect, call = limits.autodiscoverAnswer } = options.timeouts ?? {};
    this.#options = options;
    this.#log = log;
    this.#signal = signal;
    this.#environment = {
      connectTimeout: connect,
      callTimeout: call,
      clock,
      random: options.random ?? systemRandom,
    };
  }

  /** Tries one place after the other. */
  async run(emailAddress: string): Promise<DiscoveredSettings | undefined> {
    const domain = domainOf(emailAddress);
    for (const candidate of candidatesOf(domain)) {
      const found = await this.#tryCandidate(candidate, { emailAddress, domain });
      if (found) return found;
    }
    return undefined;
  }

  async #tryCandidate(candidate: Candidate, asked: Asked): Promise<DiscoveredSettings | undefined> {
    if (candidate.kind === 'service') return this.#askService(candidate.url, asked);
    const attempt = (ask: () => Promise<string>) =>
      this.#log.attempt(
        nameOf(candidate),
        ask,
        (to) => ({ outcome: 'redirection', detail: `Go to ${to}.` }),
        this.#signal,
      );
    const url = await attempt(async () =>
      this.#unproven(
        nameOf(candidate),
        candidate.kind === 'record' ? await this.#lookUp(candidate.name) : await this.#askRedirector(candidate.url),
        asked,
      ),
    );
    return url === undefined ? undefined : this.#askService(url, asked);
  }

  /** Asks a service, and goes where it says. */
  async #askService(url: string, asked: Asked): Promise<DiscoveredSettings | undefined> {
    const told = await this.#log.attempt(url, () => this.#post(url, asked), describe, this.#signal);
    if (told === undefined) return undefined;
    if ('rpcProxyServer' in told) return told;
    return told.action === 'redirectAddr' ? this.run(told.address) : this.#askService(told.url, asked);
  }

  async #post(url: string, asked: Asked): Promise<DiscoveredSettings | Exclude<Told, { action: 'settings' }>> {
    const { credential } = this.#options;
    this.#log.ask(url, asked.emailAddress);
    const body = poxRequest(asked.emailAddress);
    const where = new URL(url);
    const request = { url: where, target: this.#targetOf(where), method: 'POST', body, credential } as const;
    const told = await readAnswer(await askUrl(request, this.#environment, this.#signal), url, credential.userName);
    if (told.action === 'settings') return readSettings(told.document, { url, emailAddress: asked.emailAddress });
    if (told.action === 'redirectAddr') {
      domainOf(told.address);
      this.#log.redirect(url, told.address);
      return told;
    }
    const to = new URL(told.url, url);
    if (to.protocol !== 'https:') throw errors.redirectionRefused({ url, to: to.href, reason: 'it is no HTTPS' });
    this.#log.redirect(url, to.href);
    return { ...told, url: to.href };
  }

  /** The place that plain HTTP names; nobody signs in there. */
  async #askRedirector(url: string): Promise<string> {
    const where = new URL(url);
    const request = { url: where, target: this.#targetOf(where), method: 'GET' } as const;
    const { head } = await askUrl(request, this.#environment, this.#signal);
    const location = locationOf(head);
    if (location) return new URL(location, url).href;
    throw errors.autodiscoverNotThere({ url, status: head.status, reason: head.reason });
  }

  async #lookUp(name: string): Promise<string> {
    const records = (await this.#options.names?.servicesOf?.(name)) ?? (await askDns(name));
    // A dot for the name says that the service is not had. RFC 2782
    const [best] = records.filter((record) => record.name !== '' && record.name !== '.').toSorted(byPriority);
    if (!best) throw errors.noServiceRecord({ name });
    return serviceUrl(best.name.replace(/\.$/, ''), best.port);
  }

  /** What an unprotected answer names must be a host that may be given the credential. */
  #unproven(from: string, to: string, { domain }: Asked): string {
    const { protocol, hostname } = new URL(to);
    const { trustsHost = (host: string) => host === domain || host.endsWith(`.${domain}`) } = this.#options;
    if (protocol !== 'https:') throw errors.redirectionRefused({ url: from, to, reason: 'it is no HTTPS' });
    if (!trustsHost(hostname)) {
      throw errors.redirectionRefused({
        url: from,
        to,
        reason: `anybody could have said so, and it is outside of ${domain}`,
      });
    }
    this.#log.redirect(from, to);
    return to;
  }

  #targetOf({ hostname, port: given, protocol }: URL): SocketTarget {
    const { names, security = {} } = this.#options;
    const tls = protocol === 'https:';
    const port = Number(given || (tls ? 443 : 80));
    const address = names?.addressOf?.(hostname, port);
    if (address === null) throw errors.hostNotFound({ proxy: hostname });
    return {
      proxy: hostname,
      host: address?.host ?? hostname,
      port: address?.port ?? port,
      tls,
      ca: address?.ca ?? security.ca,
      acceptUntrustedCertificates: security.acceptUntrustedCertificates ?? false,
      minimumTls: security.minimumTls ?? 'TLSv1',
    };
  }
}

async function askDns(name: string): Promise<readonly ServiceRecord[]> {
  return resolveSrv(name).catch((cause: Error) => {
    throw errors.noServiceRecord({ name }, { cause });
  });
}

const byPriority = (left: ServiceRecord, right: ServiceRecord): number =>
  left.priority - right.priority || right.weight - left.weight;

const redirections = new Set([301, 302, 303, 307, 308]);

const locationOf = ({ status, headers }: WebAnswer['head']): string | undefined =>
  redirections.has(status) ? headers.get('location')?.[0] : undefined;

async function readAnswer({ head, body }: WebAnswer, url: string, userName: string): Promise<Told> {
  const location = locationOf(head);
  if (location) return { action: 'location', url: location };
  if (head.status === 401) throw errors.signInRefused({ url, userName });
  if (head.status !== 200) throw errors.autodiscoverNotThere({ url, status: head.status, reason: head.reason });
  const answer = await parsePoxAnswer(body, url);
  if (answer.action === 'error') throw errors.autodiscoverAnswered({ url, code: answer.code, message: answer.message });
  return answer;
}

function describe(told: DiscoveredSettings | Exclude<Told, { action: 'settings' }>) {
  if ('rpcProxyServer' in told) {
    const { exchangeServer, rpcProxyServer, authentication } = told;
    const detail = `Settings: RPC proxy ${rpcProxyServer}, mailbox server ${exchangeServer}, ${authentication} authentication.`;
    return { outcome: 'settings', detail } as const;
  }
  const to = told.action === 'redirectAddr' ? told.address : told.url;
  return { outcome: 'redirection', detail: `Go to ${to}.` } as const;
}
