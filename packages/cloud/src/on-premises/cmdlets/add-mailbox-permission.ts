import { addMailboxPermission, coreErrors } from '@cutover/core';
import { cloudErrors } from '../../errors.ts';
import { toMailboxPermission } from '../../objects/to-permissions.ts';
import { recipientFor } from '../../recipients/find-recipients.ts';
import { identityOf } from '../../recipients/names.ts';
import { assertFullAccess } from '../assert-full-access.ts';
import { withInstance } from '../../recipients/of-instance.ts';
import { implementOnPremises } from '../implement-on-premises.ts';
import { sourceOf, viewOf } from '../on-premises-context.ts';
import { accountOf, trusteeName } from '../trustees.ts';

/** From then on the account may read the mailbox, and so a migration that signs in with it. */
export const handler = implementOnPremises(addMailboxPermission, async function* (context, parameters) {
  const { AccessRights = [], AutoMapping = false, Identity = '', User = '' } = withInstance(parameters);
  // What Outlook opens by itself is no matter of a server that a migration leaves.
  if (AutoMapping)
    throw coreErrors.parameterNotSupported({ cmdlet: addMailboxPermission.definition.name, parameter: 'AutoMapping' });
  assertFullAccess(AccessRights);
  const view = await viewOf(context);
  const mailbox = recipientFor(view, Identity, { kind: 'mailbox' });
  const { legacyExchangeDN } = sourceOf(view, mailbox);
  const account = accountOf(view, User);
  const granted = await context.organisation.grant(
    { right: 'FullAccess', account, mailbox: legacyExchangeDN },
    context,
  );
  if (!granted) throw cloudErrors.accountNotFound({ user: User });
  const named = { displayName: identityOf(view, mailbox) };
  yield toMailboxPermission(named, { trustee: trusteeName(view, account), rights: AccessRights });
});
