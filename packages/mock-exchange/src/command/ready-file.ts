import { rename, rm, writeFile } from 'node:fs/promises';
import { reasonOf } from '../reason-of.ts';
import { mockErrors } from '../errors.ts';
import type { DoorUrls } from '../doors/door-names.ts';
import type { MockExchange } from '../mock-exchange.ts';
import { autodiscoverHosts } from '../organisation/autodiscover-hosts.ts';
import { exchangeProfiles, type ExchangeVersion } from '../profiles/exchange-profile.ts';

/** What a program that started the command needs to know, as the ready file holds it. */
export interface ReadyFile {
  /** Base URL of HTTPS. */
  readonly url: string;
  /** Base URL of plain HTTP, if that was asked for. */
  readonly httpUrl?: string;
  /** The URL of every port that is open, by its scheme: https, http … */
  readonly urls: DoorUrls;
  /** Which Exchange the server is. */
  readonly profile: ExchangeVersion;
  /** Full name of the RPC proxy. */
  readonly rpcProxyServer: string;
  /** Full name of the mailbox server. */
  readonly exchangeServer: string;
  readonly exchangeServerNetBiosName: string;
  /** Certificate of the throw-away authority, in PEM: what a client has to trust. */
  readonly certificateAuthority: string;
  /** The server's own certificate, in PEM. */
  readonly certificate: string;
  /** What a client may show where a certificate is demanded of it, in PEM. */
  readonly clientCertificate?: { readonly certificate: string; readonly key: string };
  /** Names that lead to the server, as a DNS would have them. */
  readonly hosts: readonly string[];
  /** Domains that the organisation receives mail for. */
  readonly acceptedDomains: readonly string[];
  readonly accounts: readonly {
    readonly domain: string;
    readonly userName: string;
    readonly userPrincipalName: string;
    readonly password: string;
    readonly legacyExchangeDN?: string;
  }[];
}

/** Describes a running server to whoever started it. */
export function describeServer(mock: MockExchange): ReadyFile {
  return {
    url: mock.url,
    ...(mock.httpUrl === undefined ? {} : { httpUrl: mock.httpUrl }),
    urls: mock.urls,
    profile: mock.profile,
    rpcProxyServer: mock.proxyServer,
    exchangeServer: mock.exchangeServer,
    exchangeServerNetBiosName: mock.organisation.server.netBiosName,
    certificateAuthority: mock.certificateAuthority,
    certificate: mock.certificate,
    ...(mock.clientCertificate === undefined ? {} : { clientCertificate: mock.clientCertificate }),
    hosts: hostsOf(mock),
    acceptedDomains: mock.organisation.acceptedDomains,
    accounts: mock.accounts,
  };
}

/** Exchange 2003 has no Autodiscover, and nobody made a name for it; what ends in `.invalid` is in no DNS. RFC 2606 */
function hostsOf({ organisation, profile, proxyServer }: MockExchange): string[] {
  const autodiscover = exchangeProfiles[profile].hasAutodiscover ? autodiscoverHosts(organisation) : [];
  return [proxyServer, ...autodiscover].filter((host) => !host.endsWith('.invalid'));
}

/** Writes the ready file so that it is there as a whole or not at all; only its owner may read the passwords in it. */
export async function writeReadyFile(path: string, content: ReadyFile): Promise<void> {
  const draft = `${path}.${process.pid}.draft`;
  try {
    await writeFile(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw mockErrors.readyFileNotWritten({ path, reason: reasonOf(cause) }, { cause });
  }
}
