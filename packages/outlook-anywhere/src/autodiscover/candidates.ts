/** Where settings may be asked for: a URL, a plain URL that only tells where, or a record that does. */
export type Candidate =
  | { readonly kind: 'service'; readonly url: string }
  | { readonly kind: 'redirector'; readonly url: string }
  | { readonly kind: 'record'; readonly name: string };

const path = '/autodiscover/autodiscover.xml';

/** The URL of the service on a host. */
export const serviceUrl = (host: string, port = 443): string =>
  `https://${host}${port === 443 ? '' : `:${port}`}${path}`;

/** The places for a domain, in the order in which Outlook tries them. [MS-OXDISCO] 3.1.5 */
export const candidatesOf = (domain: string): readonly Candidate[] => [
  { kind: 'service', url: serviceUrl(domain) },
  { kind: 'service', url: serviceUrl(`autodiscover.${domain}`) },
  { kind: 'redirector', url: `http://autodiscover.${domain}${path}` },
  { kind: 'record', name: `_autodiscover._tcp.${domain}` },
];

/** What a candidate is called. */
export const nameOf = (candidate: Candidate): string =>
  candidate.kind === 'record' ? `SRV ${candidate.name}` : candidate.url;
