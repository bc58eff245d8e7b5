import type { Destination } from '../transfer/destination.ts';
import type { Download } from '../transfer/download.ts';
import type { Collector } from './collector.ts';
import type { Logon } from './logon.ts';
import type { OpenedAttachment, OpenedMessage } from './opened-message.ts';
import type { OpenedStream } from './opened-stream.ts';
import type { Table } from './table.ts';

export interface LogonObject {
  readonly kind: 'logon';
  readonly logon: Logon;
}
export interface FolderObject {
  readonly kind: 'folder';
  readonly logon: Logon;
  readonly folderId: number;
}
export interface TableObject {
  readonly kind: 'table';
  readonly logon: Logon;
  readonly table: Table;
  /** Ends its following the mailbox. */
  close(): void;
}
/** A FastTransfer source: what is copied, or a sync. */
export interface DownloadObject {
  readonly kind: 'download';
  readonly logon: Logon;
  readonly download: Download;
}

/** A wish to be told of changes; releasing it ends that. */
export interface SubscriptionObject {
  readonly kind: 'subscription';
  readonly logon: Logon;
  close(): void;
}

/** Where a FastTransfer stream is uploaded to. */
export interface DestinationObject {
  readonly kind: 'destination';
  readonly logon: Logon;
  readonly destination: Destination;
}

/** What a handle stands for. */
export type ServerObject =
  | LogonObject
  | FolderObject
  | OpenedMessage
  | OpenedAttachment
  | TableObject
  | OpenedStream
  | DownloadObject
  | SubscriptionObject
  | Collector
  | DestinationObject;

export type ObjectOf<K extends ServerObject['kind']> = Extract<ServerObject, { kind: K }>;
