import { addMailboxPermission } from '@cutover/core';
import { implement } from '../implement.ts';
import { toMailboxPermission } from '../objects/to-permissions.ts';
import { delegatesOf, withDelegates, withoutDelegate } from '../recipients/auto-mapping.ts';
import { recipientFor } from '../recipients/find-recipients.ts';
import { withInstance } from '../recipients/of-instance.ts';

export const handler = implement(addMailboxPermission, async function* (context, parameters) {
  const { AccessRights = [], AutoMapping = true, Identity = '', User = '' } = withInstance(parameters);
  const mailbox = recipientFor(context, Identity, { kind: 'mailbox' });
  const { guid, primaryAddress: trustee } = recipientFor(context, User);
  const isMapped = AutoMapping && AccessRights.includes('FullAccess');
  context.unitOfWork.transaction(() => {
    for (const accessRight of AccessRights) context.permissions.grant(mailbox.guid, { trustee, accessRight });
    const changed = isMapped ? withDelegates(mailbox, [...delegatesOf(mailbox), guid]) : withoutDelegate(mailbox, guid);
    context.directory.change(changed);
  });
  yield toMailboxPermission(mailbox, { trustee, rights: AccessRights });
});
