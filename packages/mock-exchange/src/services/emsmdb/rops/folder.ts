import type { ShortId } from '@cutover/wire/ics';
import { rops, tableFlag } from '@cutover/wire/rop';
import type { Folder } from '../../../store/folder.ts';
import type { Mailbox } from '../../../store/mailbox.ts';
import type { Message } from '../../../store/message.ts';
import { folderProperties } from '../objects/folder-properties.ts';
import { idValue, ownReplica } from '../objects/ids.ts';
import { messageProperties } from '../objects/message-properties.ts';
import { PropertyBag } from '../objects/property-bag.ts';
import { isSearchFolder, searchResults } from '../objects/search-folder.ts';
import type { FolderObject } from '../objects/server-object.ts';
import { leafProperties } from '../objects/category-tree.ts';
import { Table } from '../objects/table.ts';
import type { TableRow } from '../objects/table-row.ts';
import { notFound } from '../rop-failure.ts';
import { defineHandler, objectOf, type RopCall } from '../rop-handler.ts';

const softDeleted = 0x04;

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

const openFolder = defineHandler(rops.openFolder, (call, { folderId, openModeFlags }) => {
  const { logon } = objectOf(call, 'logon', 'folder');
  const folder = requireFolder(logon.mailbox, folderId);
  if ((openModeFlags & softDeleted) !== 0) throw notFound();
  call.open({ kind: 'folder', logon, folderId: folder.id });
  // Exchange 2003 says so even of a folder with rules. [MS-OXCFOLD] appendix A
  return { hasRules: false, isGhosted: false };
});

const lazily = (make: () => PropertyBag): TableRow => {
  let bag: PropertyBag | undefined;
  return { bag: () => (bag ??= make()) };
};

export function openTable(call: RopCall, rows: readonly TableRow[], { hasMessages = false } = {}): Table {
  const { names, codePage } = call.session;
  return new Table(rows, { names, codePage, hasMessages });
}

const getHierarchyTable = defineHandler(rops.getHierarchyTable, (call, { tableFlags }) => {
  const object = objectOf(call, 'folder');
  const { mailbox } = object.logon;
  const { id } = folderOf(object);
  const gone = (tableFlags & tableFlag.softDeletes) !== 0;
  const folders = (tableFlags & tableFlag.depth) === 0 ? mailbox.children(id) : mailbox.descendants(id);
  const rows = gone ? [] : folders.map((one) => lazily(() => new PropertyBag(folderProperties(mailbox, one))));
  call.open({ kind: 'table', logon: object.logon, table: openTable(call, rows) });
  return { rowCount: rows.length };
});

// A row's content may be large and is made anew at each call, so it is not kept.
const messageRow = (mailbox: Mailbox, message: Message): TableRow => ({
  bag: () =>
    new PropertyBag([
      ...messageProperties(mailbox, message, message.content()),
      ...leafProperties(idValue(message.id)),
    ]),
});

const getContentsTable = defineHandler(rops.getContentsTable, (call, { tableFlags }) => {
  const object = objectOf(call, 'folder');
  const { mailbox } = object.logon;
  const folder = folderOf(object);
  const associated = (tableFlags & tableFlag.associated) !== 0;
  const gone = (tableFlags & tableFlag.softDeletes) !== 0;
  const messages =
    isSearchFolder(folder) && !associated
      ? searchResults(mailbox, folder)
      : mailbox.messages(folder.id, { associated });
  const rows = gone ? [] : messages.map((message) => messageRow(mailbox, message));
  call.open({ kind: 'table', logon: object.logon, table: openTable(call, rows, { hasMessages: true }) });
  return { rowCount: rows.length };
});

export const folderHandlers = [openFolder, getHierarchyTable, getContentsTable];
