import { getADPermission } from '@cutover/core';
import { databaseObject } from '../database-object.ts';
import { implementOnPremises } from '../implement-on-premises.ts';
import { viewOf } from '../on-premises-context.ts';
import { toADPermission } from '../to-ad-permission.ts';
import { accountOf, isSameName } from '../trustees.ts';

/** A mailbox inherits the rights of its database. */
export const handler = implementOnPremises(getADPermission, async function* (context, { Identity, User }) {
  const view = await viewOf(context);
  const { database, identity, isInherited } = databaseObject(view, Identity);
  const wanted = User === undefined ? undefined : accountOf(view, User);
  for (const permission of await context.organisation.permissions(context)) {
    if (permission.right !== 'ReceiveAs' || !isSameName(permission.database, database)) continue;
    const { account } = permission;
    if (wanted === undefined || isSameName(account, wanted)) {
      yield toADPermission(view, { account, identity, isInherited });
    }
  }
});
