import type { Organisation } from './organisation.ts';

/** The hosts at which clients look for Autodiscover. */
export const autodiscoverHosts = ({ acceptedDomains }: Organisation): string[] =>
  acceptedDomains.map((domain) => `autodiscover.${domain}`);
