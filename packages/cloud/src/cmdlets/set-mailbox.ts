import { setMailbox } from '@cutover/core';
import { implement } from '../implement.ts';
import { changeRecipient } from '../recipients/change-recipient.ts';
import { recipientFor } from '../recipients/find-recipients.ts';
import { changedSenders } from '../recipients/send-on-behalf.ts';

const kinds = {
  Regular: 'UserMailbox',
  Shared: 'SharedMailbox',
  Room: 'RoomMailbox',
  Equipment: 'EquipmentMailbox',
} as const;

export const handler = implement(setMailbox, async function* (context, parameters) {
  const { DeliverToMailboxAndForward: keeps, ForwardingAddress: next, Identity, Type } = parameters;
  const { GrantSendOnBehalfTo: senders } = parameters;
  const mailbox = recipientFor(context, Identity, { kind: 'mailbox' });
  const attributes = {
    recipientTypeDetails: Type && kinds[Type],
    forwardingAddress: next === null ? '' : next && recipientFor(context, next).guid,
    forwardingSmtpAddress: parameters.ForwardingSmtpAddress?.replace(/^(smtp:)?(?=.)/i, 'smtp:'),
    deliverToMailboxAndForward: keeps === undefined ? undefined : String(keeps),
    sendOnBehalf: senders && changedSenders(context, mailbox, senders),
  };
  context.unitOfWork.transaction(() => changeRecipient(context, mailbox, { given: parameters, attributes }));
  yield* [];
});
