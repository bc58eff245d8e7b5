import { setMailbox } from '@cutover/core';
import { implement } from '../implement.ts';
import { changeRecipient } from '../recipients/change-recipient.ts';
import { recipientFor } from '../recipients/find-recipients.ts';

const kinds = {
  Regular: 'UserMailbox',
  Shared: 'SharedMailbox',
  Room: 'RoomMailbox',
  Equipment: 'EquipmentMailbox',
} as const;

export const handler = implement(setMailbox, async function* (context, parameters) {
  const { DeliverToMailboxAndForward: keeps, ForwardingSmtpAddress, Identity, Type } = parameters;
  const mailbox = recipientFor(context, Identity, { kind: 'mailbox' });
  const attributes = {
    recipientTypeDetails: Type && kinds[Type],
    forwardingSmtpAddress: ForwardingSmtpAddress,
    deliverToMailboxAndForward: keeps === undefined ? undefined : String(keeps),
  };
  context.unitOfWork.transaction(() => changeRecipient(context, mailbox, { given: parameters, attributes }));
  yield* [];
});
