import type {
  ContentChange,
  ContentChanges,
  HierarchyChanges,
  IdRange,
  MailboxMeasure,
  StoreId,
} from '../ports/source.ts';

/** A message of the fake: `version` is its change key, `pieces` its content. */
export interface FakeMessage {
  id: StoreId;
  version: number;
  pieces: readonly string[];
  read: boolean;
  subject: string;
  /** What the source says before the content; that of the pieces unless given. */
  size?: number;
  /** Thrown after the pieces; `nameless`: the source fails without saying which message it is. */
  breaks?: unknown;
}

/** A folder of a mailbox in memory. */
export interface FakeFolder {
  id: StoreId;
  name: string;
  messages: Map<StoreId, FakeMessage>;
}

interface Change {
  at: number;
  folder: StoreId;
  id: StoreId;
  kind: 'message' | 'deleted' | 'read';
}

/** Announces a step of a reader; it may throw or wait. */
export type OnStep = (step: 'hierarchy' | 'contents' | 'message' | 'piece', detail?: string) => Promise<void>;

const bytes = (text: string): Uint8Array => Buffer.from(text);
const numberOf = (state: Uint8Array | undefined): number => (state ? Number(Buffer.from(state).toString()) : 0);
const only = (id: StoreId): IdRange => ({ first: id, last: id });

/** A mailbox in memory whose states count the changes seen, so that what is sent again shows. */
export class FakeMailbox {
  readonly #folders = new Map<StoreId, FakeFolder>();
  readonly #folderChanges: { at: number; id: StoreId; deleted: boolean }[] = [];
  readonly #changes: Change[] = [];
  readonly #count: () => number;

  constructor(count: () => number) {
    this.#count = count;
  }

  /** The folder of this name, made when it is first asked for. */
  folder(name: string): FakeFolder {
    const known = [...this.#folders.values()].find((one) => one.name === name);
    if (known) return known;
    const made: FakeFolder = { id: this.newId(), name, messages: new Map() };
    this.#folders.set(made.id, made);
    this.#folderChanges.push({ at: this.#count(), id: made.id, deleted: false });
    return made;
  }

  newId(): StoreId {
    return this.#count().toString(16).padStart(12, '0');
  }

  log(folder: string, id: StoreId, kind: Change['kind']): void {
    this.#changes.push({ at: this.#count(), folder: this.folder(folder).id, id, kind });
  }

  removeFolder(name: string): void {
    const { id } = this.folder(name);
    this.#folders.delete(id);
    this.#folderChanges.push({ at: this.#count(), id, deleted: true });
  }

  hierarchy(state: Uint8Array | undefined): HierarchyChanges {
    const changed = this.#folderChanges.filter(({ at }) => at > numberOf(state));
    const present = changed.flatMap(({ id }) => this.#folders.get(id) ?? []);
    return {
      folders: present.map(({ id, name, messages }) => ({
        id,
        parentId: undefined,
        name,
        containerClass: 'IPF.Note',
        itemCount: messages.size,
        properties: bytes(name),
      })),
      deleted: changed.filter(({ deleted }) => deleted).map(({ id }) => only(id)),
      state: bytes(String(this.#folderChanges.at(-1)?.at ?? 0)),
    };
  }

  measure(): MailboxMeasure {
    const messages = [...this.#folders.values()].flatMap((folder) => [...folder.messages.values()]);
    return { items: messages.length, bytes: messages.reduce((sum, message) => sum + sizeOf(message), 0) };
  }

  contents(
    id: StoreId,
    state: Uint8Array | undefined,
    options: { onStep: OnStep; checkpoints: boolean },
  ): ContentChanges {
    const since = numberOf(state);
    const progress = { reached: since };
    return {
      checkpoint: async () => (options.checkpoints ? bytes(String(progress.reached)) : undefined),
      [Symbol.asyncIterator]: () => this.#read({ id, since, progress, onStep: options.onStep }),
    };
  }

  async *#read(run: {
    id: StoreId;
    since: number;
    progress: { reached: number };
    onStep: OnStep;
  }): AsyncGenerator<ContentChange> {
    const folder = this.#folders.get(run.id)!;
    await run.onStep('contents', folder.name);
    // A state never covers a message that failed.
    let most = Infinity;
    for (const change of this.#changes) {
      if (change.folder !== run.id || change.at <= run.since) continue;
      const sent = await send(folder, change, run.onStep);
      if (sent) yield sent;
      if (sent?.kind === 'failure') most = Math.min(most, change.at - 1);
      run.progress.reached = Math.min(change.at, most);
    }
    yield { kind: 'state', state: bytes(String(run.progress.reached)) };
  }
}

async function send(folder: FakeFolder, { id, kind }: Change, onStep: OnStep): Promise<ContentChange | undefined> {
  if (kind === 'deleted') return { kind: 'deleted', ranges: [only(id)] };
  if (kind === 'read') return { kind: 'readState', read: true, ranges: [only(id)] };
  const message = folder.messages.get(id);
  if (message === undefined) return undefined;
  await onStep('message', id);
  if (message.breaks === 'nameless') return { kind: 'failure', error: new Error('unreadable') };
  return toChange(message, onStep);
}

const sizeOf = ({ pieces, size = pieces.join('').length }: FakeMessage): number => size;

function toChange(message: FakeMessage, onStep: OnStep): ContentChange {
  const { id, version, subject, read } = message;
  return {
    kind: 'message',
    header: {
      id,
      sourceKey: bytes(id),
      changeKey: bytes(String(version)),
      modifiedAt: 0,
      associated: false,
      size: sizeOf(message),
    },
    content: contentOf(message, onStep),
    summary: () => ({ messageClass: 'IPM.Note', subject, receivedAt: undefined, read }),
  };
}

async function* contentOf({ pieces, breaks }: FakeMessage, onStep: OnStep): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    await onStep('piece');
    yield bytes(piece);
  }
  if (breaks) throw breaks;
}
