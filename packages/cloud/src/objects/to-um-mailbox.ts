import type { UMMailbox } from '@cutover/core';
import { identityOf, type RecipientContext } from '../recipients/names.ts';
import type { StoredRecipient } from '../store/directory.ts';

/** A mailbox as Get-UMMailbox shows it; without a setting it is disabled. */
export const toUMMailbox = (
  names: RecipientContext,
  recipient: StoredRecipient,
  setting: { readonly policy: string; readonly extensions: readonly string[] } | undefined,
): UMMailbox => ({
  DisplayName: recipient.displayName,
  PrimarySmtpAddress: recipient.primaryAddress,
  UMEnabled: setting !== undefined,
  UMMailboxPolicy: setting?.policy ?? '',
  Extensions: setting?.extensions ?? [],
  Name: recipient.displayName,
  Identity: identityOf(names, recipient),
  Guid: recipient.guid,
  IsValid: true,
  ObjectState: 'Unchanged',
});
