import { getMailbox } from '@cutover/core';
import { implement } from '../implement.ts';
import { findRecipients } from '../recipients/find-recipients.ts';
import { toMailbox } from '../recipients/to-objects.ts';

export const handler = implement(getMailbox, async function* (context, parameters) {
  yield* findRecipients(context, parameters, {
    kind: 'mailbox',
    toObject: (recipient) => toMailbox(context, recipient),
  });
});
