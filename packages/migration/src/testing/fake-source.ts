import type {
  Source,
  SourceAdministration,
  SourceMailbox,
  SourceRecipient,
  Sources,
  StoreId,
  Waiting,
} from '../ports/source.ts';
import { FakeMailbox, type FakeFolder, type FakeMessage, type OnStep } from './fake-mailbox.ts';

/** Something that a source is about to do. */
export interface FakeStep {
  readonly step: 'connect' | 'directory' | 'open' | 'hierarchy' | 'contents' | 'message' | 'piece';
  readonly mailbox?: string;
  readonly signal?: AbortSignal | undefined;
}

/** A source organisation in memory, whose every step a test can watch, hold or break. */
export class FakeOrganisation implements Sources {
  readonly entries: SourceRecipient[];
  /** Called before each step: throws to make it fail, waits to hold it. */
  onStep: (step: FakeStep) => void | Promise<void> = () => undefined;
  /** Every step that was taken, as text. */
  readonly steps: string[] = [];
  /** Mailboxes open now, and the most that ever were. */
  readonly open = { now: 0, most: 0 };
  /** What whoever administers it tells; nobody can be asked without it. */
  administration: SourceAdministration | undefined;
  /** Whether a folder's stream can be gone on with in the middle. */
  checkpoints = true;
  readonly #mailboxes = new Map<string, FakeMailbox>();
  #counter = 0;

  constructor(entries: readonly SourceRecipient[]) {
    this.entries = [...entries];
  }

  folder(mailbox: string, name: string): FakeFolder {
    return this.#mailbox(mailbox).folder(name);
  }

  /** Adds messages; gives their ids. */
  deliver(mailbox: string, folder: string, messages: readonly Partial<FakeMessage>[]): StoreId[] {
    const box = this.#mailbox(mailbox);
    return messages.map((message) => {
      const { messages: present } = box.folder(folder);
      const id = message.id ?? box.newId();
      const pieces = [`content of ${id}`];
      present.set(id, { id, version: 1, pieces, read: false, subject: `subject ${id}`, ...message });
      box.log(folder, id, 'message');
      return id;
    });
  }

  change(mailbox: string, folder: string, id: StoreId, changes: Partial<FakeMessage>): void {
    const message = this.folder(mailbox, folder).messages.get(id)!;
    Object.assign(message, { version: message.version + 1 }, changes);
    this.#mailbox(mailbox).log(folder, id, 'message');
  }

  markRead(mailbox: string, folder: string, id: StoreId): void {
    this.folder(mailbox, folder).messages.get(id)!.read = true;
    this.#mailbox(mailbox).log(folder, id, 'read');
  }

  remove(mailbox: string, folder: string, id: StoreId): void {
    this.folder(mailbox, folder).messages.delete(id);
    this.#mailbox(mailbox).log(folder, id, 'deleted');
  }

  removeFolder(mailbox: string, folder: string): void {
    this.#mailbox(mailbox).removeFolder(folder);
  }

  async connect(_endpoint: unknown, { signal }: Waiting): Promise<Source> {
    await this.#step({ step: 'connect', signal });
    const closed = new AbortController();
    return {
      directory: ({ signal: given }) => {
        const ends = given ? [given, closed.signal] : [closed.signal];
        return this.#directory({ signal: AbortSignal.any(ends) });
      },
      openMailbox: ({ alias }, options) => this.#openMailbox(alias, options),
      administration: () => Promise.resolve(this.administration),
      [Symbol.asyncDispose]: async () => closed.abort(new Error('The session is closed.')),
    };
  }

  async *#directory({ signal }: Waiting): AsyncGenerator<SourceRecipient> {
    await this.#step({ step: 'directory', signal });
    yield* this.entries;
  }

  async #openMailbox(mailbox: string, { signal }: Waiting): Promise<SourceMailbox> {
    await this.#step({ step: 'open', mailbox, signal });
    this.open.most = Math.max(this.open.most, ++this.open.now);
    const box = this.#mailbox(mailbox);
    const stepping =
      (options: Waiting): OnStep =>
      (step, detail) =>
        this.#step({ step, mailbox, signal: options.signal }, detail);
    return {
      hierarchy: async (state, options) => {
        await stepping(options)('hierarchy');
        return box.hierarchy(state);
      },
      measure: async () => box.measure(),
      contents: (folder, state, options) =>
        box.contents(folder, state, { onStep: stepping(options), checkpoints: this.checkpoints }),
      [Symbol.asyncDispose]: async () => void this.open.now--,
    };
  }

  async #step(taken: FakeStep, detail = ''): Promise<void> {
    taken.signal?.throwIfAborted();
    this.steps.push([taken.step, taken.mailbox, detail].filter(Boolean).join(' '));
    await this.onStep(taken);
    taken.signal?.throwIfAborted();
  }

  #mailbox(name: string): FakeMailbox {
    const known = this.#mailboxes.get(name) ?? new FakeMailbox(() => ++this.#counter);
    this.#mailboxes.set(name, known);
    return known;
  }
}
