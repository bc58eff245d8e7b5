import { disableUMMailbox } from '@cutover/core';
import { implement } from '../implement.ts';
import { toUMMailbox } from '../objects/to-um-mailbox.ts';
import { recipientFor } from '../recipients/find-recipients.ts';
import { withUnifiedMessaging } from '../recipients/unified-messaging.ts';

export const handler = implement(disableUMMailbox, async function* (context, { Identity }) {
  const recipient = recipientFor(context, Identity, { kind: 'mailbox' });
  context.directory.change(withUnifiedMessaging(recipient, undefined));
  yield toUMMailbox(context, recipient, undefined);
});
