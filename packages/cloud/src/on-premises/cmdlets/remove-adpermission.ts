import { removeADPermission } from '@cutover/core';
import { cloudErrors } from '../../errors.ts';
import { databaseObject } from '../database-object.ts';
import { withInstance } from '../../recipients/of-instance.ts';
import { implementOnPremises } from '../implement-on-premises.ts';
import { viewOf } from '../on-premises-context.ts';
import { accountOf, trusteeName } from '../trustees.ts';

export const handler = implementOnPremises(removeADPermission, async function* (context, parameters) {
  const { ExtendedRights, Identity = '', User = '' } = withInstance(parameters);
  if (ExtendedRights === undefined) throw cloudErrors.extendedRightMissing({});
  const view = await viewOf(context);
  const { database, identity, isInherited } = databaseObject(view, Identity);
  if (isInherited) throw cloudErrors.databaseRightOnly({ identity });
  const account = accountOf(view, User);
  const revoked = await context.organisation.revoke({ right: 'ReceiveAs', account, database }, context);
  if (!revoked) throw cloudErrors.permissionNotFound({ identity, trustee: trusteeName(view, account) });
  yield* [];
});
