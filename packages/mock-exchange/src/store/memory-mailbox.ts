import type { Clock } from '@cutover/base';
import { filetimeFromDate } from '@cutover/wire';
import { storeErrors } from '../errors.ts';
import { FolderTree } from './folder-tree.ts';
import type { Folder, WellKnownFolder } from './folder.ts';
import type { LayoutFolder } from './mailbox-layout.ts';
import { mailboxLayout } from './mailbox-layout.ts';
import type { FolderCounts, FolderSnapshot, Mailbox, MessageEdit, NewFolder, NewMessage } from './mailbox.ts';
import { createMessage, editContent, type MessageState } from './message-record.ts';
import type { Message } from './message.ts';

export interface MailboxOptions {
  readonly guid: string;
  readonly replicaGuid: string;
  readonly legacyExchangeDN: string;
  readonly displayName: string;
  readonly clock: Clock;
}

type Kept = Message & MessageState;

interface FolderContents {
  readonly messages: Map<number, Kept>;
  deleted: number;
  changedAt: bigint;
}

/** Makes an empty mailbox, with the folders of a new one, that lives in memory; contents may lie elsewhere. */
export const createMailbox = (options: MailboxOptions): Mailbox => new MemoryMailbox(options);

class MemoryMailbox implements Mailbox {
  readonly guid: string;
  readonly replicaGuid: string;
  readonly legacyExchangeDN: string;
  readonly displayName: string;
  readonly #clock: Clock;
  readonly #tree = new FolderTree();
  readonly #wellKnown = new Map<WellKnownFolder, number>();
  readonly #contents = new Map<number, FolderContents>();
  readonly #messages = new Map<number, Kept>();
  // Ids and change numbers come from one counter, as in Exchange, so that none is ever used twice.
  #counter = 0;

  constructor({ guid, replicaGuid, legacyExchangeDN, displayName, clock }: MailboxOptions) {
    this.guid = guid;
    this.replicaGuid = replicaGuid;
    this.legacyExchangeDN = legacyExchangeDN;
    this.displayName = displayName;
    this.#clock = clock;
    for (const folder of mailboxLayout) this.#layOut(folder);
  }

  get lastChangeNumber(): number {
    return this.#counter;
  }

  wellKnown(folder: WellKnownFolder): number {
    return this.#wellKnown.get(folder)!;
  }

  folder(id: number): Folder | undefined {
    return this.#tree.get(id);
  }

  children(folderId: number): readonly Folder[] {
    return this.#tree.children(folderId);
  }

  descendants(folderId: number): readonly Folder[] {
    return this.#tree.descendants(folderId);
  }

  message(id: number): Message | undefined {
    return this.#messages.get(id);
  }

  messages(folderId: number, { associated }: { associated?: boolean } = {}): readonly Message[] {
    const all = [...this.#contentsOf(folderId).messages.values()];
    return associated === undefined ? all : all.filter((message) => message.associated === associated);
  }

  counts(folderId: number): FolderCounts {
    const { deleted, changedAt, messages } = this.#contentsOf(folderId);
    const counts = { normal: 0, unread: 0, associated: 0, deleted, changedAt };
    for (const { associated, read } of messages.values()) {
      if (associated) counts.associated++;
      else counts.normal++;
      if (!associated && !read) counts.unread++;
    }
    return counts;
  }

  snapshot(folderId: number): FolderSnapshot {
    const folder = this.#tree.require(folderId);
    return { folder, messages: this.messages(folderId), lastChangeNumber: this.#counter };
  }

  createFolder(parentId: number, { name, containerClass = '', properties = [] }: NewFolder): Folder {
    return this.#addFolder({ parentId, name, containerClass, properties, type: 1 });
  }

  renameFolder(id: number, name: string): Folder {
    return this.#tree.replace({ ...this.#tree.require(id), name, ...this.#touch() });
  }

  moveFolder(id: number, parentId: number): Folder {
    return this.#tree.replace({ ...this.#tree.require(id), parentId, ...this.#touch() });
  }

  deleteFolder(id: number): void {
    for (const folder of this.#tree.remove(id)) {
      for (const message of this.#contentsOf(folder.id).messages.keys()) this.#messages.delete(message);
      this.#contents.delete(folder.id);
    }
  }

  deliver(folderId: number, { content, associated = false, read = false, deliveredAt }: NewMessage): Message {
    const source = typeof content === 'function' ? content : () => content;
    return this.#place({ folderId, source, associated, read, deliveredAt: deliveredAt ?? this.#now() });
  }

  edit(id: number, edit: MessageEdit): Message {
    const old = this.#require(id);
    return this.#keep({ ...old, ...this.#touch(), source: () => editContent(old.source(), edit) });
  }

  markRead(id: number, { read }: { read: boolean }): Message {
    const old = this.#require(id);
    if (old.associated || old.read === read) return old;
    return this.#keep({ ...old, read, readChangeNumber: this.#next() });
  }

  deleteMessage(id: number): void {
    const { folderId } = this.#require(id);
    const contents = this.#contentsOf(folderId);
    contents.messages.delete(id);
    contents.deleted++;
    contents.changedAt = this.#now();
    this.#messages.delete(id);
  }

  moveMessage(id: number, folderId: number): Message {
    const copy = this.copyMessage(id, folderId);
    this.deleteMessage(id);
    return copy;
  }

  copyMessage(id: number, folderId: number): Message {
    const { source, associated, read, deliveredAt } = this.#require(id);
    return this.#place({ folderId, source, associated, read, deliveredAt });
  }

  #layOut({ key, name, parent, containerClass = '' }: LayoutFolder): void {
    const parentId = parent === undefined ? undefined : this.wellKnown(parent);
    const type = parent === undefined ? 0 : 1;
    const { id } = this.#addFolder({ parentId, name, containerClass, properties: [], type });
    this.#tree.fix(id);
    this.#wellKnown.set(key, id);
  }

  #addFolder(folder: Pick<Folder, 'parentId' | 'name' | 'containerClass' | 'properties' | 'type'>): Folder {
    const id = this.#next();
    const touch = this.#touch();
    const added = this.#tree.add({ ...folder, id, createdAt: touch.modifiedAt, ...touch });
    this.#contents.set(id, { messages: new Map(), deleted: 0, changedAt: touch.modifiedAt });
    return added;
  }

  #place(state: Pick<MessageState, 'folderId' | 'source' | 'associated' | 'read' | 'deliveredAt'>): Message {
    this.#tree.require(state.folderId);
    const id = this.#next();
    const touch = this.#touch();
    return this.#keep({ ...state, id, readChangeNumber: touch.changeNumber, ...touch });
  }

  #keep(state: MessageState): Message {
    const message = createMessage(state);
    const contents = this.#contentsOf(state.folderId);
    contents.messages.set(message.id, message);
    contents.changedAt = this.#now();
    this.#messages.set(message.id, message);
    return message;
  }

  #require(id: number): Kept {
    const message = this.#messages.get(id);
    if (message === undefined) throw storeErrors.noSuchMessage({ id });
    return message;
  }

  #contentsOf(folderId: number): FolderContents {
    const contents = this.#contents.get(folderId);
    if (contents === undefined) throw storeErrors.noSuchFolder({ id: folderId });
    return contents;
  }

  #next(): number {
    return ++this.#counter;
  }

  #touch(): { changeNumber: number; modifiedAt: bigint } {
    return { changeNumber: this.#next(), modifiedAt: this.#now() };
  }

  #now(): bigint {
    return filetimeFromDate(new Date(this.#clock.now()));
  }
}
