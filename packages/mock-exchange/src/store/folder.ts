import type { StoredProperty } from '@cutover/content';

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

export type SpecialFolder = (typeof specialFolders)[number];
export type WellKnownFolder = SpecialFolder | (typeof defaultFolders)[number];
