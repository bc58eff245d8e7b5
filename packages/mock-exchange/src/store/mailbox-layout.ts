import type { PublicFolder, WellKnownFolder } from './folder.ts';
import type { FolderPermission } from './folder-row.ts';

/** One folder of a new mailbox, or of a new store of public folders. */
export interface LayoutFolder {
  readonly key: WellKnownFolder | PublicFolder;
  readonly name: string;
  readonly parent?: WellKnownFolder | PublicFolder;
  readonly containerClass?: string;
}

/** What a new store has. */
export interface StoreLayout {
  readonly isPublic: boolean;
  /** Parents first. */
  readonly folders: readonly LayoutFolder[];
  /** Of the root, and so of all that is made below it. */
  readonly permissions?: readonly FolderPermission[];
}

/** The folders of a new mailbox with the names that Exchange 2003 gives them. */
const mailboxFolders: readonly LayoutFolder[] = [
  { key: 'root', name: '' },
  { key: 'deferredAction', name: 'Deferred Action', parent: 'root' },
  { key: 'spoolerQueue', name: 'Spooler Queue', parent: 'root' },
  { key: 'ipmSubtree', name: 'Top of Information Store', parent: 'root' },
  { key: 'inbox', name: 'Inbox', parent: 'ipmSubtree', containerClass: 'IPF.Note' },
  { key: 'outbox', name: 'Outbox', parent: 'ipmSubtree', containerClass: 'IPF.Note' },
  { key: 'sentItems', name: 'Sent Items', parent: 'ipmSubtree', containerClass: 'IPF.Note' },
  { key: 'deletedItems', name: 'Deleted Items', parent: 'ipmSubtree', containerClass: 'IPF.Note' },
  { key: 'commonViews', name: 'Common Views', parent: 'root' },
  { key: 'schedule', name: 'Schedule', parent: 'root' },
  { key: 'finder', name: 'Finder', parent: 'root' },
  { key: 'views', name: 'Views', parent: 'root' },
  { key: 'shortcuts', name: 'Shortcuts', parent: 'root' },
  { key: 'calendar', name: 'Calendar', parent: 'ipmSubtree', containerClass: 'IPF.Appointment' },
  { key: 'contacts', name: 'Contacts', parent: 'ipmSubtree', containerClass: 'IPF.Contact' },
  { key: 'drafts', name: 'Drafts', parent: 'ipmSubtree', containerClass: 'IPF.Note' },
  { key: 'journal', name: 'Journal', parent: 'ipmSubtree', containerClass: 'IPF.Journal' },
  { key: 'notes', name: 'Notes', parent: 'ipmSubtree', containerClass: 'IPF.StickyNote' },
  { key: 'tasks', name: 'Tasks', parent: 'ipmSubtree', containerClass: 'IPF.Task' },
];

/** A new mailbox. */
export const mailboxLayout: StoreLayout = { isPublic: false, folders: mailboxFolders };
