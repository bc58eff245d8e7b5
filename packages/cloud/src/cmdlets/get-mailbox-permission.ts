import { getMailboxPermission } from '@cutover/core';
import { implement } from '../implement.ts';
import { byTrustee, toMailboxPermission } from '../objects/to-permissions.ts';
import { recipientFor } from '../recipients/find-recipients.ts';
import { resultSize } from './result-size.ts';

const own = { trustee: 'NT AUTHORITY\\SELF', rights: ['FullAccess', 'ReadPermission'] };

/** The owner first, as the product lists it; then everybody who was given a right. */
export const handler = implement(getMailboxPermission, async function* (context, { Identity, ResultSize, User }) {
  const mailbox = recipientFor(context, Identity, { kind: 'mailbox' });
  const wanted = User === undefined ? undefined : recipientFor(context, User).primaryAddress;
  const given = byTrustee(context.permissions.list(mailbox.guid), (right) => right !== 'SendAs');
  const rights = [own, ...given].filter(({ trustee }) => wanted === undefined || trustee === wanted);
  yield* resultSize(
    context,
    rights.map((one) => toMailboxPermission(mailbox, one)),
    ResultSize,
  );
});
