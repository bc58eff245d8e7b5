import type { Clock } from '@cutover/base';
import { filetimeFromDate } from '@cutover/wire';
import { storeErrors } from '../errors.ts';
import { FolderTree } from './folder-tree.ts';
import type { Folder, PublicFolder, WellKnownFolder } from './folder.ts';
import { changedHere } from './lineage.ts';
import { type LayoutFolder, mailboxLayout, type StoreLayout } from './mailbox-layout.ts';
import { type ChangedObject, type MailboxListener, MailboxWatchers, type StopWatching } from './mailbox-change.ts';
import type {
  FolderCounts,
  FolderEdit,
  FolderSnapshot,
  Mailbox,
  MessageEdit,
  NewFolder,
  NewMessage,
} from './mailbox.ts';
import { createMessage, editContent, editProperties, type MessageState } from './message-record.ts';
import type { MailboxState } from './mailbox-state.ts';
import type { Message } from './message.ts';

/** Whose a mailbox is. */
export interface MailboxOptions {
  readonly guid: string;
  readonly replicaGuid: string;
  readonly legacyExchangeDN: string;
  readonly displayName: string;
  readonly clock: Clock;
  /** What it has when it is new; that of a mailbox unless given. */
  readonly layout?: StoreLayout;
  /** Called when somebody changes or watches the mailbox, each time: from then on it must not be let go. */
  readonly inUse?: () => void;
}

type Kept = Message & MessageState;

type AddedFolder = Pick<Folder, 'parentId' | 'name' | 'containerClass' | 'properties' | 'type' | 'lineage'> &
  Partial<Pick<Folder, 'id' | 'permissions'>>;
type PlacedMessage = Pick<MessageState, 'folderId' | 'source' | 'associated' | 'read' | 'deliveredAt' | 'lineage'> &
  Partial<Pick<MessageState, 'id' | 'modifiedAt'>>;

interface FolderContents {
  readonly messages: Map<number, Kept>;
  deleted: number;
  changedAt: bigint;
}

/** Everything of a mailbox that changes. */
interface State {
  readonly tree: FolderTree;
  readonly wellKnown: Map<WellKnownFolder | PublicFolder, number>;
  readonly contents: Map<number, FolderContents>;
  readonly messages: Map<number, Kept>;
  /** Ids and change numbers come from one counter, as in Exchange, so that none is ever used twice. */
  counter: number;
}

const emptyState = (): State => ({
  tree: new FolderTree(),
  wellKnown: new Map(),
  contents: new Map(),
  messages: new Map(),
  counter: 0,
});

function copyState({ tree, wellKnown, contents, messages, counter }: State): State {
  const copies = [...contents].map(([id, one]) => [id, { ...one, messages: new Map(one.messages) }] as const);
  return { tree: tree.copy(), wellKnown, contents: new Map(copies), messages: new Map(messages), counter };
}

/** Makes a mailbox that lives in memory, with the folders of a new one or as it once was; contents may lie elsewhere. */
export const createMailbox = (options: MailboxOptions, state?: MailboxState): Mailbox =>
  new MemoryMailbox(options, state && openState(state));

function openState({ lastChangeNumber, folders, messages }: MailboxState): State {
  const state = { ...emptyState(), counter: lastChangeNumber };
  for (const { wellKnown, deleted, changedAt, ...folder } of folders) {
    state.tree.add(folder);
    state.contents.set(folder.id, { messages: new Map(), deleted, changedAt });
    if (wellKnown === undefined) continue;
    state.tree.fix(folder.id);
    state.wellKnown.set(wellKnown, folder.id);
  }
  for (const message of messages) {
    const kept = createMessage({ ...message, source: () => message.content() });
    state.contents.get(kept.folderId)!.messages.set(kept.id, kept);
    state.messages.set(kept.id, kept);
  }
  return state;
}

class MemoryMailbox implements Mailbox {
  readonly guid: string;
  readonly replicaGuid: string;
  readonly legacyExchangeDN: string;
  readonly displayName: string;
  readonly isPublic: boolean;
  readonly #options: MailboxOptions;
  readonly #watchers = new MailboxWatchers();
  #state: State;
  /** Another mailbox goes on from the same state: who changes it first takes a copy. */
  #isShared: boolean;

  constructor(options: MailboxOptions, shared?: State) {
    const { guid, replicaGuid, legacyExchangeDN, displayName, layout = mailboxLayout } = options;
    this.#options = options;
    this.guid = guid;
    this.replicaGuid = replicaGuid;
    this.legacyExchangeDN = legacyExchangeDN;
    this.displayName = displayName;
    this.isPublic = layout.isPublic;
    this.#isShared = shared !== undefined;
    this.#state = shared ?? emptyState();
    if (shared === undefined) for (const folder of layout.folders) this.#layOut(folder, layout);
  }

  get lastChangeNumber(): number {
    return this.#state.counter;
  }

  wellKnown(folder: WellKnownFolder | PublicFolder): number {
    return this.#state.wellKnown.get(folder)!;
  }

  folder(id: number): Folder | undefined {
    return this.#state.tree.get(id);
  }

