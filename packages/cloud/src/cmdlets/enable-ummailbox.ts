import { enableUMMailbox } from '@cutover/core';
import { implement } from '../implement.ts';
import { toUMMailbox } from '../objects/to-um-mailbox.ts';
import { recipientFor } from '../recipients/find-recipients.ts';
import { keptExtensions, withUnifiedMessaging } from '../recipients/unified-messaging.ts';

/** After the migration the telephone finds the mailbox in the cloud. */
export const handler = implement(enableUMMailbox, async function* (context, parameters) {
  const { Extensions, Identity, UMMailboxPolicy: policy = '' } = parameters;
  const recipient = recipientFor(context, Identity, { kind: 'mailbox' });
  const extensions = Extensions ?? keptExtensions(recipient);
  context.directory.change(withUnifiedMessaging(recipient, { policy, extensions }));
  yield toUMMailbox(context, recipient, { policy, extensions });
});
