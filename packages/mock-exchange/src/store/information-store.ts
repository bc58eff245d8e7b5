import type { Mailbox } from './mailbox.ts';

/** The mailboxes of a server, found by their owner. */
export interface InformationStore {
  /** legacyExchangeDNs of the owners. */
  readonly owners: readonly string[];
  /** The mailbox of this owner (legacyExchangeDN, compared without case); filled when it is first asked for. */
  mailbox(legacyExchangeDN: string): Mailbox | undefined;
}
