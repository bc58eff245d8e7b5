import type { Clock } from '@cutover/base';
import type { MessageContent, StoredProperty } from '@cutover/content';
import type { Folder, PublicFolder, WellKnownFolder } from './folder.ts';
import type { MailboxListener, StopWatching } from './mailbox-change.ts';
import type { Lineage } from './lineage.ts';
import type { Message } from './message.ts';

/** What a new message is made of; `content` may be a function, called whenever the message is read. */
export interface NewMessage {
  /** All that it says; given as a function, it is made whenever it is read and takes no memory. */
  readonly content: MessageContent | (() => MessageContent);
  /** Whether it is folder-associated information: a view, a rule, a setting. It is not unless told. */
  readonly associated?: boolean;
  /** It is unread unless told. */
  readonly read?: boolean;
  /** FILETIME; the time of the call unless given. */
  readonly deliveredAt?: bigint;
  /** True for mail that came, and of which clients are to be told; not for what its owner put there. */
  readonly isNewMail?: boolean;
  /** An id that was set aside before; a new one unless given. */
  readonly id?: number;
  /** FILETIME; the time of the call unless given. */
  readonly modifiedAt?: bigint;
  /** Of one that is uploaded with the history of its changes. */
  readonly lineage?: Lineage;
}

/** A folder that is to be made. */
export interface NewFolder {
  /** No other folder beside it may have it, case aside. */
  readonly name: string;
  /** Empty (mail) unless given. */
  readonly containerClass?: string;
  /** Those of its own besides: 3004 comment, 10F4 hidden, named ones. */
  readonly properties?: readonly StoredProperty[];
  /** Generic unless told. */
  readonly type?: 1 | 2;
  /** An id that was set aside before; a new one unless given. */
  readonly id?: number;
  /** Of one that is uploaded with the history of its changes. */
  readonly lineage?: Lineage;
}

/** A property by its id or its name, whatever its type. */
export type PropertyReference = Pick<StoredProperty, 'tag' | 'name'>;

/** What an edit does to properties: first what is removed, then what is replaced or added. */
export interface PropertyEdit {
  readonly remove?: readonly PropertyReference[];
  readonly set?: readonly StoredProperty[];
}

/** Fields of a folder that an edit may replace besides its properties. */
export type FolderField = 'permissions' | 'rules' | 'receives' | 'search' | 'perUser' | 'lineage';

/** What an edit replaces; what is not named stays. */
export interface FolderEdit extends PropertyEdit, Partial<Pick<Folder, FolderField>> {
  readonly name?: string;
  readonly containerClass?: string;
}

/** What an edit replaces; what is not named stays. */
export interface MessageEdit extends PropertyEdit {
  /** Takes the place of all that is there, before the rest of the edit is applied. */
  readonly content?: MessageContent;
  /** FILETIME. */
  readonly deliveredAt?: bigint;
  /** In the place of all that there are. */
  readonly recipients?: MessageContent['recipients'];
  /** In the place of all that there are. */
  readonly attachments?: MessageContent['attachments'];
  /** FILETIME; the time of the call unless given. */
  readonly modifiedAt?: bigint;
  /** Of a change that is uploaded. */
  readonly lineage?: Lineage;
}

/** One folder's messages at one moment, for ICS. */
export interface FolderSnapshot {
  readonly folder: Folder;
  /** Normal and associated ones, in the order of their ids. */
  readonly messages: readonly Message[];
  /** The highest change number that the mailbox had given. */
  readonly lastChangeNumber: number;
}

/** One mailbox of the information store: folders and messages, with change numbers for ICS. Ids are 48-bit counters. */
export interface Mailbox {
  /** msExchMailboxGuid. */
  readonly guid: string;
  /** Replica GUID behind replica id 1. */
  readonly replicaGuid: string;
  readonly legacyExchangeDN: string;
  /** Of its owner. */
  readonly displayName: string;
  /** The highest change number that it has given. */
  readonly lastChangeNumber: number;
  /** True for the store of public folders, whose folders that every one has are others. */
  readonly isPublic: boolean;

