import { addDistributionGroupMember, bindingErrors } from '@cutover/core';
import { cloudErrors } from '../errors.ts';
import { implement } from '../implement.ts';
import { recipientFor } from '../recipients/find-recipients.ts';

const cmdlet = addDistributionGroupMember.definition.name;

export const handler = implement(addDistributionGroupMember, async function* (context, { Identity, Member }) {
  if (Member === undefined) throw bindingErrors.missingMandatoryParameter({ cmdlet, parameters: ['Member'] });
  const group = recipientFor(context, Identity, { kind: 'group' });
  const member = recipientFor(context, Member);
  const members = context.directory.members(group.guid);
  if (members.includes(member.guid)) {
    throw cloudErrors.memberTaken({ member: member.displayName, group: group.displayName });
  }
  context.directory.setMembers(group.guid, [...members, member.guid]);
  yield* [];
});
