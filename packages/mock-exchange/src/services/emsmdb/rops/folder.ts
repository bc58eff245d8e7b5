import type { ShortId } from '@cutover/wire/ics';
import { rops, tableFlag } from '@cutover/wire/rop';
import type { Folder } from '../../../store/folder.ts';
import type { ChangedObject, MailboxChange } from '../../../store/mailbox-change.ts';
import type { Mailbox } from '../../../store/mailbox.ts';
import type { Message } from '../../../store/message.ts';
import { isVisible } from '../delegate-rights.ts';
import { messageBag } from '../objects/message-bag.ts';
import { folderProperties } from '../objects/folder-properties.ts';
import { idValue, ownReplica } from '../objects/ids.ts';
import type { Logon } from '../objects/logon.ts';
import { PropertyBag } from '../objects/property-bag.ts';
import { isSearchFolder, searchResults } from '../objects/search-folder.ts';
import type { FolderObject } from '../objects/server-object.ts';
import { leafProperties } from '../objects/category-tree.ts';
import { openLiveTable } from '../objects/live-rows.ts';
import type { TableRow } from '../objects/table-row.ts';
import { notFound } from '../rop-failure.ts';
import { defineHandler, objectOf } from '../rop-handler.ts';

/** The folder of this id; nothing soft-deleted is kept here. */
export function requireFolder(mailbox: Mailbox, id: ShortId): Folder {
  const folder = id.replicaId === ownReplica ? mailbox.folder(id.counter) : undefined;
  if (folder === undefined) throw notFound();
  return folder;
}

/** The folder behind a handle, which may have been deleted since. */
export function folderOf({ logon, folderId }: FolderObject): Folder {
  const folder = logon.mailbox.folder(folderId);
  if (folder === undefined) throw notFound();
  return folder;
}

/** No deleted folder is kept here, so that the flag to open those too leads to no more. [MS-OXCFOLD] 2.2.1.1.1 */
const openFolder = defineHandler(rops.openFolder, (call, { folderId }) => {
  const { logon } = objectOf(call, 'logon', 'folder');
  const folder = requireFolder(logon.mailbox, folderId);
  call.open({ kind: 'folder', logon, folderId: folder.id });
  // Exchange 2003 says so even of a folder with rules. [MS-OXCFOLD] appendix A
  return { hasRules: false, isGhosted: false };
});

function folderRow(logon: Logon, folder: Folder): TableRow {
  let bag: PropertyBag | undefined;
  return { key: folder.id, bag: () => (bag ??= new PropertyBag(folderProperties(logon, folder))) };
}

const getHierarchyTable = defineHandler(rops.getHierarchyTable, (call, { logonId, tableFlags }) => {
  const object = objectOf(call, 'folder');
  const { mailbox } = object.logon;
  const { id } = folderOf(object);
  const isDeep = (tableFlags & tableFlag.depth) !== 0;
  const gone = (tableFlags & tableFlag.softDeletes) !== 0;
  const folders = (): readonly Folder[] => (isDeep ? mailbox.descendants(id) : mailbox.children(id));
  const load = (): TableRow[] =>
    gone
      ? []
      : folders()
          .filter((one) => isVisible(object.logon, one))
          .map((one) => folderRow(object.logon, one));
  // Rows count messages, so any change may touch one.
  const rows = { kind: 'hierarchy', load, concerns: () => true } as const;
  const table = openLiveTable(call, object.logon, { logonId, tableFlags }, rows);
  return { rowCount: table.rowCount };
});

/** Those of a folder that is gone are gone, too. */
function messagesIn(mailbox: Mailbox, id: number, { associated }: { associated: boolean }): readonly Message[] {
  const folder = mailbox.folder(id);
  if (folder === undefined) return [];
  if (isSearchFolder(folder) && !associated) return searchResults(mailbox, folder);
  return mailbox.messages(id, { associated });
}

// A row's content may be large and is made anew at each call, so it is not kept.
const messageRow = (mailbox: Mailbox, message: Message): TableRow => ({
  key: message.id,
  bag: () => messageBag(mailbox, message, leafProperties(idValue(message.id))),
});

const getContentsTable = defineHandler(rops.getContentsTable, (call, { logonId, tableFlags }) => {
  const object = objectOf(call, 'folder');
  const { mailbox } = object.logon;
  const { id } = folderOf(object);
  const associated = (tableFlags & tableFlag.associated) !== 0;
  const gone = (tableFlags & tableFlag.softDeletes) !== 0;
  const load = (): TableRow[] =>
    gone ? [] : messagesIn(mailbox, id, { associated }).map((message) => messageRow(mailbox, message));
  const isSearch = isSearchFolder(folderOf(object));
  const isHere = ({ folderId, messageId }: ChangedObject): boolean =>
    messageId !== undefined && (isSearch || folderId === id);
  const concerns = (change: MailboxChange): boolean =>
    isHere(change.object) || ('from' in change && isHere(change.from));
  const rows = { kind: 'contents', load, concerns } as const;
  const table = openLiveTable(call, object.logon, { logonId, tableFlags }, rows);
  return { rowCount: table.rowCount };
});

export const folderHandlers = [openFolder, getHierarchyTable, getContentsTable];
