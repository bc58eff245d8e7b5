import { getDistributionGroup } from '@cutover/core';
import { findRecipients } from '../../recipients/find-recipients.ts';
import { managedBy } from '../../recipients/managed-by.ts';
import { toDistributionGroup } from '../../recipients/to-objects.ts';
import { implementOnPremises } from '../implement-on-premises.ts';
import { viewOf } from '../on-premises-context.ts';

export const handler = implementOnPremises(getDistributionGroup, async function* (context, parameters) {
  const view = await viewOf(context);
  yield* findRecipients(view, parameters, {
    kind: 'group',
    passes: managedBy(view, parameters.ManagedBy),
    toObject: (recipient) => toDistributionGroup(view, recipient),
  });
});
