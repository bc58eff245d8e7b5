import { removeMailboxPermission } from '@cutover/core';
import { cloudErrors } from '../errors.ts';
import { implement } from '../implement.ts';
import { recipientFor } from '../recipients/find-recipients.ts';

export const handler = implement(removeMailboxPermission, async function* (context, parameters) {
  const { AccessRights = [], Identity = '', User = '' } = parameters;
  const mailbox = recipientFor(context, Identity, { kind: 'mailbox' });
  const trustee = recipientFor(context, User).primaryAddress;
  context.unitOfWork.transaction(() => {
    for (const accessRight of AccessRights) {
      const found = context.permissions.revoke(mailbox.guid, { trustee, accessRight });
      if (!found) throw cloudErrors.permissionNotFound({ identity: mailbox.displayName, trustee });
    }
  });
  yield* [];
});
