import { getDistributionGroup } from '@cutover/core';
import { findRecipients } from '../../recipients/find-recipients.ts';
import { toDistributionGroup } from '../../recipients/to-objects.ts';
import { implementOnPremises } from '../implement-on-premises.ts';
import { viewOf } from '../on-premises-context.ts';

export const handler = implementOnPremises(getDistributionGroup, async function* (context, parameters) {
  const view = await viewOf(context);
  yield* findRecipients(view, parameters, {
    kind: 'group',
    toObject: (recipient) => toDistributionGroup(view, recipient),
  });
});
