import type { Organisation } from '../organisation/organisation.ts';
import type { InformationStore } from '../store/information-store.ts';
import { noMailbox } from '../organisation/refuse-name.ts';
import { seedErrors } from '../errors.ts';
import { addressBook } from './address-book.ts';
import { buildMailbox, type MailboxBuilder } from './mailbox-builder.ts';

/** A server, as far as it concerns its mailboxes. */
export interface MailboxHost {
  readonly organisation: Organisation;
  readonly store: InformationStore;
}

/** The public folders of a server, to put items into. */
export function publicFoldersOf({ organisation, store }: MailboxHost): MailboxBuilder {
  const folders = store.mailbox(organisation.publicDatabase?.legacyExchangeDN ?? '');
  if (folders === undefined) throw seedErrors.noPublicFolders({});
  return buildMailbox(folders, { address: addressBook(organisation), seed: organisation.domain });
}

/**
 * The mailbox of somebody (alias or any address of theirs), to put items into: what a test does for new mail to come.
 * The same items put in the same order get the same keys.
 */
export function mailboxOf({ organisation, store }: MailboxHost, who: string): MailboxBuilder {
  const address = addressBook(organisation);
  const { legacyExchangeDN } = address(who);
  const mailbox = legacyExchangeDN === undefined ? undefined : store.mailbox(legacyExchangeDN);
  if (mailbox === undefined) throw noMailbox(organisation, who);
  return buildMailbox(mailbox, { address, seed: organisation.domain });
}
