import type { StoredRecipient } from '../store/directory.ts';

const attribute = 'licenses';

/** The licenses of a mailbox's owner, as `contoso:EXCHANGESTANDARD`. */
export const licensesOf = ({ attributes }: Pick<StoredRecipient, 'attributes'>): string[] =>
  (attributes[attribute] ?? '').split(' ').filter(Boolean);

/** The recipient with other licenses. */
export const withLicenses = (recipient: StoredRecipient, licenses: readonly string[]): StoredRecipient => ({
  ...recipient,
  attributes: { ...recipient.attributes, [attribute]: licenses.join(' ') },
});
