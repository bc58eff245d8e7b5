import { removeMailboxPermission } from '@cutover/core';
import { cloudErrors } from '../../errors.ts';
import { recipientFor } from '../../recipients/find-recipients.ts';
import { assertFullAccess } from '../assert-full-access.ts';
import { implementOnPremises } from '../implement-on-premises.ts';
import { sourceOf, viewOf } from '../on-premises-context.ts';
import { accountOf, trusteeName } from '../trustees.ts';

export const handler = implementOnPremises(removeMailboxPermission, async function* (context, parameters) {
  const { AccessRights = [], Identity = '', User = '' } = parameters;
  assertFullAccess(AccessRights);
  const view = await viewOf(context);
  const mailbox = recipientFor(view, Identity, { kind: 'mailbox' });
  const account = accountOf(view, User);
  const permission = { right: 'FullAccess', account, mailbox: sourceOf(view, mailbox).legacyExchangeDN } as const;
  const revoked = await context.organisation.revoke(permission, context);
  const trustee = trusteeName(view, account);
  if (!revoked) throw cloudErrors.permissionNotFound({ identity: mailbox.displayName, trustee });
  yield* [];
});
