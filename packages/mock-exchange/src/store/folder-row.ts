import type { StoredProperty } from '@cutover/content';
import type { GlobalId } from '@cutover/wire/ics';
import type { PropertyName } from '@cutover/wire/properties';

/** Who may do what in a folder: one row of its permissions. [MS-OXCPERM] 2.2 */
export interface FolderPermission {
  /** 0 stands for everybody, -1 for who did not sign in; all others have a number of their own. */
  readonly memberId: bigint;
  /** Empty for those two. */
  readonly entryId: Uint8Array;
  readonly name: string;
  /** 6673. */
  readonly rights: number;
}

/** What is done with mail that comes into a folder: one row of its rules. [MS-OXORULE] 2.2.1.3.1 */
export interface FolderRule {
  readonly properties: readonly StoredProperty[];
  /** What ids of named properties in its condition stand for, from 0x8000 on. */
  readonly names: readonly PropertyName[];
}

/** What a search folder looks for. [MS-OXCFOLD] 2.2.1.4 */
export interface SearchCriteria {
  /** As a ROP carries it. */
  readonly restriction: Uint8Array;
  /** What ids of named properties in the restriction stand for, from 0x8000 on. */
  readonly names: readonly PropertyName[];
  readonly folderIds: readonly number[];
  /** Looks below those folders, too. */
  readonly recursive: boolean;
  /** What a search that was stopped had found: nothing that came later. */
  readonly found?: readonly number[];
}

/** What a user read of a folder in a public database, kept by the client in the user's mailbox; it alone understands the data. [MS-OXCSTOR] 1.3.2 */
export interface PerUserInformation {
  readonly databaseGuid: string;
  readonly folder: GlobalId;
  readonly data: Uint8Array;
}
