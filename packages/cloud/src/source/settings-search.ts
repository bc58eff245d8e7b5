import { discover, type Credential, type Discovery } from '@cutover/outlook-anywhere';
import type { ClientWorld } from './client-options.ts';
import { sourceNames } from './source-names.ts';

/** Whose settings are looked for. */
export interface SearchedMailbox {
  readonly emailAddress: string;
  readonly credential: Credential;
  readonly acceptUntrustedCertificates?: boolean | undefined;
}

/** How long a test may take, and who may end it earlier. */
export interface TestBounds {
  readonly signal: AbortSignal;
  /** Milliseconds. */
  readonly timeLimit?: number | undefined;
}

/** Looks for the settings of a source by Autodiscover; resolves also when there are none. */
export type SettingsSearch = (mailbox: SearchedMailbox, bounds: TestBounds) => Promise<Discovery>;

/** The search as Outlook does it, by the names that are overridden and else by DNS. */
export function autodiscoverSearch({ connections, clock, random }: ClientWorld): SettingsSearch {
  return ({ acceptUntrustedCertificates, ...mailbox }, bounds) => {
    const names = sourceNames(connections);
    return discover({ ...mailbox, names, clock, random, security: { acceptUntrustedCertificates } }, bounds);
  };
}
