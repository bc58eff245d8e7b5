import type { StoredProperty } from '@cutover/content';
import { marker, type Marker } from '@cutover/wire/fasttransfer';
import { pidTag } from '@cutover/wire/properties';
import { isComputed } from '../objects/computed-tags.ts';
import { editObject } from '../objects/edit-object.ts';
import { OpenedAttachment, OpenedMessage } from '../objects/opened-message.ts';
import type { FolderObject } from '../objects/server-object.ts';
import type { Frame, OpenFrame } from './destination.ts';

const isOwn = ({ tag, name }: StoredProperty): boolean => name !== undefined || !isComputed(tag);

/** Properties that wait until they take effect together. */
class Waiting {
  readonly #apply: (set: readonly StoredProperty[]) => void;
  #properties: StoredProperty[] = [];

  constructor(apply: (set: readonly StoredProperty[]) => void) {
    this.#apply = apply;
  }

  add(property: StoredProperty): void {
    if (isOwn(property)) this.#properties.push(property);
  }

  flush(): void {
    if (this.#properties.length === 0) return;
    const set = this.#properties;
    this.#properties = [];
    this.#apply(set);
  }
}

/** A row of the recipients; its number stands among its properties. */
function recipientFrame(message: OpenedMessage): Frame {
  const properties: StoredProperty[] = [];
  return {
    take: (property) => void properties.push(property),
    open: () => undefined,
    close: () => {
      const row = properties.find(({ tag }) => tag === pidTag.rowid);
      const rowId = row !== undefined && 'value' in row ? Number(row.value) : message.content.recipients.length;
      message.editRecipients([[rowId, properties.filter(({ tag }) => tag !== pidTag.rowid)]]);
    },
  };
}

const emptyMessage = { properties: [], recipients: [], attachments: [] };

/** A message within an attachment, saved into it when it has come. */
function embeddedFrame(attachment: OpenedAttachment): Frame {
  const message = new OpenedMessage(attachment.logon, { kind: 'embedded', attachment, content: emptyMessage });
  return savedFrame(message);
}

/** A message that is saved when it has come. */
function savedFrame(message: OpenedMessage): Frame {
  const frame = messageFrame(message);
  const close = (): void => {
    frame.flush?.();
    message.save({ force: true, keep: 'open' });
  };
  return { ...frame, close };
}

/** An attachment, saved into its message by whoever opened it. */
export function attachmentFrame(attachment: OpenedAttachment): Frame {
  const waiting = new Waiting((set) => attachment.edit({ set }));
  return {
    take: (property) => waiting.add(property),
    open: (tag) => {
      if (tag !== marker.startEmbed) return undefined;
      waiting.flush();
      return { frame: embeddedFrame(attachment), end: marker.endEmbed };
    },
    flush: () => waiting.flush(),
  };
}

function newAttachmentFrame(message: OpenedMessage): Frame {
  const attachment = new OpenedAttachment(message, message.reserveAttachment(), { properties: [] });
  const frame = attachmentFrame(attachment);
  return {
    ...frame,
    close: () => {
      frame.flush?.();
      attachment.save();
    },
  };
}

function clearSubobjects(message: OpenedMessage, tag: number): void {
  if (tag === pidTag.messageRecipients) message.removeRecipients();
  if (tag !== pidTag.messageAttachments) return;
  for (const number of message.attachments.keys()) message.putAttachment(number, undefined);
}

/** A message with recipients and attachments. [MS-OXCFXICS] 2.2.4.3.15 */
export function messageFrame(message: OpenedMessage): Frame {
  const waiting = new Waiting((set) => message.edit({ set }));
  return {
    take: (property) => waiting.add(property),
    clear: (tag) => clearSubobjects(message, tag),
    open: (tag) => {
      waiting.flush();
      if (tag === marker.startRecip) return { frame: recipientFrame(message), end: marker.endToRecip };
      return tag === marker.newAttach ? { frame: newAttachmentFrame(message), end: marker.endAttach } : undefined;
    },
    flush: () => waiting.flush(),
  };
}

/** A new message of a folder, saved when it has come. */
function newMessage({ logon, folderId }: FolderObject, { associated }: { associated: boolean }): OpenFrame {
  const message = new OpenedMessage(logon, { kind: 'new', folderId, associated });
  return { frame: savedFrame(message), end: marker.endMessage };
}

function messageOf(folder: FolderObject, tag: Marker): OpenFrame | undefined {
  if (tag === marker.startMessage) return newMessage(folder, { associated: false });
  return tag === marker.startFaiMsg ? newMessage(folder, { associated: true }) : undefined;
}

/** Messages that come into a folder. [MS-OXCFXICS] 2.2.4.3.16 */
export const messageListFrame = (folder: FolderObject): Frame => ({
  take: () => undefined,
  open: (tag) => messageOf(folder, tag),
});

/** A folder that is there: it keeps its name, whatever that of the source is. [MS-OXCFXICS] 2.2.4.3.7 */
export function folderFrame(folder: FolderObject): Frame {
  const waiting = new Waiting((set) => editObject(folder, { set }));
  return {
    take: (property) => (property.tag === pidTag.displayName ? undefined : waiting.add(property)),
    open: (tag) => {
      waiting.flush();
      if (tag === marker.startSubFld) return { frame: newFolderFrame(folder), end: marker.endFolder };
      return messageOf(folder, tag);
    },
    flush: () => waiting.flush(),
  };
}

/** A folder that comes below another: it is made as soon as all its properties have come. */
function newFolderFrame({ logon, folderId: parentId }: FolderObject): Frame {
  let name = '';
  const waiting: StoredProperty[] = [];
  let made: Frame | undefined;
  const make = (): Frame => {
    if (made !== undefined) return made;
    const { id } = logon.mailbox.createFolder(parentId, { name });
    const folder: FolderObject = { kind: 'folder', logon, folderId: id };
    editObject(folder, { set: waiting });
    made = folderFrame(folder);
    return made;
  };
  return {
    take: (property) => {
      if (property.tag === pidTag.displayName && 'value' in property) name = String(property.value);
      else if (isOwn(property)) waiting.push(property);
    },
    open: (tag) => make().open(tag),
    close: () => void make(),
  };
}

/** A whole folder that comes below this one. [MS-OXCFXICS] 2.2.4.3.27 */
export const topFolderFrame = (folder: FolderObject): Frame => ({
  take: () => undefined,
  open: (tag) => (tag === marker.startTopFld ? { frame: newFolderFrame(folder), end: marker.endFolder } : undefined),
});
