import type { StoredProperty } from '@cutover/content';
import type { FolderPermission, FolderRule, PerUserInformation, SearchCriteria } from './folder-row.ts';
import type { Lineage } from './lineage.ts';

/** A folder as it is at one moment; a change makes a new object, so a kept one is a snapshot. */
export interface Folder {
  /** 48-bit counter of the folder id; the replica id is always 1. */
  readonly id: number;
  /** Absent for the root only. */
  readonly parentId: number | undefined;
  readonly name: string;
  /** 3613, e.g. IPF.Appointment; empty for mail. */
  readonly containerClass: string;
  /** 3601: 0 root, 1 generic, 2 search. */
  readonly type: 0 | 1 | 2;
  /** Properties of the folder's own besides those above (3004 comment, 10F4 hidden, named ones). */
  readonly properties: readonly StoredProperty[];
  readonly changeNumber: number;
  /** FILETIME. */
  readonly createdAt: bigint;
  /** FILETIME. */
  readonly modifiedAt: bigint;
  /** Of a folder whose last change, or an earlier one, was uploaded. */
  readonly lineage?: Lineage;
  /** Absent while nobody changed them. */
  readonly permissions?: readonly FolderPermission[];
  readonly rules?: readonly FolderRule[];
  /** Classes of messages that are delivered here, when it was said. */
  readonly receives?: readonly ReceivedClass[];
  /** Of a search folder, when it was told what to look for. */
  readonly search?: SearchCriteria;
  /** Of the root, when a client keeps it there. */
  readonly perUser?: readonly PerUserInformation[];
}

/** A class of messages, and when it was said (FILETIME) that a folder receives it. */
export interface ReceivedClass {
  readonly messageClass: string;
  readonly changedAt: bigint;
}

/** The thirteen folders that RopLogon names, in its order. [MS-OXCSTOR] 2.2.1.1.3 */
export const specialFolders = [
  'root',
  'deferredAction',
  'spoolerQueue',
  'ipmSubtree',
  'inbox',
  'outbox',
  'sentItems',
  'deletedItems',
  'commonViews',
  'schedule',
  'finder',
  'views',
  'shortcuts',
] as const;

/** Folders that every mailbox has besides those of RopLogon; Inbox and root name them by 36D0 to 36D7. */
export const defaultFolders = ['calendar', 'contacts', 'drafts', 'journal', 'notes', 'tasks'] as const;

/** The folders that a logon to public folders names, in its order. [MS-OXCSTOR] 2.2.1.1.4 */
export const publicFolders = [
  'root',
  'ipmSubtree',
  'nonIpmSubtree',
  'formsRegistry',
  'freeBusy',
  'offlineAddressBook',
  'localFormsRegistry',
  'localFreeBusy',
  'localOfflineAddressBook',
] as const;

/** A folder that every store of public folders has. */
export type PublicFolder = (typeof publicFolders)[number];

/** A folder that a logon names by its place. */
export type SpecialFolder = (typeof specialFolders)[number];
/** A folder that every mailbox has. */
export type WellKnownFolder = SpecialFolder | (typeof defaultFolders)[number];
