import { setMailUser } from '@cutover/core';
import { implement } from '../implement.ts';
import { changeRecipient } from '../recipients/change-recipient.ts';
import { recipientFor } from '../recipients/find-recipients.ts';

export const handler = implement(setMailUser, async function* (context, parameters) {
  const user = recipientFor(context, parameters.Identity, { kind: 'mailUser' });
  const externalAddress = parameters.ExternalEmailAddress?.replace(/^smtp:/i, '') ?? user.externalAddress;
  const attributes = { exchangeGuid: parameters.ExchangeGuid };
  context.unitOfWork.transaction(() =>
    changeRecipient(context, { ...user, externalAddress }, { given: parameters, attributes }),
  );
  yield* [];
});
