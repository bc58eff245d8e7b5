interface Folder {
  readonly name: string;
  /** From the mailbox's top, with a slash before each name. */
  readonly path: string;
  readonly containerClass?: string;
  /** What the mailbox itself says that it is for. */
  readonly role?: string | undefined;
}

/** The folders that every mailbox begins with, by the names that they have in English without spaces. */
const named = new Set([
  'Calendar',
  'Contacts',
  'DeletedItems',
  'Drafts',
  'Inbox',
  'Journal',
  'Notes',
  'Outbox',
  'SentItems',
  'Tasks',
]);
const byClass: Readonly<Record<string, string>> = {
  'IPF.Appointment': 'Calendar',
  'IPF.Contact': 'Contacts',
  'IPF.Journal': 'Journal',
  'IPF.StickyNote': 'Notes',
  'IPF.Task': 'Tasks',
};

const isOnTop = ({ path }: Folder): boolean => path.lastIndexOf('/') === 0;

/** What a folder is for, as Get-MailboxFolderStatistics tells it: the one of its kind on top, whatever its language, is the mailbox's own. */
export function folderType(folder: Folder, all: readonly Folder[]): string {
  const { containerClass = '', name, role } = folder;
  if (role !== undefined) return `${role.charAt(0).toUpperCase()}${role.slice(1)}`;
  if (!isOnTop(folder)) return 'UserCreated';
  const word = name.replaceAll(' ', '');
  if (named.has(word)) return word;
  const alike = all.filter((one) => isOnTop(one) && one.containerClass === containerClass);
  return (alike.length === 1 ? byClass[containerClass] : undefined) ?? 'UserCreated';
}

/** Whether -FolderScope means folders of this type; Personal are the user's own. */
export function isInScope(type: string, scope = 'All'): boolean {
  const wanted = scope === 'Personal' ? 'UserCreated' : scope;
  return wanted === 'All' || wanted === type;
}
