import type { StoredRecipient } from '../store/directory.ts';

/** What a mailbox is enabled for Unified Messaging with. */
export interface UnifiedMessagingSetting {
  readonly policy: string;
  readonly extensions: readonly string[];
}

/** Undefined while the mailbox is not enabled. */
export function unifiedMessagingOf({ attributes }: StoredRecipient): UnifiedMessagingSetting | undefined {
  const { umMailboxPolicy: policy, umExtensions = '' } = attributes;
  return policy === undefined ? undefined : { policy, extensions: umExtensions.split(' ').filter(Boolean) };
}

/** The mailbox enabled with a setting, or disabled without one. */
export function withUnifiedMessaging(
  recipient: StoredRecipient,
  setting: UnifiedMessagingSetting | undefined,
): StoredRecipient {
  const { umMailboxPolicy: _policy, umExtensions: _extensions, ...others } = recipient.attributes;
  const added = setting && { umMailboxPolicy: setting.policy, umExtensions: setting.extensions.join(' ') };
  return { ...recipient, attributes: { ...others, ...added } };
}
