import type { NewItem, SourceFolder, SqlDatabase, TargetMailbox } from '@cutover/migration';
import { cloudErrors } from '../errors.ts';
import type { ContentStore, ContentWriter } from './content-store.ts';

/** The mailboxes' folders and items. */
export interface Mailboxes {
  /** By the recipient's GUID. */
  open(guid: string): StoredMailbox;
}

export interface StoredFolder {
  readonly number: number;
  readonly id: string;
  readonly parentId: string | undefined;
  readonly name: string;
  readonly containerClass: string;
  readonly role: string | undefined;
  readonly itemCount: number;
}

export interface StoredItem {
  readonly number: number;
  /** Number of its folder. */
  readonly folder: number;
  readonly messageClass: string;
  readonly subject: string;
  readonly receivedAt: number | undefined;
  readonly isRead: boolean;
  readonly associated: boolean;
  readonly size: number;
  /** Number of its content in the content store. */
  readonly content: number;
}

/** One mailbox, to be read and to be filled. */
export interface StoredMailbox extends TargetMailbox {
  folders(): StoredFolder[];
  /** Every item of the mailbox, in the order of their coming. */
  items(): Iterable<StoredItem>;
}

type Statements = ReturnType<typeof prepareMailboxes>;

// The copy path: every statement is prepared once.
const prepareMailboxes = (database: SqlDatabase) => ({
  number: database.prepare(`SELECT number FROM recipient WHERE guid = ? AND kind = 'mailbox'`),
  folders: database.prepare(
    `SELECT number, id, parentId, name, containerClass, role,
       (SELECT count(*) FROM item WHERE item.folder = folder.number AND associated = 0) AS itemCount
     FROM folder WHERE mailbox = ? ORDER BY number`,
  ),
  folder: database.prepare('SELECT number FROM folder WHERE mailbox = ? AND id = ?'),
  saveFolder: database.prepare(
    `INSERT INTO folder (mailbox, id, parentId, name, containerClass, role, properties) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (mailbox, id) DO UPDATE SET parentId = excluded.parentId, name = excluded.name,
       containerClass = excluded.containerClass, role = excluded.role, properties = excluded.properties`,
  ),
  removeFolder: database.prepare('DELETE FROM folder WHERE number = ?'),
  itemsOf: database.prepare('SELECT number FROM item WHERE folder = ?'),
  items: database.prepare(
    `SELECT item.number, folder, messageClass, subject, receivedAt, isRead, associated, size, content
     FROM item JOIN folder ON folder.number = item.folder WHERE mailbox = ? ORDER BY item.number`,
  ),
  addItem: database.prepare(
    `INSERT INTO item (folder, sourceKey, changeKey, messageClass, subject, receivedAt, modifiedAt, isRead, associated,
       size, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  content: database.prepare('SELECT content FROM item WHERE number = ?'),
  removeItem: database.prepare('DELETE FROM item WHERE number = ?'),
  setRead: database.prepare('UPDATE item SET isRead = ? WHERE number = ?'),
});

export function createMailboxes(options: { database: SqlDatabase; contents: ContentStore }): Mailboxes {
  const statements = prepareMailboxes(options.database);
  return {
    open: (guid) => {
      const row = statements.number.get(guid) as { number: number } | undefined;
      if (row === undefined) throw cloudErrors.mailboxNotFound({ guid });
      return openMailbox({ statements, contents: options.contents, mailbox: row.number });
    },
  };
}

interface MailboxContext {
  statements: Statements;
  contents: ContentStore;
  mailbox: number;
}

function openMailbox(context: MailboxContext): StoredMailbox {
  const { statements, contents, mailbox } = context;
  const folders = folderNumbers(context);
  const removeItems = (items: readonly number[]): void => {
    for (const number of items) removeItem(context, number);
  };
  return {
    folders: () => readFolders(statements.folders.all(mailbox)),
    items: () => (statements.items.all(mailbox) as ItemRow[]).map(readItem),
    saveFolders: (changed) => {
      for (const folder of changed) saveFolder(context, folder);
    },
    removeFolders: (ids) => {
      for (const id of ids) {
        const number = folders.take(id);
        removeItems(numbers(statements.itemsOf.all(number)));
        statements.removeFolder.run(number);
      }
    },
    stage: (options) => contents.stage(options),
    adopt: (item) => {
      if (item.replaces !== undefined) removeItem(context, item.replaces);
      return addItem(statements, folders.get(item.folder), item);
    },
    readItem: (item) => {
      const row = statements.content.get(item) as { content: number } | undefined;
      return row === undefined ? [] : contents.read(row.content);
    },
    removeItems,
    setRead: (items, { read }) => {
      for (const number of items) statements.setRead.run(Number(read), number);
    },
  };
}

/** Folder numbers by id, looked up once. */
function folderNumbers({ statements, mailbox }: MailboxContext): { get(id: string): number; take(id: string): number } {
  const known = new Map<string, number>();
  const get = (id: string): number => {
    const cached = known.get(id);
    if (cached !== undefined) return cached;
    const row = statements.folder.get(mailbox, id) as { number: number } | undefined;
    if (row === undefined) throw cloudErrors.folderNotFound({ id });
    known.set(id, row.number);
    return row.number;
  };
  const take = (id: string): number => {
    const number = get(id);
    known.delete(id);
    return number;
  };
  return { get, take };
}

function saveFolder({ statements, mailbox }: MailboxContext, folder: SourceFolder): void {
  const { id, parentId, name, containerClass, role, properties } = folder;
  statements.saveFolder.run(mailbox, id, parentId ?? null, name, containerClass, role ?? null, properties);
}

function addItem(statements: Statements, folder: number, { header, summary, content }: NewItem): number {
  const { lastInsertRowid } = statements.addItem.run(
    folder,
    header.sourceKey,
    header.changeKey,
    summary.messageClass,
    summary.subject,
    summary.receivedAt ?? null,
    header.modifiedAt ?? null,
    Number(summary.read),
    Number(header.associated),
    content.size,
    (content as ContentWriter).adopt(),
  );
  return Number(lastInsertRowid);
}

function removeItem({ statements, contents }: MailboxContext, number: number): void {
  const row = statements.content.get(number) as { content: number } | undefined;
  if (row === undefined) return;
  statements.removeItem.run(number);
  contents.remove(row.content);
}

const numbers = (rows: unknown[]): number[] => (rows as { number: number }[]).map(({ number }) => number);

const readFolders = (rows: unknown[]): StoredFolder[] =>
  (rows as (Omit<StoredFolder, 'parentId' | 'role'> & { parentId: string | null; role: string | null })[]).map(
    ({ parentId, role, ...row }) => ({ ...row, parentId: parentId ?? undefined, role: role ?? undefined }),
  );

type ItemRow = Omit<StoredItem, 'isRead' | 'associated' | 'receivedAt'> & {
  receivedAt: number | null;
  isRead: number;
  associated: number;
};

const readItem = ({ receivedAt, isRead, associated, ...row }: ItemRow): StoredItem => ({
  ...row,
  receivedAt: receivedAt ?? undefined,
  isRead: isRead === 1,
  associated: associated === 1,
});
