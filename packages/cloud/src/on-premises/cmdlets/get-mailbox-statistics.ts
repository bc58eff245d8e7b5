import { getMailboxStatistics, type MailboxStatistics } from '@cutover/core';
import { recipientFor } from '../../recipients/find-recipients.ts';
import type { StoredRecipient } from '../../store/directory.ts';
import { implementOnPremises } from '../implement-on-premises.ts';
import { type OnPremisesContext, type OnPremisesView, sourceOf, viewOf } from '../on-premises-context.ts';
import { assertServer, databasesNamed } from '../servers.ts';
import { databaseOf } from '../to-on-premises-mailbox.ts';

export const handler = implementOnPremises(getMailboxStatistics, async function* (context, parameters) {
  const { Database, Identity, Server } = parameters;
  const view = await viewOf(context);
  assertServer(view.description, Server);
  const databases = databasesNamed(view.description, Database).map(({ name }) => name);
  const mailboxes =
    Identity === undefined
      ? view.directory.recipients({ kind: 'mailbox' }).filter((one) => databases.includes(databaseOf(view, one)))
      : [recipientFor(view, Identity, { kind: 'mailbox' })];
  for (const mailbox of mailboxes) yield await statisticsOf(context, view, mailbox);
});

async function statisticsOf(
  context: OnPremisesContext,
  view: OnPremisesView,
  recipient: StoredRecipient,
): Promise<MailboxStatistics> {
  const { legacyExchangeDN, mailboxGuid = recipient.guid } = sourceOf(view, recipient);
  const counted = await context.organisation.mailboxStatistics(mailboxGuid, context);
  return {
    DisplayName: recipient.displayName,
    MailboxGuid: mailboxGuid,
    LegacyDN: legacyExchangeDN,
    ItemCount: counted.itemCount,
    AssociatedItemCount: counted.associatedItemCount,
    DeletedItemCount: counted.deletedItemCount,
    TotalItemSize: counted.totalItemSize,
    TotalDeletedItemSize: 0,
    StorageLimitStatus: null,
    LastLogonTime: null,
    Database: databaseOf(view, recipient),
    Identity: mailboxGuid,
    IsValid: true,
    ObjectState: 'Unchanged',
  };
}
