import { storeErrors } from '../errors.ts';
import type { InformationStore } from './information-store.ts';
import type { Mailbox } from './mailbox.ts';

/** An InformationStore whose mailboxes are made when they are first asked for. */
export interface MemoryInformationStore extends InformationStore {
  /** Adds the mailbox of an owner; `open` is called at most once. */
  add(legacyExchangeDN: string, open: () => Mailbox): void;
  /** Forgets what became of the mailboxes; each is opened anew when it is next asked for. */
  reset(): void;
  /** A store with the mailboxes as they are; neither sees what the other does to them from now on. */
  fork(): MemoryInformationStore;
}

interface Opener {
  readonly owner: string;
  readonly open: () => Mailbox;
}

/** Makes an InformationStore without mailboxes. */
export const createInformationStore = (): MemoryInformationStore => new Store(new Map(), new Map());

class Store implements MemoryInformationStore {
  readonly #openers: Map<string, Opener>;
  readonly #opened: Map<string, Mailbox>;

  constructor(openers: Map<string, Opener>, opened: Map<string, Mailbox>) {
    this.#openers = openers;
    this.#opened = opened;
  }

  get owners(): readonly string[] {
    return [...this.#openers.values()].map(({ owner }) => owner);
  }

  add(owner: string, open: () => Mailbox): void {
    const key = owner.toLowerCase();
    if (this.#openers.has(key)) throw storeErrors.mailboxExists({ owner });
    this.#openers.set(key, { owner, open });
  }

  mailbox(legacyExchangeDN: string): Mailbox | undefined {
    const key = legacyExchangeDN.toLowerCase();
    const mailbox = this.#opened.get(key) ?? this.#openers.get(key)?.open();
    if (mailbox !== undefined) this.#opened.set(key, mailbox);
    return mailbox;
  }

  reset(): void {
    this.#opened.clear();
  }

  fork(): MemoryInformationStore {
    const opened = [...this.#opened].map(([key, mailbox]) => [key, mailbox.fork()] as const);
    return new Store(new Map(this.#openers), new Map(opened));
  }
}
