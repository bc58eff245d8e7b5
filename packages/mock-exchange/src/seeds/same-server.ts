import { seedErrors } from '../errors.ts';
import type { Organisation } from '../organisation/organisation.ts';

/** Throws unless both organisations have the same server: a running one keeps its names and the certificate for them. */
export function assertSameServer({ server, proxyServer }: Organisation, running: Organisation): void {
  if (server.name === running.server.name && proxyServer === running.proxyServer) return;
  throw seedErrors.otherServer({ server: server.name, proxy: proxyServer, running: running.proxyServer });
}
