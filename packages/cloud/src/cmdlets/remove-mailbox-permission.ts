import { bindingErrors, removeMailboxPermission } from '@cutover/core';
import { cloudErrors } from '../errors.ts';
import { type CmdletContext, implement } from '../implement.ts';
import { recipientFor } from '../recipients/find-recipients.ts';
import type { StoredRecipient } from '../store/directory.ts';

export const handler = implement(removeMailboxPermission, async function* (context, parameters) {
  const { AccessRights, Identity = '', User = '' } = parameters;
  const mailbox = recipientFor(context, Identity, { kind: 'mailbox' });
  if (AccessRights === undefined) return resetRights(context, mailbox, parameters);
  const trustee = recipientFor(context, User).primaryAddress;
  context.unitOfWork.transaction(() => {
    for (const accessRight of AccessRights) {
      const found = context.permissions.revoke(mailbox.guid, { trustee, accessRight });
      if (!found) throw cloudErrors.permissionNotFound({ identity: mailbox.displayName, trustee });
    }
  });
  yield* [];
});

/** Only with -ResetDefault: who names no right may have forgotten it. */
function resetRights(
  context: CmdletContext,
  { guid }: StoredRecipient,
  { ResetDefault }: { ResetDefault?: boolean | undefined },
): void {
  if (!ResetDefault) {
    const { name: cmdlet } = removeMailboxPermission.definition;
    throw bindingErrors.missingMandatoryParameter({ cmdlet, parameters: ['AccessRights', 'User'] });
  }
  context.unitOfWork.transaction(() => {
    for (const permission of context.permissions.list(guid)) {
      if (permission.accessRight !== 'SendAs') context.permissions.revoke(guid, permission);
    }
  });
}
