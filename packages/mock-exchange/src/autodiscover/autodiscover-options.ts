/** How Autodiscover answers otherwise than by settings; without any of these it answers by settings. */
export interface AutodiscoverOptions {
  /** The name that the certificate of the RPC proxy is said to have; `msstd:` and the proxy's name unless told. */
  readonly certificatePrincipalName?: string;
  /** Addresses (in lower case) for which the client is told to ask again for another one: `redirectAddr`. */
  readonly redirectAddresses?: Readonly<Record<string, string>>;
  /** The client is told to ask at this URL instead: `redirectUrl`. */
  readonly redirectUrl?: string;
  /** Every request, whoever sends it, is sent to this URL by HTTP 302, as a redirecting web server does. */
  readonly location?: string;
}
