import { getUMMailbox } from '@cutover/core';
import { toUMMailbox } from '../../objects/to-um-mailbox.ts';
import { findRecipients } from '../../recipients/find-recipients.ts';
import { implementOnPremises } from '../implement-on-premises.ts';
import { sourceOf, viewOf } from '../on-premises-context.ts';
import { assertUnifiedMessaging } from '../unified-messaging.ts';

export const handler = implementOnPremises(getUMMailbox, async function* (context, parameters) {
  const view = await viewOf(context);
  assertUnifiedMessaging(view);
  yield* findRecipients(view, parameters, {
    kind: 'mailbox',
    passes: (recipient) => sourceOf(view, recipient).unifiedMessaging !== undefined,
    toObject: (recipient) => toUMMailbox(view, recipient, sourceOf(view, recipient).unifiedMessaging),
  });
});
