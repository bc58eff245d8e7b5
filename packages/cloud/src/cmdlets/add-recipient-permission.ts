import { addRecipientPermission } from '@cutover/core';
import { implement } from '../implement.ts';
import { toRecipientPermission } from '../objects/to-permissions.ts';
import { recipientFor } from '../recipients/find-recipients.ts';

export const handler = implement(addRecipientPermission, async function* (context, parameters) {
  const recipient = recipientFor(context, parameters.Identity);
  const trustee = recipientFor(context, parameters.Trustee).primaryAddress;
  context.permissions.grant(recipient.guid, { trustee, accessRight: 'SendAs' });
  yield toRecipientPermission(recipient, { trustee, rights: ['SendAs'] });
});
