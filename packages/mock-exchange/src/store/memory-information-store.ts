import type { Clock } from '@cutover/base';
import { storeErrors } from '../errors.ts';
import type { InformationStore } from './information-store.ts';
import type { Mailbox } from './mailbox.ts';

/** An InformationStore whose mailboxes are made when they are first asked for. */
export interface MemoryInformationStore extends InformationStore {
  /**
   * Adds the mailbox of an owner; `open` is called when it is first asked for. One that `open` makes the same every time
   * (`isRepeatable`) is kept only while somebody uses it or once it was changed or watched, which it tells by `inUse`.
   */
  add(legacyExchangeDN: string, open: OpenMailbox, options?: StoreOptions): void;
  /** Forgets what became of the mailboxes; each is opened anew when it is next asked for. */
  reset(): void;
  /** Forgets the mailboxes and their owners. */
  clear(): void;
  /** A store with the mailboxes as they are, on the same clock unless given; neither sees what the other does to them from now on. */
  fork(options?: { clock?: Clock | undefined }): MemoryInformationStore;
}

/** How a mailbox is made, and whether it is one: public folders are not. */
export interface StoreOptions {
  readonly isRepeatable?: boolean;
  readonly isMailbox?: boolean;
}

/** Makes a mailbox, on a clock of its own unless given; it calls `inUse` when somebody changes or watches it. */
export type OpenMailbox = (inUse: () => void, clock: Clock | undefined) => Mailbox;

interface Opener {
  readonly owner: string;
  readonly open: OpenMailbox;
  readonly isRepeatable: boolean;
  /** False for that of public folders, whose owner is a database. */
  readonly isMailbox: boolean;
}

/** Makes an InformationStore without mailboxes. */
export const createInformationStore = (): MemoryInformationStore => new Store(new Map());

class Store implements MemoryInformationStore {
  readonly #openers: Map<string, Opener>;
  readonly #opened: Map<string, Mailbox>;
  /** That of a fork which was given one. */
  readonly #clock: Clock | undefined;
  /** Mailboxes as they were made: the next one that asks may have to wait until it is made again. */
  readonly #unchanged = new Map<string, WeakRef<Mailbox>>();

  constructor(openers: Map<string, Opener>, opened: Map<string, Mailbox> = new Map(), clock?: Clock) {
    this.#openers = openers;
    this.#opened = opened;
    this.#clock = clock;
  }

  get owners(): readonly string[] {
    return [...this.#openers.values()].filter(({ isMailbox }) => isMailbox).map(({ owner }) => owner);
  }

  add(owner: string, open: OpenMailbox, { isRepeatable = false, isMailbox = true }: StoreOptions = {}): void {
    const key = owner.toLowerCase();
    if (this.#openers.has(key)) throw storeErrors.mailboxExists({ owner });
    this.#openers.set(key, { owner, open, isRepeatable, isMailbox });
  }

  mailbox(legacyExchangeDN: string): Mailbox | undefined {
    const key = legacyExchangeDN.toLowerCase();
    const opener = this.#openers.get(key);
    return this.#opened.get(key) ?? this.#unchanged.get(key)?.deref() ?? (opener && this.#open(key, opener));
  }

  #open(key: string, { open, isRepeatable }: Opener): Mailbox {
    // What it is filled with while it is made is no change.
    let made: WeakRef<Mailbox> | undefined;
    const mailbox = open(() => made && this.#keep(key, made.deref()), this.#clock);
    if (!isRepeatable) this.#opened.set(key, mailbox);
    else this.#unchanged.set(key, (made = new WeakRef(mailbox)));
    return mailbox;
  }

  #keep(key: string, mailbox: Mailbox | undefined): void {
    // After a reset another may have taken its place.
    if (mailbox !== undefined && this.#unchanged.get(key)?.deref() === mailbox) this.#opened.set(key, mailbox);
  }

  reset(): void {
    this.#opened.clear();
    this.#unchanged.clear();
  }

  clear(): void {
    this.reset();
    this.#openers.clear();
  }

  fork({ clock = this.#clock }: { clock?: Clock | undefined } = {}): MemoryInformationStore {
    const opened = [...this.#opened].map(([key, mailbox]) => [key, mailbox.fork({ clock })] as const);
    return new Store(new Map(this.#openers), new Map(opened), clock);
  }
}
