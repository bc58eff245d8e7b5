import type { ADPermission } from '@cutover/core';
import type { OnPremisesView } from './on-premises-context.ts';
import { trusteeName } from './trustees.ts';

/** The right to read every mailbox of a database, as Get-ADPermission shows it. */
export const toADPermission = (
  view: OnPremisesView,
  { account, identity, isInherited }: { account: string; identity: string; isInherited: boolean },
): ADPermission => ({
  AccessRights: ['ExtendedRight'],
  ExtendedRights: ['Receive-As'],
  Deny: false,
  User: trusteeName(view, account),
  Identity: identity,
  IsInherited: isInherited,
  InheritanceType: 'All',
  IsValid: true,
  ObjectState: 'Unchanged',
});
