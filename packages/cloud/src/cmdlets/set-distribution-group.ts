import { setDistributionGroup } from '@cutover/core';
import { implement } from '../implement.ts';
import { changeRecipient } from '../recipients/change-recipient.ts';
import { recipientFor } from '../recipients/find-recipients.ts';

export const handler = implement(setDistributionGroup, async function* (context, parameters) {
  const group = recipientFor(context, parameters.Identity, { kind: 'group' });
  const attributes = { managedBy: parameters.ManagedBy?.join('; ') };
  context.unitOfWork.transaction(() => changeRecipient(context, group, { given: parameters, attributes }));
  yield* [];
});
