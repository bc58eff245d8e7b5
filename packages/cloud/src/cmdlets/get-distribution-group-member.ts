import { getDistributionGroupMember } from '@cutover/core';
import { implement } from '../implement.ts';
import { recipientFor } from '../recipients/find-recipients.ts';
import { toRecipient } from '../recipients/to-objects.ts';
import { resultSize } from './result-size.ts';

export const handler = implement(getDistributionGroupMember, async function* (context, { Identity, ResultSize }) {
  const { directory } = context;
  const { guid } = recipientFor(context, Identity, { kind: 'group' });
  const members = directory.members(guid).map((member) => toRecipient(context, directory.findByGuid(member)!));
  yield* resultSize(context, members, ResultSize);
});
