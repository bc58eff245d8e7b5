import { getRecipientPermission } from '@cutover/core';
import { implement } from '../implement.ts';
import { byTrustee, toRecipientPermission } from '../objects/to-permissions.ts';
import { recipientFor } from '../recipients/find-recipients.ts';
import { resultSize } from './result-size.ts';

export const handler = implement(getRecipientPermission, async function* (context, { Identity, ResultSize, Trustee }) {
  const recipients = Identity === undefined ? context.directory.recipients() : [recipientFor(context, Identity)];
  const wanted = Trustee === undefined ? undefined : recipientFor(context, Trustee).primaryAddress;
  const found = recipients.flatMap((recipient) =>
    byTrustee(context.permissions.list(recipient.guid), (right) => right === 'SendAs')
      .filter(({ trustee }) => wanted === undefined || trustee === wanted)
      .map((one) => toRecipientPermission(recipient, one)),
  );
  yield* resultSize(context, found, ResultSize);
});
