import { getMailboxPermission } from '@cutover/core';
import { resultSize } from '../../cmdlets/result-size.ts';
import { toMailboxPermission } from '../../objects/to-permissions.ts';
import { recipientFor } from '../../recipients/find-recipients.ts';
import { identityOf } from '../../recipients/names.ts';
import { implementOnPremises } from '../implement-on-premises.ts';
import { sourceOf, viewOf } from '../on-premises-context.ts';
import { accountOf, isSameName, trusteeName } from '../trustees.ts';

const own = { trustee: 'NT AUTHORITY\\SELF', rights: ['FullAccess', 'ReadPermission'] };

/** The owner first, then everybody who was given Full Access. */
export const handler = implementOnPremises(getMailboxPermission, async function* (context, parameters) {
  const { Identity, ResultSize, User } = parameters;
  const view = await viewOf(context);
  const mailbox = recipientFor(view, Identity, { kind: 'mailbox' });
  const { legacyExchangeDN } = sourceOf(view, mailbox);
  const wanted = User === undefined ? undefined : trusteeName(view, accountOf(view, User));
  const given = (await context.organisation.permissions(context))
    .filter((one) => one.right === 'FullAccess' && isSameName(one.mailbox, legacyExchangeDN))
    .map(({ account }) => ({ trustee: trusteeName(view, account), rights: ['FullAccess'] }));
  const rights = [own, ...given].filter(({ trustee }) => wanted === undefined || isSameName(trustee, wanted));
  const named = { displayName: identityOf(view, mailbox) };
  yield* resultSize(
    context,
    rights.map((one) => toMailboxPermission(named, one)),
    ResultSize,
  );
});
