import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { readMessage, type StreamMessage, type StreamProperty, type Value } from './message-stream.ts';

/** A migrated mailbox as its rows in the database file say. */
export interface StoredMailboxHash {
  readonly address: string;
  readonly hash: string;
  readonly folders: readonly { readonly path: readonly string[]; readonly messages: number; readonly hash: string }[];
  /** Messages that the file has more than once, by their source keys. */
  readonly doubled: number;
}

/** Source keys and hashes of every message of a mailbox, for finding what differs. */
export interface StoredMessageHash {
  readonly sourceKey: string;
  readonly subject: string;
  readonly hash: string;
}

interface FolderRow {
  number: number;
  id: string;
  parentId: string | null;
  name: string;
  containerClass: string;
}

interface ItemRow {
  sourceKey: Uint8Array;
  subject: string;
  isRead: number;
  associated: number;
  content: number;
}

/**
 * Hashes the mailboxes of an organisation's database file, in the form that the mock's `hashMailbox` has; reads the tables by itself
 * and shares nothing with the program that wrote them.
 */
export function hashStoredMailboxes(path: string): StoredMailboxHash[] {
  using database = new DatabaseSync(path, { readOnly: true });
  const owners = database.prepare(`SELECT number, primaryAddress FROM recipient WHERE kind = 'mailbox'`).all();
  return (owners as { number: number; primaryAddress: string }[]).map(({ number, primaryAddress }) => {
    const folders = foldersOf(database, number).map(({ row, path: names }) => hashFolder(database, row, names));
    const hash = digest('mailbox', folders.map((folder) => folder.hash).toSorted());
    return { address: primaryAddress.toLowerCase(), hash, folders, doubled: doubledIn(database, number) };
  });
}

/** Every message of one mailbox with its own hash. */
export function hashStoredMessages(path: string, address: string): StoredMessageHash[] {
  using database = new DatabaseSync(path, { readOnly: true });
  const owner = database.prepare('SELECT number FROM recipient WHERE primaryAddress = ? COLLATE NOCASE').get(address);
  return foldersOf(database, (owner as { number: number }).number).flatMap(({ row }) =>
    itemsOf(database, row.number).map((item) => ({
      sourceKey: Buffer.from(item.sourceKey).toString('hex'),
      subject: item.subject,
      hash: hashItem(database, item),
    })),
  );
}

function foldersOf(database: DatabaseSync, mailbox: number): { row: FolderRow; path: string[] }[] {
  const rows = database.prepare('SELECT * FROM folder WHERE mailbox = ?').all(mailbox) as unknown as FolderRow[];
  const byId = new Map(rows.map((row) => [row.id, row]));
  const pathOf = (row: FolderRow): string[] => {
    const parent = row.parentId === null ? undefined : byId.get(row.parentId);
    return parent === undefined ? [row.name] : [...pathOf(parent), row.name];
  };
  return rows.map((row) => ({ row, path: pathOf(row) }));
}

const itemsOf = (database: DatabaseSync, folder: number): ItemRow[] =>
  database.prepare('SELECT * FROM item WHERE folder = ?').all(folder) as unknown as ItemRow[];

function doubledIn(database: DatabaseSync, mailbox: number): number {
  const doubled = database.prepare(
    `SELECT count(*) AS count FROM (SELECT 1 FROM item JOIN folder ON folder.number = item.folder
     WHERE mailbox = ? GROUP BY sourceKey HAVING count(*) > 1)`,
  );
  return (doubled.get(mailbox) as { count: number }).count;
}

function hashFolder(database: DatabaseSync, row: FolderRow, path: string[]) {
  const messages = itemsOf(database, row.number).map((item) => hashItem(database, item));
  const hash = digest('folder', [JSON.stringify(path), row.containerClass, ...messages.toSorted()]);
  return { path, messages: messages.length, hash };
}

function hashItem(database: DatabaseSync, item: ItemRow): string {
  const message = readMessage(contentOf(database, item.content));
  const properties = message.properties.map((property) => withReadMark(property, item));
  return hashContent({ ...message, properties }, item.associated === 1 ? 'associated' : 'message');
}

function contentOf(database: DatabaseSync, content: number): Buffer {
  const rows = database
    .prepare('SELECT bytes FROM content_chunk WHERE key >= ? AND key < ? ORDER BY key')
    .all(content * 65_536, (content + 1) * 65_536) as { bytes: Uint8Array }[];
  return Buffer.concat(rows.map(({ bytes }) => bytes));
}

/** A mark that came after the message stands beside it. */
function withReadMark(property: StreamProperty, { isRead }: ItemRow): StreamProperty {
  if (property.id !== 0x0e07) return property;
  return { ...property, value: (Number(property.value) & ~1) | isRead };
}

function hashContent({ properties, recipients, attachments }: StreamMessage, kind: string): string {
  return digest(kind, [
    ...lines(properties),
    ...recipients.map((recipient) => digest('recipient', lines(recipient))),
    ...attachments.map((attachment) =>
      digest('attachment', [
        ...lines(attachment.properties),
        ...(attachment.embedded ? [hashContent(attachment.embedded, 'embedded')] : []),
      ]),
    ),
  ]);
}

const digest = (kind: string, parts: readonly string[]): string =>
  createHash('sha256')
    .update([kind, ...parts].join('\n'))
    .digest('hex');

const computed = new Set([0x0e08, 0x0e1b, 0x0e20, 0x0e21, 0x3000, 0x3008, 0x65e0, 0x65e1, 0x65e2, 0x65e3]);
const isComputed = ({ id, name }: StreamProperty): boolean =>
  name === undefined && (computed.has(id) || (id >= 0x6600 && id < 0x6800));

const lines = (properties: readonly StreamProperty[]): string[] =>
  properties
    .filter((property) => !isComputed(property))
    .map(line)
    .toSorted();

function line({ id, type, name, value }: StreamProperty): string {
  const hash = createHash('sha256');
  for (const bytes of bytesOf(value)) hash.update(bytes);
  const key = name === undefined ? hex4(id) : nameKey(name);
  return `${key} ${hex4(unicodeType[type] ?? type)} ${hash.digest('hex')}`;
}

const hex4 = (value: number): string => value.toString(16).padStart(4, '0');
const unicodeType: Record<number, number> = { 0x1e: 0x1f, 0x101e: 0x101f };

const nameKey = ({ set, lid, name }: NonNullable<StreamProperty['name']>): string =>
  `${set}:${lid === undefined ? `"${name}"` : lid.toString(16)}`;

function* bytesOf(value: Value): Generator<Uint8Array> {
  if (Array.isArray(value)) {
    for (const element of value) {
      const [bytes] = bytesOf(element);
      yield Buffer.from(`${bytes!.length}:`);
      yield bytes!;
    }
  } else if (value instanceof Uint8Array) yield value;
  else if (typeof value === 'string') yield Buffer.from(value, 'utf16le');
  else if (typeof value === 'boolean') yield Buffer.from(value ? '1' : '0');
  else yield Buffer.from(String(value));
}
