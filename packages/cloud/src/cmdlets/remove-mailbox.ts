import { removeMailbox } from '@cutover/core';
import { implement } from '../implement.ts';
import { recipientFor } from '../recipients/find-recipients.ts';

/** Everything goes in one transaction: the items with their contents, the account, the rights. */
export const handler = implement(removeMailbox, async function* (context, { Identity = '' }) {
  const { guid } = recipientFor(context, Identity, { kind: 'mailbox' });
  context.unitOfWork.transaction(() => {
    const mailbox = context.mailboxes.open(guid);
    mailbox.removeFolders(mailbox.folders().map(({ id }) => id));
    context.directory.remove(guid);
  });
  yield* [];
});
