import { type FastTransferPart, marker } from '@cutover/wire/fasttransfer';
import { pidTag } from '@cutover/wire/properties';
import type { Mailbox } from '../../../store/mailbox.ts';
import { computedProperties } from '../../../store/message-properties.ts';
import type { Message } from '../../../store/message.ts';
import { idBytes } from '../objects/ids.ts';
import { announcement, messageParts, propertyParts } from './message-parts.ts';
import type { ContentReader } from '../objects/content-reader.ts';
import type { PropertyEncoder } from './property-encoder.ts';
import { everything, type PropertyFilter } from './property-filter.ts';
import { ownFolderProperties } from '../objects/folder-properties.ts';
import type { Folder } from '../../../store/folder.ts';
import type { StoredProperty } from '@cutover/content';

/** How messages are read and written. */
export interface MessageForm {
  readonly encoder: PropertyEncoder;
  readonly read: ContentReader;
}

/** messageList: each message between its markers, its id first. [MS-OXCFXICS] 2.2.4.3.16 */
export function* messageList(messages: Iterable<Message>, { encoder, read }: MessageForm): Generator<FastTransferPart> {
  for (const message of messages) {
    const content = read(message);
    const properties = [...content.properties, ...computedProperties(message, content)];
    yield message.associated ? marker.startFaiMsg : marker.startMessage;
    yield { tag: pidTag.mid, value: idBytes(message.id) };
    yield* messageParts({ ...content, properties }, { encoder, filter: everything, announce: false });
    yield marker.endMessage;
  }
}

export interface FolderForm extends MessageForm {
  readonly mailbox: Mailbox;
  /** What of the folder itself is sent; all of those below it, if they are. */
  readonly filter: PropertyFilter;
  /** Tells by FXDelProp which kinds of subobjects follow, also if there are none. */
  readonly announce: boolean;
}

function describe(mailbox: Mailbox, folder: Folder): StoredProperty[] {
  return [
    { tag: pidTag.displayName, value: folder.name },
    { tag: pidTag.comment, value: '' },
    ...ownFolderProperties(mailbox, folder).filter(({ tag }) => tag !== pidTag.comment),
  ];
}

/** The two lists of messages of a folder, in the order of a stream. */
const messageTags = [
  [pidTag.folderAssociatedContents, true],
  [pidTag.containerContents, false],
] as const;

/** folderContent: the folder, its messages, and the folders below it. [MS-OXCFXICS] 2.2.4.3.7, 2.2.4.3.8 */
export function* folderParts(folder: Folder, form: FolderForm): Generator<FastTransferPart> {
  const { mailbox, encoder, filter, announce } = form;
  yield* propertyParts(describe(mailbox, folder), { encoder, filter });
  for (const [tag, associated] of messageTags) {
    if (!filter.includes(tag)) continue;
    if (announce) yield announcement(tag);
    yield* messageList(mailbox.messages(folder.id, { associated }), form);
  }
  if (!filter.includes(pidTag.containerHierarchy)) return;
  if (announce) yield announcement(pidTag.containerHierarchy);
  for (const child of mailbox.children(folder.id)) yield* subfolderParts(child, { ...form, filter: everything });
}

function* subfolderParts(folder: Folder, form: FolderForm): Generator<FastTransferPart> {
  yield marker.startSubFld;
  yield { tag: pidTag.folderId, value: idBytes(folder.id) };
  yield* folderParts(folder, form);
  yield marker.endFolder;
}

/** topFolder: a folder with all that is in it. [MS-OXCFXICS] 2.2.4.3.27 */
export function* topFolder(folder: Folder, form: FolderForm): Generator<FastTransferPart> {
  yield marker.startTopFld;
  yield* folderParts(folder, form);
  yield marker.endFolder;
}
