import type { WellKnownFolder } from './folder.ts';

/** One folder of a new mailbox. */
export interface LayoutFolder {
  readonly key: WellKnownFolder;
  readonly name: string;
  readonly parent?: WellKnownFolder;
  readonly containerClass?: string;
}

/** The folders of a new mailbox with the names that Exchange 2003 gives them, parents first. */
export const mailboxLayout: readonly LayoutFolder[] = [
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
