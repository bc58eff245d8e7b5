import { bindingErrors, removeDistributionGroupMember } from '@cutover/core';
import { cloudErrors } from '../errors.ts';
import { implement } from '../implement.ts';
import { recipientFor } from '../recipients/find-recipients.ts';

const cmdlet = removeDistributionGroupMember.definition.name;

export const handler = implement(removeDistributionGroupMember, async function* (context, { Identity, Member }) {
  if (Member === undefined) throw bindingErrors.missingMandatoryParameter({ cmdlet, parameters: ['Member'] });
  const group = recipientFor(context, Identity, { kind: 'group' });
  const member = recipientFor(context, Member);
  const members = context.directory.members(group.guid);
  const rest = members.filter((guid) => guid !== member.guid);
  if (rest.length === members.length) {
    throw cloudErrors.memberNotFound({ member: member.displayName, group: group.displayName });
  }
  context.directory.setMembers(group.guid, rest);
  yield* [];
});
