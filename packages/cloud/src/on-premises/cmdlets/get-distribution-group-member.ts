import { getDistributionGroupMember } from '@cutover/core';
import { resultSize } from '../../cmdlets/result-size.ts';
import { recipientFor } from '../../recipients/find-recipients.ts';
import { toRecipient } from '../../recipients/to-objects.ts';
import { implementOnPremises } from '../implement-on-premises.ts';
import { viewOf } from '../on-premises-context.ts';

export const handler = implementOnPremises(getDistributionGroupMember, async function* (context, parameters) {
  const view = await viewOf(context);
  const { directory } = view;
  const { guid } = recipientFor(view, parameters.Identity, { kind: 'group' });
  const members = directory.members(guid).map((member) => toRecipient(view, directory.findByGuid(member)!));
  yield* resultSize(context, members, parameters.ResultSize);
});
