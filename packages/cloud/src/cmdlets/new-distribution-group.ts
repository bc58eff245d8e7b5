import { newDistributionGroup } from '@cutover/core';
import { implement } from '../implement.ts';
import { recipientFor } from '../recipients/find-recipients.ts';
import { newRecipient } from '../recipients/new-recipient.ts';
import { toDistributionGroup } from '../recipients/to-objects.ts';

export const handler = implement(newDistributionGroup, async function* (context, parameters) {
  const members = (parameters.Members ?? []).map((member) => recipientFor(context, member).guid);
  const attributes = { groupType: parameters.Type, managedBy: parameters.ManagedBy?.join('; ') };
  const group = newRecipient(context, { ...parameters, kind: 'group', attributes });
  context.unitOfWork.transaction(() => {
    context.directory.add(group);
    context.directory.setMembers(group.guid, members);
  });
  yield { ...toDistributionGroup(context, group), ObjectState: 'New' as const };
});
