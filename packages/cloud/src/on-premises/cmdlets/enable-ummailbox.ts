import { enableUMMailbox } from '@cutover/core';
import { toUMMailbox } from '../../objects/to-um-mailbox.ts';
import { recipientFor } from '../../recipients/find-recipients.ts';
import { implementOnPremises } from '../implement-on-premises.ts';
import { sourceOf, viewOf } from '../on-premises-context.ts';
import { assertUnifiedMessaging } from '../unified-messaging.ts';

export const handler = implementOnPremises(enableUMMailbox, async function* (context, parameters) {
  const { Extensions: extensions = [], Identity, UMMailboxPolicy: policy = '' } = parameters;
  const view = await viewOf(context);
  assertUnifiedMessaging(view);
  const recipient = recipientFor(view, Identity, { kind: 'mailbox' });
  const { mailboxGuid = '' } = sourceOf(view, recipient);
  await context.organisation.setUnifiedMessaging(mailboxGuid, { policy, extensions }, context);
  yield toUMMailbox(view, recipient, { policy, extensions });
});
