import { getRecipient } from '@cutover/core';
import { implement } from '../implement.ts';
import { findRecipients } from '../recipients/find-recipients.ts';
import { toRecipient } from '../recipients/to-objects.ts';

export const handler = implement(getRecipient, async function* (context, parameters) {
  yield* findRecipients(context, parameters, { toObject: (recipient) => toRecipient(context, recipient) });
});
