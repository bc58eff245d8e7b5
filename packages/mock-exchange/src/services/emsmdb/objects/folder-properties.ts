import type { StoredProperty } from '@cutover/content';
import { pidTag } from '@cutover/wire/properties';
import type { Folder, WellKnownFolder } from '../../../store/folder.ts';
import type { FolderCounts, Mailbox } from '../../../store/mailbox.ts';
import type { Message } from '../../../store/message.ts';
import { changeKeyOf, predecessorsOf } from './change-keys.ts';
import { folderEntryIdOf, idValue, keyOf } from './ids.ts';
import type { Logon } from './logon.ts';
import { isSearchFolder, searchResults } from './search-folder.ts';
import { sizesOf } from './sizes.ts';

/** 0FF4 of an object that may be changed, read and deleted. */
const fullAccess = 0x3f;
/** 6639 of a folder's owner. */
const allRights = 0x5fb;
/** 0FFE of a folder. */
const folderObject = 3;

/** Where Inbox and root say which folder is which. [MS-OXOSFLD] 2.2.3 */
const defaultFolderTags: readonly (readonly [tag: number, folder: WellKnownFolder])[] = [
  [pidTag.ipmAppointmentEntryId, 'calendar'],
  [pidTag.ipmContactEntryId, 'contacts'],
  [pidTag.ipmJournalEntryId, 'journal'],
  [pidTag.ipmNoteEntryId, 'notes'],
  [pidTag.ipmTaskEntryId, 'tasks'],
  [pidTag.ipmDraftsEntryId, 'drafts'],
];

function defaultFolders(mailbox: Mailbox, { id }: Folder): StoredProperty[] {
  if (mailbox.isPublic || (id !== mailbox.wellKnown('inbox') && id !== mailbox.wellKnown('root'))) return [];
  return defaultFolderTags.map(([tag, folder]) => ({
    tag,
    value: folderEntryIdOf(mailbox, mailbox.wellKnown(folder)),
  }));
}

/** The folder's own properties, those that a sync carries: it changes them by its change number. */
export function ownFolderProperties(mailbox: Mailbox, folder: Folder): StoredProperty[] {
  const own: StoredProperty[] = [
    { tag: pidTag.folderType, value: folder.type },
    { tag: pidTag.creationTime, value: folder.createdAt },
    ...defaultFolders(mailbox, folder),
    ...folder.properties,
  ];
  if (folder.containerClass !== '') own.push({ tag: pidTag.containerClass, value: folder.containerClass });
  return own;
}

/** What identifies a folder and its present form outside this server. */
export function folderKeys(mailbox: Mailbox, folder: Folder): StoredProperty[] {
  return [
    { tag: pidTag.sourceKey, value: keyOf(mailbox, folder.id) },
    { tag: pidTag.lastModificationTime, value: folder.modifiedAt },
    { tag: pidTag.changeKey, value: changeKeyOf(mailbox, folder) },
    { tag: pidTag.predecessorChangeList, value: predecessorsOf(mailbox, folder) },
  ];
}

const countsOf = (messages: readonly Message[]): Pick<FolderCounts, 'normal' | 'unread'> => ({
  normal: messages.length,
  unread: messages.filter(({ read }) => !read).length,
});

function counted(mailbox: Mailbox, folder: Folder): StoredProperty[] {
  const { id } = folder;
  const found = isSearchFolder(folder) ? searchResults(mailbox, folder) : undefined;
  const counts = { ...mailbox.counts(id), ...(found && countsOf(found)) };
  return [
    { tag: pidTag.contentCount, value: counts.normal },
    { tag: pidTag.contentUnreadCount, value: counts.unread },
    { tag: pidTag.associatedContentCount, value: counts.associated },
    { tag: pidTag.deletedCountTotal, value: counts.deleted },
    { tag: pidTag.localCommitTimeMax, value: counts.changedAt },
    { tag: pidTag.subfolders, value: mailbox.children(id).length > 0 },
    ...sizesOf(() => found ?? mailbox.messages(id)),
  ];
}

/** Everything that can be asked of a folder. [MS-OXCFOLD] 2.2.2 */
export function folderProperties(
  { mailbox, rights }: Pick<Logon, 'mailbox' | 'rights'>,
  folder: Folder,
): StoredProperty[] {
  const parentId = folder.parentId ?? folder.id;
  return [
    { tag: pidTag.attributeHidden, value: false },
    { tag: pidTag.displayName, value: folder.name },
    { tag: pidTag.folderId, value: idValue(folder.id) },
    { tag: pidTag.parentFolderId, value: idValue(parentId) },
    { tag: pidTag.changeNumber, value: idValue(folder.changeNumber) },
    { tag: pidTag.entryId, value: folderEntryIdOf(mailbox, folder.id) },
    { tag: pidTag.parentEntryId, value: folderEntryIdOf(mailbox, parentId) },
    { tag: pidTag.parentSourceKey, value: keyOf(mailbox, parentId) },
    { tag: pidTag.access, value: fullAccess },
    { tag: pidTag.rights, value: rights?.(folder) ?? allRights },
    { tag: pidTag.objectType, value: folderObject },
    ...folderKeys(mailbox, folder),
    ...counted(mailbox, folder),
    ...ownFolderProperties(mailbox, folder),
  ];
}
