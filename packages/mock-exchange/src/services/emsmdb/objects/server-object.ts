import type { AttachmentContent, ByteSource, MessageContent } from '@cutover/content';
import type { Mailbox } from '../../../store/mailbox.ts';
import type { Message } from '../../../store/message.ts';
import type { Download } from '../transfer/download.ts';
import type { PropertyBag } from './property-bag.ts';
import type { Table } from './table.ts';

/** A mailbox as a session has opened it. */
export interface Logon {
  readonly id: number;
  readonly mailbox: Mailbox;
}

export interface LogonObject {
  readonly kind: 'logon';
  readonly logon: Logon;
}
export interface FolderObject {
  readonly kind: 'folder';
  readonly logon: Logon;
  readonly folderId: number;
}
/** A message as it was when it was opened; `message` is absent for one that is embedded. */
export interface MessageObject {
  readonly kind: 'message';
  readonly logon: Logon;
  readonly message: Message | undefined;
  readonly content: MessageContent;
  readonly bag: PropertyBag;
}
export interface AttachmentObject {
  readonly kind: 'attachment';
  readonly logon: Logon;
  readonly attachment: AttachmentContent;
  readonly number: number;
  readonly bag: PropertyBag;
}
export interface TableObject {
  readonly kind: 'table';
  readonly logon: Logon;
  readonly table: Table;
}
export interface StreamObject {
  readonly kind: 'stream';
  readonly logon: Logon;
  readonly source: ByteSource;
  position: number;
}
/** A FastTransfer source: what is copied, or a sync. */
export interface DownloadObject {
  readonly kind: 'download';
  readonly logon: Logon;
  readonly download: Download;
}

/** What a handle stands for. */
export type ServerObject =
  | LogonObject
  | FolderObject
  | MessageObject
  | AttachmentObject
  | TableObject
  | StreamObject
  | DownloadObject;

export type ObjectOf<K extends ServerObject['kind']> = Extract<ServerObject, { kind: K }>;
