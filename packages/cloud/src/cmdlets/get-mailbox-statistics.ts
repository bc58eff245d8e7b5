import { getMailboxStatistics, type MailboxStatistics } from '@cutover/core';
import { implement, type CmdletContext } from '../implement.ts';
import { dateOf } from '../objects/date-of.ts';
import { recipientFor } from '../recipients/find-recipients.ts';
import { legacyName } from '../recipients/names.ts';
import { databaseName } from '../recipients/to-objects.ts';
import type { StoredRecipient } from '../store/directory.ts';
import type { StoredItem } from '../store/mailboxes.ts';

/** The emulated service counts what was copied; nothing has a quota. */
export const handler = implement(getMailboxStatistics, async function* (context, { Identity }) {
  const recipients =
    Identity === undefined
      ? context.directory.recipients({ kind: 'mailbox' })
      : [recipientFor(context, Identity, { kind: 'mailbox' })];
  for (const recipient of recipients) yield statisticsOf(context, recipient);
});

function statisticsOf(context: CmdletContext, recipient: StoredRecipient): MailboxStatistics {
  const mailbox = context.mailboxes.open(recipient.guid);
  const trash = mailbox.folders().filter(({ role }) => role === 'deletedItems');
  const deleted = new Set(trash.map(({ number }) => number));
  const items = [...mailbox.items()];
  const inTrash = items.filter(({ folder }) => deleted.has(folder));
  const kept = items.filter(({ folder }) => !deleted.has(folder));
  return {
    DisplayName: recipient.displayName,
    MailboxGuid: recipient.guid,
    LegacyDN: legacyName(context, recipient),
    ItemCount: kept.filter(({ associated }) => !associated).length,
    AssociatedItemCount: items.filter(({ associated }) => associated).length,
    DeletedItemCount: inTrash.length,
    TotalItemSize: sizeOf(kept),
    TotalDeletedItemSize: sizeOf(inTrash),
    StorageLimitStatus: null,
    LastLogonTime: dateOf(context.directory.account(recipient.guid)?.signedInAt),
    Database: databaseName,
    Identity: recipient.guid,
    IsValid: true,
    ObjectState: 'Unchanged' as const,
  };
}

const sizeOf = (items: readonly StoredItem[]): number => items.reduce((sum, { size }) => sum + size, 0);
