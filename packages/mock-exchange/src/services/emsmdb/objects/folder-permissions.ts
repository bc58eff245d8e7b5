import type { StoredProperty } from '@cutover/content';
import { isWireError } from '@cutover/wire';
import { permanentEntryId } from '@cutover/wire/nspi';
import { pidTag } from '@cutover/wire/properties';
import { findRecipient, type Organisation } from '../../../organisation/organisation.ts';
import type { Recipient } from '../../../organisation/recipient.ts';
import type { Folder } from '../../../store/folder.ts';
import type { FolderPermission } from '../../../store/folder-row.ts';

/** Members that every folder has: everybody, and who did not sign in. [MS-OXCPERM] 2.2.5 */
export const member = { everybody: 0n, anonymous: -1n } as const;

const nobody = new Uint8Array();

const unchanged: readonly FolderPermission[] = [
  { memberId: member.everybody, entryId: nobody, name: '', rights: 0 },
  { memberId: member.anonymous, entryId: nobody, name: 'Anonymous', rights: 0 },
];

/** Who may do what in a folder; its owner, who may do all, is not among them. */
export const permissionsOf = ({ permissions }: Folder): readonly FolderPermission[] => permissions ?? unchanged;

/** Whom an entry id of the directory means. */
export function recipientBehind(organisation: Organisation, entryId: Uint8Array): Recipient | undefined {
  try {
    return findRecipient(organisation, permanentEntryId.decode(entryId).dn);
  } catch (error) {
    if (isWireError(error)) return undefined;
    throw error;
  }
}

/** A row as the table of permissions shows it. [MS-OXCPERM] 2.2.4 to 2.2.7 */
export const permissionRow = ({ memberId, entryId, name, rights }: FolderPermission): StoredProperty[] => [
  { tag: pidTag.entryId, value: entryId },
  { tag: pidTag.memberId, value: memberId },
  { tag: pidTag.memberName, value: name },
  { tag: pidTag.memberRights, value: rights },
];