  /** The id of a folder that every mailbox has, or every store of public folders. */
  wellKnown(folder: WellKnownFolder | PublicFolder): number;
  /** The folder as it is now; undefined for one that is not there. */
  folder(id: number): Folder | undefined;
  /** Direct children in the order of their ids. */
  children(folderId: number): readonly Folder[];
  /** Every folder below this one, parents before children. */
  descendants(folderId: number): readonly Folder[];
  /** The message as it is now; undefined for one that is not there. */
  message(id: number): Message | undefined;
  /** Messages of a folder in the order of their ids; with `associated`, only that kind. */
  messages(folderId: number, options?: { associated?: boolean }): readonly Message[];
  /** How much a folder holds; that of its subfolders does not count. */
  counts(folderId: number): FolderCounts;
  /** A folder and its messages at this moment. */
  snapshot(folderId: number): FolderSnapshot;

  /** Sets so many ids aside, which are then given to no object of this mailbox; tells the first. */
  reserveIds(count: number): number;
  /** Throws store.folderExists for a name that a folder beside it has. */
  createFolder(parentId: number, folder: NewFolder): Folder;
  /** A folder that every mailbox has keeps its name. */
  renameFolder(id: number, name: string): Folder;
  /** A folder that every mailbox has keeps its name. */
  editFolder(id: number, edit: FolderEdit): Folder;
  /** The folder keeps its id and gets a new change number; `name` is a new one. */
  moveFolder(id: number, parentId: number, options?: { name?: string }): Folder;
  /** Copies the folder with its messages, and with `subfolders` all that is below it, which it then cannot be copied into. */
  copyFolder(id: number, parentId: number, options?: { name?: string; subfolders?: boolean }): Folder;
  /** Deletes the messages, unless told the associated ones, too, and the folders below. */
  emptyFolder(id: number, options?: { associated?: boolean; subfolders?: boolean }): void;
  /** Takes the folders and messages below along. */
  deleteFolder(id: number): void;

  /** Puts a message into a folder; it is new mail for clients only once it was announced. */
  deliver(folderId: number, message: NewMessage): Message;
  /** Tells that a message is new mail. */
  announce(id: number): void;
  /** Gives a new change number; the id stays. */
  edit(id: number, edit: MessageEdit): Message;
  /** Changes the read change number, not the change number; with `by`, a legacyExchangeDN, for one reader alone. */
  markRead(id: number, options: { read: boolean; by?: string }): Message;
  /** For ever: there is no dumpster. */
  deleteMessage(id: number): void;
  /** A move makes a new message with a new id. [MS-OXCFXICS] 3.1.5.3 */
  moveMessage(id: number, folderId: number, options?: Pick<NewMessage, 'id' | 'lineage'>): Message;
  /** The copy has an id and a change number of its own. */
  copyMessage(id: number, folderId: number): Message;

  /**
   * Tells of every change from now on, until the function that it gives is called; a fork tells of its own. Without `holds`
   * the mailbox may be let go all the same, for whoever has hold of it himself.
   */
  watch(listener: MailboxListener, options?: { holds?: boolean }): StopWatching;

  /** The mailbox as it is; neither sees what becomes of the other from now on. Costs nothing until one of them changes. It has the same clock unless given. */
  fork(options?: { clock?: Clock | undefined }): Mailbox;
}

/** How much a folder holds; each with the property that shows it. */
export interface FolderCounts {
  /** 3602. */
  readonly normal: number;
  /** 3603. */
  readonly unread: number;
  /** 3617. */
  readonly associated: number;
  /** 670B: messages deleted or moved away since the mailbox was made. */
  readonly deleted: number;
  /** 670A: FILETIME of the last message that came, went or changed. */
  readonly changedAt: bigint;
}
