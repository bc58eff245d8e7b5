import { imapErrors } from '../errors.ts';
import type { AppendedMessage, ImapFolder, ImapMailbox, MessageFlag } from '../mailbox-port.ts';
import { isSamePath } from '../syntax/mailbox-name.ts';

interface Kept {
  readonly uid: number;
  flags: ReadonlySet<MessageFlag>;
  readonly internalDate: Date;
  readonly bytes: Uint8Array;
}

interface KeptFolder {
  path: readonly string[];
  readonly uidValidity: number;
  uidNext: number;
  messages: Kept[];
}

/** A mailbox that keeps everything in a list: the least that a session can be tested with. */
export class MemoryMailbox implements ImapMailbox {
  readonly #folders: KeptFolder[] = [];
  readonly #listeners = new Set<() => void>();
  #subscribed: (readonly string[])[] = [];

  constructor() {
    this.createFolder(['INBOX']);
  }

  folders(): readonly ImapFolder[] {
    return this.#folders.map(({ path, uidValidity, uidNext }) => ({ path, uidValidity, uidNext }));
  }

  messages(folder: ImapFolder) {
    const kept = this.#folders.find(({ uidValidity }) => uidValidity === folder.uidValidity);
    return (kept?.messages ?? []).map((message) => ({ ...message, bytes: async () => message.bytes }));
  }

  setFlags(folder: ImapFolder, uid: number, flags: ReadonlySet<MessageFlag>): void {
    this.#message(folder, uid).flags = flags;
    this.#changed();
  }

  async append(folder: ImapFolder, { bytes, flags, internalDate = new Date(0) }: AppendedMessage): Promise<number> {
    return this.#add(folder, { bytes, flags, internalDate });
  }

  copy(folder: ImapFolder, uid: number, target: ImapFolder): number {
    return this.#add(target, this.#message(folder, uid));
  }

  remove(folder: ImapFolder, uid: number): void {
    const kept = this.#kept(folder.path);
    kept.messages = kept.messages.filter((message) => message.uid !== uid);
    this.#changed();
  }

  createFolder(path: readonly string[]): void {
    if (this.#folders.some((folder) => isSamePath(folder.path, path))) {
      throw imapErrors.refused({ reason: 'Folder already exists.', code: 'ALREADYEXISTS' });
    }
    this.#folders.push({ path, uidValidity: this.#folders.length + 1, uidNext: 1, messages: [] });
  }

  deleteFolder(path: readonly string[]): void {
    this.#folders.splice(this.#folders.indexOf(this.#kept(path)), 1);
  }

  renameFolder(from: readonly string[], to: readonly string[]): void {
    this.#kept(from).path = to;
  }

  subscribed(): readonly (readonly string[])[] {
    return this.#subscribed;
  }

  subscribe(path: readonly string[], { subscribed }: { subscribed: boolean }): void {
    this.#subscribed = this.#subscribed.filter((one) => !isSamePath(one, path));
    if (subscribed) this.#subscribed.push(path);
  }

  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Puts a message into INBOX, as one that comes. */
  deliver(text: string, flags: readonly MessageFlag[] = []): number {
    const internalDate = new Date('2004-11-01T10:00:00Z');
    return this.#add({ path: ['INBOX'] }, { bytes: Buffer.from(text, 'latin1'), flags: new Set(flags), internalDate });
  }

  #add({ path }: Pick<ImapFolder, 'path'>, message: Omit<Kept, 'uid'>): number {
    const kept = this.#kept(path);
    kept.messages.push({ ...message, uid: kept.uidNext });
    this.#changed();
    return kept.uidNext++;
  }

  #kept(path: readonly string[]): KeptFolder {
    const found = this.#folders.find((folder) => isSamePath(folder.path, path));
    if (found === undefined) throw imapErrors.refused({ reason: 'There is no such folder.' });
    return found;
  }

  #message({ path }: ImapFolder, uid: number): Kept {
    return this.#kept(path).messages.find((message) => message.uid === uid)!;
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
