import type { ImapFolder, ImapMailbox, ImapMessage, MessageFlag } from '../mailbox-port.ts';
import { formatList } from '../syntax/format.ts';
import { selectNumbers, type SequenceSet } from '../syntax/sequence-set.ts';

/** A message with the number that this session knows it by. */
export interface NumberedMessage {
  readonly number: number;
  readonly message: ImapMessage;
}

interface Known {
  readonly uid: number;
  flags: string;
}

/**
 * The selected folder as its session knows it: numbers stay as they were told until the session is told otherwise,
 * whatever becomes of the folder. RFC 3501 7.4.1, 5.2
 */
export class FolderView {
  readonly folder: ImapFolder;
  readonly isReadOnly: boolean;
  readonly #mailbox: ImapMailbox;
  #known: Known[] = [];
  /** Messages that came while the folder was selected: the ones that are recent. */
  readonly #recent = new Set<number>();

  constructor(mailbox: ImapMailbox, folder: ImapFolder, options: { readOnly: boolean }) {
    this.#mailbox = mailbox;
    this.folder = folder;
    this.isReadOnly = options.readOnly;
    this.#known = this.#messages().map((message) => ({ uid: message.uid, flags: this.#formatFlags(message) }));
  }

  get count(): number {
    return this.#known.length;
  }

  get lastUid(): number {
    return this.#known.at(-1)?.uid ?? 0;
  }

  isRecent(uid: number): boolean {
    return this.#recent.has(uid);
  }

  /** Flags as the client is told them. */
  flagsOf(uid: number, flags: ReadonlySet<MessageFlag>): string[] {
    return [...flags, ...(this.#recent.has(uid) ? ['\\Recent'] : [])];
  }

  /** All messages that are known and still there. */
  all(): NumberedMessage[] {
    const there = new Map(this.#messages().map((message) => [message.uid, message]));
    return this.#known.flatMap(({ uid }, index) => {
      const message = there.get(uid);
      return message === undefined ? [] : [{ number: index + 1, message }];
    });
  }

  /** Those that a set names, by uid or by number; numbers that no message has are passed over. */
  select(set: SequenceSet, { byUid }: { byUid: boolean }): NumberedMessage[] {
    const numbers = byUid ? this.#known.map(({ uid }) => uid) : this.#known.map((_, index) => index + 1);
    const wanted = new Set(selectNumbers(numbers, set));
    return this.all().filter(({ number, message }) => wanted.has(byUid ? message.uid : number));
  }

  /** Takes note that the client was told of these flags. */
  told(uid: number, flags: ReadonlySet<MessageFlag>): void {
    const known = this.#known.find((one) => one.uid === uid);
    if (known !== undefined) known.flags = this.#formatFlags({ uid, flags });
  }

  /** Brings the client up to date; without `expunges`, messages that are gone keep their numbers for now. */
  update({ expunges }: { expunges: boolean }): string[] {
    const messages = this.#messages();
    const gone = expunges ? this.#takeGone(new Set(messages.map(({ uid }) => uid))) : [];
    return [...gone, ...this.#takeNew(messages), ...this.#takeFlags(messages)];
  }

  #takeGone(there: ReadonlySet<number>): string[] {
    const lines: string[] = [];
    for (let index = this.#known.length - 1; index >= 0; index--) {
      if (there.has(this.#known[index]!.uid)) continue;
      this.#known.splice(index, 1);
      lines.push(`${index + 1} EXPUNGE`);
    }
    return lines;
  }

  #takeNew(messages: readonly ImapMessage[]): string[] {
    const fresh = messages.filter(({ uid }) => uid > this.lastUid);
    if (fresh.length === 0) return [];
    for (const message of fresh) {
      this.#recent.add(message.uid);
      this.#known.push({ uid: message.uid, flags: this.#formatFlags(message) });
    }
    return [`${this.count} EXISTS`, `${this.#recent.size} RECENT`];
  }

  #takeFlags(messages: readonly ImapMessage[]): string[] {
    const there = new Map(messages.map((message) => [message.uid, message]));
    return this.#known.flatMap((known, index) => {
      const message = there.get(known.uid);
      const flags = message === undefined ? known.flags : this.#formatFlags(message);
      if (flags === known.flags) return [];
      known.flags = flags;
      return [`${index + 1} FETCH (FLAGS ${flags})`];
    });
  }

  #formatFlags({ uid, flags }: Pick<ImapMessage, 'uid' | 'flags'>): string {
    return formatList(this.flagsOf(uid, flags));
  }

  #messages(): readonly ImapMessage[] {
    return this.#mailbox.messages(this.folder);
  }
}
