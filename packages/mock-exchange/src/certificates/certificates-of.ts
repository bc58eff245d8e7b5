import { defaultHost, type MockExchangeOptions } from '../options.ts';
import { autodiscoverHosts } from '../organisation/autodiscover-hosts.ts';
import type { World } from '../world.ts';
import { createCertificates, type ServerCertificates } from './create-certificates.ts';

/** The certificates of a server: for the names by which clients outside find it, and for loopback. */
export function certificatesOf(
  { organisation, profile, clock, random }: World,
  { host = defaultHost, certificate: kind = 'trusted', clientCertificates }: MockExchangeOptions,
): Promise<ServerCertificates> {
  const autodiscover = profile.hasAutodiscover ? autodiscoverHosts(organisation) : [];
  return createCertificates({
    names: [organisation.proxyServer, ...autodiscover, 'localhost', host],
    kind,
    forClients: clientCertificates === 'required',
    clock,
    random,
  });
}
