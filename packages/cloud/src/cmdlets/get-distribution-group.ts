import { getDistributionGroup } from '@cutover/core';
import { implement } from '../implement.ts';
import { findRecipients } from '../recipients/find-recipients.ts';
import { managedBy } from '../recipients/managed-by.ts';
import { toDistributionGroup } from '../recipients/to-objects.ts';

export const handler = implement(getDistributionGroup, async function* (context, parameters) {
  yield* findRecipients(context, parameters, {
    kind: 'group',
    passes: managedBy(context, parameters.ManagedBy),
    toObject: (recipient) => toDistributionGroup(context, recipient),
  });
});
