import type { KeyLike } from 'node:crypto';
import type { Clock, Ids } from '@cutover/base';

/** Whom the service routes a call by: a person, or the application itself. */
export type RestIdentity = { readonly user: string } | { readonly tenantGuid: string };

/** Why a token is asked for: the claims that the service challenged with, if it did. */
export interface TokenRequest {
  /** Claims that the service asks for besides, from a challenge. */
  readonly claims?: string;
  readonly signal: AbortSignal | undefined;
}

/** How to reach an organisation over REST. */
export interface RestOptions {
  /** GUID or domain of the tenant. */
  readonly tenant: string;
  readonly identity: RestIdentity;
  /** Gives a bearer token for `https://outlook.office365.com/.default`; asked again for each page. */
  readonly token: (request: TokenRequest) => string | Promise<string>;
  /** Default: `https://outlook.office365.com`. */
  readonly baseUrl?: string;
  /** The service's RSA key that passwords are encrypted for; without it a call with a credential is refused. */
  readonly secretKey?: KeyLike;
  readonly pageSize?: number;
  readonly clock?: Clock;
  readonly ids?: Ids;
}

// The mailbox that calls of an application are routed by; the same in every tenant.
const systemMailbox = 'SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}';

/** The X-AnchorMailbox header. */
export function anchorOf(identity: RestIdentity): string {
  return 'user' in identity ? `UPN:${identity.user}` : `APP:${systemMailbox}@${identity.tenantGuid}`;
}
