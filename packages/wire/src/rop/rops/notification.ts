import { type Codec, defineCodec } from '../../codec.ts';
import { type ShortId, shortId } from '../../ics/index.ts';
import { le } from '../../le.ts';
import type { PropertyTag } from '../../properties/index.ts';
import type { Reader } from '../../reader.ts';
import type { Writer } from '../../writer.ts';
import { tags as countedTags, textOf, yesNo } from '../fields.ts';
import { defineRop } from '../rop.ts';

/** What a client wants to be told of. [MS-OXCNOTIF] 2.2.1.2.1.1 */
export const notificationType = {
  newMail: 0x0002,
  created: 0x0004,
  deleted: 0x0008,
  modified: 0x0010,
  moved: 0x0020,
  copied: 0x0040,
  searchComplete: 0x0080,
  tableModified: 0x0100,
  extended: 0x0400,
} as const;

/** What a notification tells besides its type. [MS-OXCNOTIF] 2.2.1.4.1.2 */
const notificationFlag = { total: 0x1000, unread: 0x2000, searchFolder: 0x4000, message: 0x8000 } as const;

/** The object whose changes are wanted; absent for the whole mailbox. */
interface WatchedObject {
  readonly folderId: ShortId;
  readonly messageId: ShortId;
}

export interface Subscription {
  readonly types: number;
  readonly object: WatchedObject | undefined;
}

const watchedObject = le.struct('WatchedObject', { folderId: shortId, messageId: shortId });

const subscription: Codec<Subscription> = defineCodec<Subscription>({
  leastSize: 3,
  read: (reader) => {
    const types = reader.u16();
    // One byte without a meaning.
    if ((types & notificationType.extended) !== 0) reader.u8();
    return { types, object: yesNo.read(reader) ? undefined : watchedObject.read(reader) };
  },
  write: (writer, { types, object }) => {
    writer.u16(types);
    if ((types & notificationType.extended) !== 0) writer.u8(0);
    yesNo.write(writer, object === undefined);
    if (object !== undefined) watchedObject.write(writer, object);
  },
});

/** [MS-OXCROPS] 2.2.14.1 */
export const registerNotification = defineRop({
  name: 'RopRegisterNotification',
  id: 0x29,
  handles: 'both',
  request: { subscription },
  response: {},
});

/** One message or folder, by its place. */
export interface NotifiedObject {
  readonly folderId: ShortId;
  /** Of a message. */
  readonly messageId?: ShortId;
}

/** What became of the rows of a table. [MS-OXCNOTIF] 2.2.1.1 */
export const tableEvent = { changed: 1, rowAdded: 3, rowDeleted: 4, rowModified: 5 } as const;

/** What happened to an object of a mailbox, or to a table. [MS-OXCNOTIF] 2.2.1.4.1.2 */
export interface Notification {
  /** One of `notificationType`. */
  readonly type: number;
  /** Of a table: what became of it as a whole. */
  readonly tableEvent?: number;
  /** Of an object. */
  readonly object?: NotifiedObject;
  /** Of a folder that came or went: the one above. */
  readonly parentId?: ShortId;
  /** What was moved or copied, where it was. */
  readonly old?: NotifiedObject & { readonly parentId?: ShortId };
  /** Of what was made or changed: which properties; all unless told. */
  readonly tags?: readonly PropertyTag[];
  /** Of new mail. */
  readonly messageFlags?: number;
  readonly messageClass?: string;
}

const { created, deleted, modified, moved, copied, newMail, tableModified } = notificationType;
const hasParent = new Set<number>([created, deleted, moved, copied]);
const hasOld = new Set<number>([moved, copied]);
const hasTags = new Set<number>([created, modified]);

function readOld(reader: Reader, isMessage: boolean): Notification['old'] {
  const folderId = shortId.read(reader);
  if (isMessage) return { folderId, messageId: shortId.read(reader) };
  return { folderId, parentId: shortId.read(reader) };
}

function readCounts(reader: Reader, flags: number): void {
  if ((flags & notificationFlag.total) !== 0) reader.u32();
  if ((flags & notificationFlag.unread) !== 0) reader.u32();
}

function readNotification(reader: Reader): Notification {
  const flags = reader.u16();
  const type = flags & 0x0fff;
  const isMessage = (flags & notificationFlag.message) !== 0;
  if (type === tableModified) return { type, tableEvent: reader.u16() };
  const folderId = shortId.read(reader);
  const object = isMessage ? { folderId, messageId: shortId.read(reader) } : { folderId };
  const parent = hasParent.has(type) && !isMessage ? { parentId: shortId.read(reader) } : {};
  const old = hasOld.has(type) ? { old: readOld(reader, isMessage)! } : {};
  const changed = hasTags.has(type) ? { tags: countedTags.read(reader) } : {};
  readCounts(reader, flags);
  const mail =
    type === newMail ? { messageFlags: reader.u32(), messageClass: textOf(yesNo.read(reader)).read(reader) } : {};
  return { type, object, ...parent, ...old, ...changed, ...mail };
}

function writeObject(writer: Writer, object: NotifiedObject): void {
  shortId.write(writer, object.folderId);
  if (object.messageId !== undefined) shortId.write(writer, object.messageId);
}

function writeNotification(writer: Writer, value: Notification): void {
  const { type, object, parentId, old, tags = [] } = value;
  writer.u16(type | (object?.messageId === undefined ? 0 : notificationFlag.message));
  if (type === tableModified) return writer.u16(value.tableEvent ?? tableEvent.changed);
  if (object !== undefined) writeObject(writer, object);
  if (parentId !== undefined) shortId.write(writer, parentId);
  if (old !== undefined) writeObject(writer, old);
  if (old?.parentId !== undefined) shortId.write(writer, old.parentId);
  if (hasTags.has(type)) countedTags.write(writer, [...tags]);
  if (type !== newMail) return;
  writer.u32(value.messageFlags ?? 0);
  yesNo.write(writer, false);
  writer.latin1z(value.messageClass ?? '');
}

const notification: Codec<Notification> = defineCodec<Notification>({
  leastSize: 2,
  read: readNotification,
  write: writeNotification,
});

/** Tells of a change, behind the answers of a call; nobody asks for it by a request. [MS-OXCROPS] 2.2.14.2 */
export const notify = le.struct('RopNotify', {
  ropId: le.constant(le.u8, 0x2a),
  handle: le.u32,
  logonId: le.u8,
  notification,
});

/** Tells that another session has notifications waiting. [MS-OXCROPS] 2.2.14.3 */
export const pending = le.struct('RopPending', { ropId: le.constant(le.u8, 0x6e), sessionIndex: le.u16 });
