import { getUMMailbox } from '@cutover/core';
import { implement } from '../implement.ts';
import { toUMMailbox } from '../objects/to-um-mailbox.ts';
import { findRecipients } from '../recipients/find-recipients.ts';
import { unifiedMessagingOf } from '../recipients/unified-messaging.ts';

export const handler = implement(getUMMailbox, async function* (context, parameters) {
  yield* findRecipients(context, parameters, {
    kind: 'mailbox',
    passes: (recipient) => unifiedMessagingOf(recipient) !== undefined,
    toObject: (recipient) => toUMMailbox(context, recipient, unifiedMessagingOf(recipient)),
  });
});
