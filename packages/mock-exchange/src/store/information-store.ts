import type { Mailbox } from './mailbox.ts';

/** The mailboxes of a server, found by their owner. */
export interface InformationStore {
  /** legacyExchangeDNs of the owners of mailboxes. */
  readonly owners: readonly string[];
  /** The mailbox of this owner, or the public folders of this database (legacyExchangeDN, compared without case); filled when first asked for. */
  mailbox(legacyExchangeDN: string): Mailbox | undefined;
}
