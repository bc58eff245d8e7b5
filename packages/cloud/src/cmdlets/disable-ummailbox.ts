import { disableUMMailbox } from '@cutover/core';
import { implement } from '../implement.ts';
import { toUMMailbox } from '../objects/to-um-mailbox.ts';
import { recipientFor } from '../recipients/find-recipients.ts';
import { withoutUnifiedMessaging } from '../recipients/unified-messaging.ts';

export const handler = implement(disableUMMailbox, async function* (context, { Identity, KeepProperties = true }) {
  const recipient = recipientFor(context, Identity, { kind: 'mailbox' });
  context.directory.change(withoutUnifiedMessaging(recipient, { keepsExtensions: KeepProperties }));
  yield toUMMailbox(context, recipient, undefined);
});
