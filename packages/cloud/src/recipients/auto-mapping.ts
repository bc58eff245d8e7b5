import type { StoredRecipient } from '../store/directory.ts';

const separator = ' ';

/** The GUIDs of those whose Outlook opens a mailbox by itself. Source: Active Directory's msExchDelegateListLink. */
export const delegatesOf = ({ attributes }: StoredRecipient): string[] =>
  (attributes['delegateListLink'] ?? '').split(separator).filter(Boolean);

/** The mailbox with others of them. */
export const withDelegates = (mailbox: StoredRecipient, delegates: Iterable<string>): StoredRecipient => ({
  ...mailbox,
  attributes: { ...mailbox.attributes, delegateListLink: [...new Set(delegates)].join(separator) },
});

/** The mailbox without one of them. */
export const withoutDelegate = (mailbox: StoredRecipient, guid: string): StoredRecipient =>
  withDelegates(
    mailbox,
    delegatesOf(mailbox).filter((one) => one !== guid),
  );
