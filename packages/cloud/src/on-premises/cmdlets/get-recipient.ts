import { getRecipient } from '@cutover/core';
import { findRecipients } from '../../recipients/find-recipients.ts';
import { toRecipient } from '../../recipients/to-objects.ts';
import { implementOnPremises } from '../implement-on-premises.ts';
import { viewOf } from '../on-premises-context.ts';

export const handler = implementOnPremises(getRecipient, async function* (context, parameters) {
  const view = await viewOf(context);
  yield* findRecipients(view, parameters, { toObject: (recipient) => toRecipient(view, recipient) });
});
