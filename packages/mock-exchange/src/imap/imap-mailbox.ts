import { isSdkError } from '@cutover/base';
import {
  type AppendedMessage,
  imapErrors,
  type ImapFolder,
  type ImapMailbox,
  isSamePath,
  type MessageFlag,
} from '@cutover/imap';
import { dateFromFiletime, filetimeFromDate } from '@cutover/wire';
import { isUnreadable } from '../faults/is-unreadable.ts';
import { importMail } from '../mail/import-mail.ts';
import { keepRendering, renderMessage } from '../mail/render-message.ts';
import type { Account } from '../organisation/account.ts';
import type { Folder } from '../store/folder.ts';
import type { Mailbox } from '../store/mailbox.ts';
import type { Message } from '../store/message.ts';
import type { World } from '../world.ts';
import { editFlags, flagsOf } from './message-marks.ts';

interface StoredFolder extends ImapFolder {
  readonly id: number;
}

/** What stands for a slash within a name, as in Exchange's URLs. */
const slashInName = '\uf8ff';

/** Subscriptions; a mailbox that is filled anew has none. */
const subscriptions = new WeakMap<Mailbox, (readonly string[])[]>();

/** A mailbox of the store as IMAP sees it: uids are the ids of messages, which ascend. */
export class StoredImapMailbox implements ImapMailbox {
  readonly #mailbox: Mailbox;
  readonly #account: Account;
  readonly #world: World;

  constructor(mailbox: Mailbox, { account, world }: { account: Account; world: World }) {
    this.#mailbox = mailbox;
    this.#account = account;
    this.#world = world;
  }

  folders(): readonly StoredFolder[] {
    return [...this.#below(this.#mailbox.wellKnown('ipmSubtree'), [])];
  }

  messages(folder: ImapFolder) {
    const id = this.#find(folder.path)?.id;
    const messages = id === undefined ? [] : this.#mailbox.messages(id, { associated: false });
    return messages.map((message) => this.#show(message));
  }

  setFlags(_folder: ImapFolder, uid: number, flags: ReadonlySet<MessageFlag>): void {
    refusing(() => {
      const before = this.#require(uid);
      const edit = editFlags(before, flags);
      if (edit !== undefined) this.#mailbox.edit(uid, edit);
      keepRendering(before, this.#mailbox.markRead(uid, { read: flags.has('\\Seen') }));
    });
  }

  async append(folder: ImapFolder, { bytes, flags, internalDate }: AppendedMessage): Promise<number> {
    const content = await importMail(this.#world.organisation, bytes);
    return refusing(() => {
      const deliveredAt = internalDate === undefined ? {} : { deliveredAt: filetimeFromDate(internalDate) };
      const id = this.#idOf(folder.path);
      const message = this.#mailbox.deliver(id, { content, read: flags.has('\\Seen'), ...deliveredAt });
      const edit = editFlags(message, flags);
      if (edit !== undefined) this.#mailbox.edit(message.id, edit);
      return message.id;
    });
  }

  copy(_folder: ImapFolder, uid: number, target: ImapFolder): number {
    return refusing(() => this.#mailbox.copyMessage(uid, this.#idOf(target.path)).id);
  }

  remove(_folder: ImapFolder, uid: number): void {
    refusing(() => this.#mailbox.deleteMessage(uid));
  }

  createFolder(path: readonly string[]): void {
    refusing(() => {
      let parent = this.#mailbox.wellKnown('ipmSubtree');
      for (const [index, name] of path.entries()) {
        const known = this.#find(path.slice(0, index + 1));
        if (known !== undefined && index === path.length - 1)
          throw imapErrors.refused({ reason: 'Folder already exists.' });
        parent = known?.id ?? this.#mailbox.createFolder(parent, { name: toName(name), containerClass: 'IPF.Note' }).id;
      }
    });
  }

  deleteFolder(path: readonly string[]): void {
    refusing(() => this.#mailbox.deleteFolder(this.#idOf(path)));
  }

  renameFolder(from: readonly string[], to: readonly string[]): void {
    refusing(() => {
      const id = this.#idOf(from);
      const above = to.slice(0, -1);
      if (above.length > 0 && this.#find(above) === undefined) this.createFolder(above);
      const parent = above.length > 0 ? this.#idOf(above) : this.#mailbox.wellKnown('ipmSubtree');
      this.#mailbox.moveFolder(id, parent, { name: toName(to.at(-1)!) });
    });
  }

  subscribed(): readonly (readonly string[])[] {
    return subscriptions.get(this.#mailbox) ?? [];
  }

  subscribe(path: readonly string[], { subscribed }: { subscribed: boolean }): void {
    const others = this.subscribed().filter((one) => !isSamePath(one, path));
    subscriptions.set(this.#mailbox, subscribed ? [...others, path] : others);
  }

  watch(listener: () => void): () => void {
    return this.#mailbox.watch(() => listener());
  }

  #show(message: Message) {
    return {
      uid: message.id,
      get flags() {
        return flagsOf(message);
      },
      internalDate: dateFromFiletime(message.deliveredAt),
      bytes: () => this.#read(message),
    };
  }

  async #read(message: Message): Promise<Uint8Array> {
    const { injector: faults, organisation } = this.#world;
    if (isUnreadable(message, { faults, account: this.#account, mailbox: this.#mailbox })) {
      throw imapErrors.refused({
        reason: 'The requested message could not be converted to an RFC-822 compatible format.',
      });
    }
    return await renderMessage(organisation, message);
  }

  *#below(parent: number, above: readonly string[]): Generator<StoredFolder> {
    for (const { id, name } of this.#mailbox.children(parent)) {
      const isInbox = id === this.#mailbox.wellKnown('inbox');
      const path = [...above, isInbox ? 'INBOX' : name.replaceAll('/', slashInName)];
      yield { id, path, uidValidity: id, uidNext: this.#mailbox.lastChangeNumber + 1 };
      yield* this.#below(id, path);
    }
  }

  #find(path: readonly string[]): StoredFolder | undefined {
    return this.folders().find((folder) => isSamePath(folder.path, path));
  }

  #idOf(path: readonly string[]): Folder['id'] {
    const id = this.#find(path)?.id;
    if (id === undefined) throw imapErrors.refused({ reason: `${path.join('/')} doesn't exist.` });
    return id;
  }

  #require(uid: number): Message {
    const message = this.#mailbox.message(uid);
    if (message === undefined) throw imapErrors.refused({ reason: 'The message is gone.' });
    return message;
  }
}

const toName = (name: string): string => name.replaceAll(slashInName, '/');

/** What the store refuses is told to the client. */
function refusing<T>(change: () => T): T {
  try {
    return change();
  } catch (error) {
    if (!isSdkError(error) || !error.code.startsWith('store.')) throw error;
    throw imapErrors.refused({ reason: error.message }, { cause: error });
  }
}
