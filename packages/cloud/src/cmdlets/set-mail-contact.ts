import { setMailContact } from '@cutover/core';
import { implement } from '../implement.ts';
import { changeRecipient } from '../recipients/change-recipient.ts';
import { recipientFor } from '../recipients/find-recipients.ts';

export const handler = implement(setMailContact, async function* (context, parameters) {
  const contact = recipientFor(context, parameters.Identity, { kind: 'contact' });
  const externalAddress = parameters.ExternalEmailAddress?.replace(/^smtp:/i, '') ?? contact.externalAddress;
  context.unitOfWork.transaction(() =>
    changeRecipient(context, { ...contact, externalAddress }, { given: parameters }),
  );
  yield* [];
});
