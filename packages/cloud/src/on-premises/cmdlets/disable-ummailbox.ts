import { coreErrors, disableUMMailbox } from '@cutover/core';
import { toUMMailbox } from '../../objects/to-um-mailbox.ts';
import { recipientFor } from '../../recipients/find-recipients.ts';
import { implementOnPremises } from '../implement-on-premises.ts';
import { sourceOf, viewOf } from '../on-premises-context.ts';
import { assertUnifiedMessaging } from '../unified-messaging.ts';

/** From then on the mailbox may be migrated. */
export const handler = implementOnPremises(disableUMMailbox, async function* (context, parameters) {
  const { Identity, KeepProperties = false } = parameters;
  // The server keeps nothing of what was switched off.
  if (KeepProperties)
    throw coreErrors.parameterNotSupported({ cmdlet: disableUMMailbox.definition.name, parameter: 'KeepProperties' });
  const view = await viewOf(context);
  assertUnifiedMessaging(view);
  const recipient = recipientFor(view, Identity, { kind: 'mailbox' });
  const { mailboxGuid = '' } = sourceOf(view, recipient);
  await context.organisation.setUnifiedMessaging(mailboxGuid, null, context);
  yield toUMMailbox(view, recipient, undefined);
});