  children(folderId: number): readonly Folder[] {
    return this.#state.tree.children(folderId);
  }

  descendants(folderId: number): readonly Folder[] {
    return this.#state.tree.descendants(folderId);
  }

  message(id: number): Message | undefined {
    return this.#state.messages.get(id);
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
    const folder = this.#state.tree.require(folderId);
    return { folder, messages: this.messages(folderId), lastChangeNumber: this.#state.counter };
  }

  reserveIds(count: number): number {
    this.#own();
    const first = this.#state.counter + 1;
    this.#state.counter += count;
    return first;
  }

  createFolder(
    parentId: number,
    { name, containerClass = '', properties = [], type = 1, ...given }: NewFolder,
  ): Folder {
    const added = this.#addFolder({ parentId, name, containerClass, properties, type, ...given });
    this.#watchers.tell({ kind: 'created', object: placeOf(added) });
    return added;
  }

  renameFolder(id: number, name: string): Folder {
    return this.editFolder(id, { name });
  }

  editFolder(id: number, { set = [], remove = [], ...fields }: FolderEdit): Folder {
    const old = this.#state.tree.require(id);
    const properties = editProperties(old.properties, { set, remove });
    const isMoved = fields.name !== undefined && fields.name !== old.name;
    const folder = this.#replaceFolder({ ...old, ...changedHere(old.lineage), ...fields, properties }, { isMoved });
    const object = placeOf(folder);
    this.#watchers.tell({ kind: 'modified', object });
    if (fields.search !== undefined) this.#watchers.tell({ kind: 'searchComplete', object });
    return folder;
  }

  moveFolder(id: number, parentId: number, { name }: { name?: string } = {}): Folder {
    const old = this.#state.tree.require(id);
    const changed = { ...old, ...changedHere(old.lineage), parentId, name: name ?? old.name };
    const moved = this.#replaceFolder(changed, { isMoved: true });
    this.#watchers.tell({ kind: 'moved', object: placeOf(moved), from: placeOf(old) });
    return moved;
  }

  copyFolder(
    id: number,
    parentId: number,
    { name, subfolders = false }: { name?: string; subfolders?: boolean } = {},
  ): Folder {
    const old = this.#state.tree.require(id);
    if (subfolders) this.#state.tree.assertNotBelow(old, parentId);
    const below = subfolders ? this.children(id) : [];
    const { containerClass, properties } = old;
    const copy = this.#addFolder({ parentId, name: name ?? old.name, containerClass, properties, type: 1 });
    for (const message of this.messages(id)) this.#copy(message.id, copy.id);
    for (const child of below) this.copyFolder(child.id, copy.id, { subfolders });
    this.#watchers.tell({ kind: 'copied', object: placeOf(copy), from: placeOf(old) });
    return copy;
  }

  emptyFolder(
    id: number,
    { associated = false, subfolders = true }: { associated?: boolean; subfolders?: boolean } = {},
  ): void {
    const messages = this.messages(id, associated ? {} : { associated: false });
    for (const message of messages) this.deleteMessage(message.id);
    if (!subfolders) return;
    for (const child of this.children(id)) this.deleteFolder(child.id);
  }

  deleteFolder(id: number): void {
    this.#own();
    const removed = this.#state.tree.remove(id);
    for (const folder of removed) {
      for (const message of this.#contentsOf(folder.id).messages.keys()) this.#state.messages.delete(message);
      this.#state.contents.delete(folder.id);
    }
    for (const folder of removed) this.#watchers.tell({ kind: 'deleted', object: placeOf(folder) });
  }

  deliver(
    folderId: number,
    { content, associated = false, read = false, deliveredAt = this.#now(), isNewMail, ...given }: NewMessage,
  ): Message {
    const source = typeof content === 'function' ? content : () => content;
    const message = this.#place({ folderId, source, associated, read, deliveredAt, ...given });
    const object = messagePlace(message);
    this.#watchers.tell({ kind: 'created', object });
    if (isNewMail === true) this.#watchers.tell({ kind: 'newMail', object });
    return message;
  }

  announce(id: number): void {
    this.#watchers.tell({ kind: 'newMail', object: messagePlace(this.#require(id)) });
  }

  edit(id: number, edit: MessageEdit): Message {
    const old = this.#require(id);
    const deliveredAt = edit.deliveredAt ?? old.deliveredAt;
    const { content } = edit;
    const source = content === undefined ? () => editContent(old.source(), edit) : () => editContent(content, edit);
    const lineage = edit.lineage === undefined ? changedHere(old.lineage) : { lineage: edit.lineage };
    const { changeNumber, modifiedAt } = this.#touch();
    const changed = { changeNumber, modifiedAt: edit.modifiedAt ?? modifiedAt, ...lineage };
    const edited = this.#keep({ ...old, ...changed, deliveredAt, source });
    this.#watchers.tell({ kind: 'modified', object: messagePlace(edited) });
    return edited;
  }

  markRead(id: number, { read, by }: { read: boolean; by?: string }): Message {
    const old = this.#require(id);
    const before = by === undefined ? old.read : old.readers?.get(by)?.read === true;
    if (old.associated || before === read) return old;
    const mark = { read, readChangeNumber: this.#next() };
    const change = by === undefined ? mark : { readers: new Map([...(old.readers ?? []), [by, mark] as const]) };
    const marked = this.#keep({ ...old, ...change });
    this.#watchers.tell({ kind: 'modified', object: messagePlace(marked), readOnly: true });
    return marked;
  }

  deleteMessage(id: number): void {
    const old = this.#require(id);
    this.#remove(old);
    this.#watchers.tell({ kind: 'deleted', object: messagePlace(old) });
  }

  moveMessage(id: number, folderId: number, options: Pick<NewMessage, 'id' | 'lineage'> = {}): Message {
    const old = this.#require(id);
    const moved = this.#copy(id, folderId, options);
    this.#remove(old);
    this.#watchers.tell({ kind: 'moved', object: messagePlace(moved), from: messagePlace(old) });
    return moved;
  }

  copyMessage(id: number, folderId: number): Message {
    const copy = this.#copy(id, folderId);
    this.#watchers.tell({ kind: 'copied', object: messagePlace(copy), from: messagePlace(this.#require(id)) });
    return copy;
  }

  watch(listener: MailboxListener, { holds = true }: { holds?: boolean } = {}): StopWatching {
    if (holds) this.#options.inUse?.();
    return this.#watchers.add(listener);
  }

  fork({ clock = this.#options.clock }: { clock?: Clock | undefined } = {}): Mailbox {
    this.#isShared = true;
    return new MemoryMailbox({ ...this.#options, clock }, this.#state);
  }

  #copy(id: number, folderId: number, given: Pick<NewMessage, 'id' | 'lineage'> = {}): Message {
    const { source, associated, read, deliveredAt } = this.#require(id);
    return this.#place({ folderId, source, associated, read, deliveredAt, ...given });
  }

  #remove({ id, folderId }: Message): void {
    this.#own();
    const contents = this.#contentsOf(folderId);
    contents.messages.delete(id);
    contents.deleted++;
    contents.changedAt = this.#now();
    this.#state.messages.delete(id);
  }

  #replaceFolder(folder: Folder, { isMoved }: { isMoved: boolean }): Folder {
    this.#own();
    const { tree } = this.#state;
    const changed = { ...folder, ...this.#touch() };
    return isMoved ? tree.replace(changed) : tree.update(changed);
  }

  #layOut({ key, name, parent, containerClass = '' }: LayoutFolder, { permissions }: StoreLayout): void {
    const parentId = parent === undefined ? undefined : this.wellKnown(parent);
    const type = parent === undefined ? 0 : 1;
    const own = permissions === undefined || parent !== undefined ? {} : { permissions };
    const { id } = this.#addFolder({ parentId, name, containerClass, properties: [], type, ...own });
    this.#state.tree.fix(id);
    this.#state.wellKnown.set(key, id);
  }

  #addFolder({ id = this.#next(), ...folder }: AddedFolder): Folder {
    const touch = this.#touch();
    const above = folder.parentId === undefined ? undefined : this.#state.tree.get(folder.parentId)?.permissions;
    const inherited = above === undefined ? {} : { permissions: above };
    const added = this.#state.tree.add({ ...inherited, ...folder, id, createdAt: touch.modifiedAt, ...touch });
    this.#state.contents.set(id, { messages: new Map(), deleted: 0, changedAt: touch.modifiedAt });
    return added;
  }

  #place({ id = this.#next(), ...state }: PlacedMessage): Message {
    this.#state.tree.require(state.folderId);
    const touch = this.#touch();
    return this.#keep({ ...touch, ...state, id, readChangeNumber: touch.changeNumber });
  }

  #keep(state: MessageState): Message {
    const message = createMessage(state);
    const contents = this.#contentsOf(state.folderId);
    contents.messages.set(message.id, message);
    contents.changedAt = this.#now();
    this.#state.messages.set(message.id, message);
    return message;
  }

  #require(id: number): Kept {
    const message = this.#state.messages.get(id);
    if (message === undefined) throw storeErrors.noSuchMessage({ id });
    return message;
  }

  #contentsOf(folderId: number): FolderContents {
    const contents = this.#state.contents.get(folderId);
    if (contents === undefined) throw storeErrors.noSuchFolder({ id: folderId });
    return contents;
  }

  /** Called before every change. */
  #own(): void {
    this.#options.inUse?.();
    if (!this.#isShared) return;
    this.#state = copyState(this.#state);
    this.#isShared = false;
  }

  #next(): number {
    this.#own();
    return ++this.#state.counter;
  }

  #touch(): { changeNumber: number; modifiedAt: bigint } {
    return { changeNumber: this.#next(), modifiedAt: this.#now() };
  }

  #now(): bigint {
    return filetimeFromDate(new Date(this.#options.clock.now()));
  }
}

const messagePlace = ({ id, folderId }: Message): ChangedObject => ({ folderId, messageId: id });

const placeOf = ({ id, parentId }: Folder): ChangedObject => ({ folderId: parentId ?? id, subfolderId: id });
