import { newDistributionGroup } from '@cutover/core';
import { implement } from '../implement.ts';
import { recipientFor } from '../recipients/find-recipients.ts';
import { managerNames } from '../recipients/managed-by.ts';
import { newRecipient } from '../recipients/new-recipient.ts';
import { toDistributionGroup } from '../recipients/to-objects.ts';

export const handler = implement(newDistributionGroup, async function* (context, parameters) {
  const members = (parameters.Members ?? []).map((member) => recipientFor(context, member).guid);
  const { ManagedBy = [], RequireSenderAuthenticationEnabled: closed = true, Type } = parameters;
  const attributes = {
    groupType: Type,
    managedBy: managerNames(context, ManagedBy),
    requireSenderAuthentication: String(closed),
  };
  const group = newRecipient(context, { ...parameters, kind: 'group', attributes });
  context.unitOfWork.transaction(() => {
    context.directory.add(group);
    context.directory.setMembers(group.guid, members);
  });
  yield { ...toDistributionGroup(context, group), ObjectState: 'New' as const };
});
