import { addMailboxPermission } from '@cutover/core';
import { implement } from '../implement.ts';
import { toMailboxPermission } from '../objects/to-permissions.ts';
import { recipientFor } from '../recipients/find-recipients.ts';

export const handler = implement(addMailboxPermission, async function* (context, parameters) {
  const { AccessRights = [], Identity = '', User = '' } = parameters;
  const mailbox = recipientFor(context, Identity, { kind: 'mailbox' });
  const trustee = recipientFor(context, User).primaryAddress;
  context.unitOfWork.transaction(() => {
    for (const accessRight of AccessRights) context.permissions.grant(mailbox.guid, { trustee, accessRight });
  });
  yield toMailboxPermission(mailbox, { trustee, rights: AccessRights });
});
