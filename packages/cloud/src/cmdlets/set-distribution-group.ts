import { setDistributionGroup } from '@cutover/core';
import { implement } from '../implement.ts';
import { changeRecipient } from '../recipients/change-recipient.ts';
import { recipientFor } from '../recipients/find-recipients.ts';
import { changedManagers } from '../recipients/managed-by.ts';

export const handler = implement(setDistributionGroup, async function* (context, parameters) {
  const group = recipientFor(context, parameters.Identity, { kind: 'group' });
  const { ManagedBy, RequireSenderAuthenticationEnabled: closed } = parameters;
  const attributes = {
    managedBy: ManagedBy && changedManagers(context, group, ManagedBy),
    requireSenderAuthentication: closed === undefined ? undefined : String(closed),
  };
  context.unitOfWork.transaction(() => changeRecipient(context, group, { given: parameters, attributes }));
  yield* [];
});
