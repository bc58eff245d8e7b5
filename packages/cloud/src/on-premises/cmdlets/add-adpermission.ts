import { addADPermission } from '@cutover/core';
import { cloudErrors } from '../../errors.ts';
import { databaseObject } from '../database-object.ts';
import { withInstance } from '../../recipients/of-instance.ts';
import { implementOnPremises } from '../implement-on-premises.ts';
import { viewOf } from '../on-premises-context.ts';
import { toADPermission } from '../to-ad-permission.ts';
import { accountOf } from '../trustees.ts';

/** From then on the account may read every mailbox of the database. */
export const handler = implementOnPremises(addADPermission, async function* (context, parameters) {
  const { ExtendedRights, Identity = '', User = '' } = withInstance(parameters);
  if (ExtendedRights === undefined) throw cloudErrors.extendedRightMissing({});
  const view = await viewOf(context);
  const { database, identity, isInherited } = databaseObject(view, Identity);
  if (isInherited) throw cloudErrors.databaseRightOnly({ identity });
  const account = accountOf(view, User);
  if (!(await context.organisation.grant({ right: 'ReceiveAs', account, database }, context))) {
    throw cloudErrors.accountNotFound({ user: User });
  }
  yield toADPermission(view, { account, identity, isInherited });
});
