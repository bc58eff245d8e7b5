import type { MailboxPermissionEntry, RecipientPermission } from '@cutover/core';
import type { StoredRecipient } from '../store/directory.ts';
import type { Permission } from '../store/permissions.ts';

/** What one trustee may do. */
export interface TrusteeRights {
  readonly trustee: string;
  readonly rights: readonly string[];
}

/** The rights that pass, one entry for each trustee. */
export function byTrustee(permissions: readonly Permission[], passes: (right: string) => boolean): TrusteeRights[] {
  const passing = permissions.filter(({ accessRight }) => passes(accessRight));
  const grouped = Map.groupBy(passing, ({ trustee }) => trustee);
  return [...grouped].map(([trustee, given]) => ({ trustee, rights: given.map(({ accessRight }) => accessRight) }));
}

export const toMailboxPermission = (
  { displayName }: Pick<StoredRecipient, 'displayName'>,
  { rights, trustee }: TrusteeRights,
): MailboxPermissionEntry => ({
  Identity: displayName,
  User: trustee,
  AccessRights: rights,
  IsInherited: false,
  Deny: false,
  InheritanceType: 'All',
  IsValid: true,
  ObjectState: 'Unchanged',
});

export const toRecipientPermission = (
  { displayName }: StoredRecipient,
  { rights, trustee }: TrusteeRights,
): RecipientPermission => ({
  Identity: displayName,
  Trustee: trustee,
  AccessControlType: 'Allow',
  AccessRights: rights,
  IsInherited: false,
  InheritanceType: 'None',
  IsValid: true,
  ObjectState: 'Unchanged',
});
