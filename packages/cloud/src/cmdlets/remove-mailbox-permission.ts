import { bindingErrors, removeMailboxPermission } from '@cutover/core';
import { cloudErrors } from '../errors.ts';
import { type CmdletContext, implement } from '../implement.ts';
import { withDelegates, withoutDelegate } from '../recipients/auto-mapping.ts';
import { recipientFor } from '../recipients/find-recipients.ts';
import { withInstance } from '../recipients/of-instance.ts';
import type { StoredRecipient } from '../store/directory.ts';

export const handler = implement(removeMailboxPermission, async function* (context, parameters) {
  const { AccessRights, ClearAutoMapping, Identity = '', User = '' } = withInstance(parameters);
  const mailbox = recipientFor(context, Identity, { kind: 'mailbox' });
  if (ClearAutoMapping) return context.directory.change(withDelegates(mailbox, []));
  if (AccessRights === undefined) return resetRights(context, mailbox, parameters);
  const { guid, primaryAddress: trustee } = recipientFor(context, User);
  context.unitOfWork.transaction(() => {
    for (const accessRight of AccessRights) {
      const found = context.permissions.revoke(mailbox.guid, { trustee, accessRight });
      if (!found) throw cloudErrors.permissionNotFound({ identity: mailbox.displayName, trustee });
    }
    if (AccessRights.includes('FullAccess')) context.directory.change(withoutDelegate(mailbox, guid));
  });
  yield* [];
});

/** Only with -ResetDefault: who names no right may have forgotten it. */
function resetRights(
  context: CmdletContext,
  mailbox: StoredRecipient,
  { ResetDefault }: { ResetDefault?: boolean | undefined },
): void {
  if (!ResetDefault) {
    const { name: cmdlet } = removeMailboxPermission.definition;
    throw bindingErrors.missingMandatoryParameter({ cmdlet, parameters: ['AccessRights', 'User'] });
  }
  context.unitOfWork.transaction(() => {
    for (const permission of context.permissions.list(mailbox.guid)) {
      if (permission.accessRight !== 'SendAs') context.permissions.revoke(mailbox.guid, permission);
    }
    context.directory.change(withDelegates(mailbox, []));
  });
}
