import type { StoredRecipient } from '../store/directory.ts';

/** What a mailbox is enabled for Unified Messaging with. */
export interface UnifiedMessagingSetting {
  readonly policy: string;
  readonly extensions: readonly string[];
}

/** Undefined while the mailbox is not enabled. */
export function unifiedMessagingOf({ attributes }: StoredRecipient): UnifiedMessagingSetting | undefined {
  const { umMailboxPolicy: policy } = attributes;
  return policy === undefined ? undefined : { policy, extensions: keptExtensions({ attributes }) };
}

/** The mailbox enabled with a setting. */
export const withUnifiedMessaging = (
  recipient: StoredRecipient,
  { extensions, policy }: UnifiedMessagingSetting,
): StoredRecipient => ({
  ...recipient,
  attributes: { ...recipient.attributes, umMailboxPolicy: policy, umExtensions: extensions.join(' ') },
});

/** The mailbox disabled; its extensions are kept for the time when it is enabled again, or forgotten. */
export function withoutUnifiedMessaging(
  recipient: StoredRecipient,
  { keepsExtensions }: { readonly keepsExtensions: boolean },
): StoredRecipient {
  const { umMailboxPolicy: _policy, umExtensions, ...others } = recipient.attributes;
  const kept = keepsExtensions && umExtensions !== undefined ? { umExtensions } : {};
  return { ...recipient, attributes: { ...others, ...kept } };
}

/** The extensions that a mailbox has, or had when it was disabled. */
export const keptExtensions = ({ attributes }: Pick<StoredRecipient, 'attributes'>): string[] =>
  (attributes['umExtensions'] ?? '').split(' ').filter(Boolean);
