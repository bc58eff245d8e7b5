import { coreErrors, removeMailboxPermission } from '@cutover/core';
import { cloudErrors } from '../../errors.ts';
import { recipientFor } from '../../recipients/find-recipients.ts';
import { assertFullAccess } from '../assert-full-access.ts';
import { withInstance } from '../../recipients/of-instance.ts';
import { implementOnPremises } from '../implement-on-premises.ts';
import { type OnPremisesContext, sourceOf, viewOf } from '../on-premises-context.ts';
import { accountOf, isSameName, trusteeName } from '../trustees.ts';

export const handler = implementOnPremises(removeMailboxPermission, async function* (context, parameters) {
  const {
    AccessRights,
    ClearAutoMapping = false,
    Identity = '',
    ResetDefault = false,
    User = '',
  } = withInstance(parameters);
  if (ClearAutoMapping)
    throw coreErrors.parameterNotSupported({
      cmdlet: removeMailboxPermission.definition.name,
      parameter: 'ClearAutoMapping',
    });
  if (!ResetDefault) assertFullAccess(AccessRights ?? []);
  const view = await viewOf(context);
  const mailbox = recipientFor(view, Identity, { kind: 'mailbox' });
  const { legacyExchangeDN } = sourceOf(view, mailbox);
  if (ResetDefault) return resetRights(context, legacyExchangeDN);
  const account = accountOf(view, User);
  const permission = { right: 'FullAccess', account, mailbox: legacyExchangeDN } as const;
  const revoked = await context.organisation.revoke(permission, context);
  const trustee = trusteeName(view, account);
  if (!revoked) throw cloudErrors.permissionNotFound({ identity: mailbox.displayName, trustee });
  yield* [];
});

/** Takes Full Access to one mailbox away from everybody. */
async function resetRights(context: OnPremisesContext, legacyExchangeDN: string): Promise<void> {
  for (const permission of await context.organisation.permissions(context)) {
    const isOfMailbox = permission.right === 'FullAccess' && isSameName(permission.mailbox, legacyExchangeDN);
    if (isOfMailbox) await context.organisation.revoke(permission, context);
  }
}
