import type {
  ContentChange,
  ContentChanges,
  HierarchyChanges,
  IdRange,
  Source,
  SourceMailbox,
  SourceMailboxEntry,
  SourceRecipient,
  Sources,
} from '../ports/source.ts';

/** A message of the fake: `version` is its change key, `pieces` its content. */
export interface FakeMessage {
  id: string;
  version: number;
  pieces: readonly string[];
  read: boolean;
  subject: string;
  /** Thrown after the pieces. */
  breaks?: unknown;
}

export interface FakeFolder {
  id: string;
  parentId?: string;
  name: string;
  messages: Map<string, FakeMessage>;
}

/** A source organisation in memory. Its states are counters of the changes seen, so that what is sent again shows. */
export interface FakeOrganisation extends Sources {
  readonly entries: SourceRecipient[];
  folder(mailbox: string, name: string): FakeFolder;
  /** Adds messages; gives their ids. */
  deliver(mailbox: string, folder: string, messages: readonly Partial<FakeMessage>[]): string[];
  change(mailbox: string, folder: string, id: string, changes: Partial<FakeMessage>): void;
  markRead(mailbox: string, folder: string, id: string): void;
  remove(mailbox: string, folder: string, id: string): void;
  removeFolder(mailbox: string, folder: string): void;
  /** Called before each step: throws to make it fail, waits to hold it. */
  onStep: (step: FakeStep) => void | Promise<void>;
  /** Every step that was taken, as text. */
  readonly steps: string[];
  /** Mailboxes open now, and the most that ever were. */
  readonly open: { now: number; most: number };
  /** Whether a folder's stream can be gone on with in the middle. */
  checkpoints: boolean;
}

export interface FakeStep {
  readonly step: 'connect' | 'directory' | 'open' | 'hierarchy' | 'contents' | 'message' | 'piece';
  readonly mailbox?: string;
  readonly signal?: AbortSignal | undefined;
}

interface Change {
  at: number;
  folder: string;
  id: string;
  kind: 'message' | 'deleted' | 'read';
}

interface FakeMailbox {
  folders: Map<string, FakeFolder>;
  folderChanges: { at: number; id: string; deleted: boolean }[];
  changes: Change[];
}

const bytes = (text: string): Uint8Array => Buffer.from(text);
const numberOf = (state: Uint8Array | undefined): number => (state ? Number(Buffer.from(state).toString()) : 0);
const only = (id: string): IdRange => ({ first: id, last: id });

export const mailboxEntry = (name: string): SourceMailboxEntry => ({
  kind: 'mailbox',
  sourceId: `/o=Contoso/cn=Recipients/cn=${name}`,
  displayName: name,
  alias: name,
  primaryAddress: `${name}@contoso.com`,
  proxyAddresses: [`SMTP:${name}@contoso.com`],
  attributes: {},
});

export const groupEntry = (name: string, members: readonly string[]): SourceRecipient => ({
  ...mailboxEntry(name),
  kind: 'group',
  members: members.map((member) => mailboxEntry(member).sourceId),
});

export const contactEntry = (name: string): SourceRecipient => ({
  ...mailboxEntry(name),
  kind: 'contact',
  primaryAddress: `${name}@fabrikam.com`,
  externalAddress: `${name}@fabrikam.com`,
});

export function createFakeOrganisation(entries: readonly SourceRecipient[]): FakeOrganisation {
  const mailboxes = new Map<string, FakeMailbox>();
  let counter = 0;
  const nextId = (): string => (++counter).toString(16).padStart(12, '0');

  const mailboxOf = (name: string): FakeMailbox => {
    const found = mailboxes.get(name);
    if (found) return found;
    const made: FakeMailbox = { folders: new Map(), folderChanges: [], changes: [] };
    mailboxes.set(name, made);
    return made;
  };
  const folder: FakeOrganisation['folder'] = (mailbox, name) => {
    const box = mailboxOf(mailbox);
    const known = [...box.folders.values()].find((one) => one.name === name);
    if (known) return known;
    const made: FakeFolder = { id: nextId(), name, messages: new Map() };
    box.folders.set(made.id, made);
    box.folderChanges.push({ at: ++counter, id: made.id, deleted: false });
    return made;
  };
  const log = (mailbox: string, inFolder: string, id: string, kind: Change['kind']): void => {
    const { changes } = mailboxOf(mailbox);
    const at = ++counter;
    changes.push({ at, folder: folder(mailbox, inFolder).id, id, kind });
  };

  const organisation: FakeOrganisation = {
    entries: [...entries],
    folder,
    deliver: (mailbox, name, messages) =>
      messages.map((message) => {
        const id = message.id ?? nextId();
        const made = {
          id,
          version: 1,
          pieces: [`content of ${id}`],
          read: false,
          subject: `subject ${id}`,
          ...message,
        };
        folder(mailbox, name).messages.set(id, made);
        log(mailbox, name, id, 'message');
        return id;
      }),
    change: (mailbox, name, id, changes) => {
      const message = folder(mailbox, name).messages.get(id)!;
      Object.assign(message, { version: message.version + 1 }, changes);
      log(mailbox, name, id, 'message');
    },
    markRead: (mailbox, name, id) => {
      folder(mailbox, name).messages.get(id)!.read = true;
      log(mailbox, name, id, 'read');
    },
    remove: (mailbox, name, id) => {
      folder(mailbox, name).messages.delete(id);
      log(mailbox, name, id, 'deleted');
    },
    removeFolder: (mailbox, name) => {
      const box = mailboxOf(mailbox);
      const { id } = folder(mailbox, name);
      box.folders.delete(id);
      box.folderChanges.push({ at: ++counter, id, deleted: true });
    },
    onStep: () => undefined,
    steps: [],
    open: { now: 0, most: 0 },
    checkpoints: true,
    connect: async (_endpoint, { signal }) => {
      await step({ step: 'connect', signal });
      return source();
    },
  };

  const step = async (taken: FakeStep, detail = ''): Promise<void> => {
    taken.signal?.throwIfAborted();
    organisation.steps.push([taken.step, taken.mailbox, detail].filter(Boolean).join(' '));
    await organisation.onStep(taken);
    taken.signal?.throwIfAborted();
  };

  const source = (): Source => ({
    directory: async function* ({ signal }) {
      await step({ step: 'directory', signal });
      yield* organisation.entries;
    },
    openMailbox: async ({ alias: mailbox }, { signal }) => {
      await step({ step: 'open', mailbox, signal });
      organisation.open.most = Math.max(organisation.open.most, ++organisation.open.now);
      return openMailbox(mailbox);
    },
    [Symbol.asyncDispose]: async () => undefined,
  });

  const openMailbox = (mailbox: string): SourceMailbox => ({
    hierarchy: async (state, { signal }) => {
      await step({ step: 'hierarchy', mailbox, signal });
      return hierarchyOf(mailboxOf(mailbox), state);
    },
    contents: (id, state, { signal }) =>
      contentsOf({ box: mailboxOf(mailbox), id, since: numberOf(state), mailbox, signal }),
    [Symbol.asyncDispose]: async () => void organisation.open.now--,
  });

  const hierarchyOf = (box: FakeMailbox, state: Uint8Array | undefined): HierarchyChanges => {
    const since = numberOf(state);
    const changed = box.folderChanges.filter(({ at }) => at > since);
    const last = box.folderChanges.at(-1)?.at ?? 0;
    return {
      folders: changed.flatMap(({ id }) => {
        const found = box.folders.get(id);
        if (found === undefined) return [];
        const { name, parentId, messages } = found;
        const itemCount = messages.size;
        return [{ id, parentId, name, containerClass: 'IPF.Note', itemCount, properties: bytes(name) }];
      }),
      deleted: changed.filter(({ deleted }) => deleted).map(({ id }) => only(id)),
      state: bytes(String(last)),
    };
  };

  interface Run {
    box: FakeMailbox;
    id: string;
    since: number;
    mailbox: string;
    signal: AbortSignal | undefined;
  }

  const contentsOf = (run: Run): ContentChanges => {
    let reached = run.since;
    return {
      checkpoint: async () => (organisation.checkpoints ? bytes(String(reached)) : undefined),
      async *[Symbol.asyncIterator]() {
        const { box, id, since, mailbox, signal } = run;
        await step({ step: 'contents', mailbox, signal }, box.folders.get(id)!.name);
        const failed: number[] = [];
        for (const change of box.changes) {
          if (change.folder !== id || change.at <= since) continue;
          const sent = await send(run, change);
          if (sent) yield sent;
          if (sent?.kind === 'failure') failed.push(change.at - 1);
          reached = Math.min(change.at, ...failed);
        }
        yield { kind: 'state', state: bytes(String(Math.max(reached, since))) };
      },
    };
  };

  const send = async ({ box, id, mailbox, signal }: Run, change: Change): Promise<ContentChange | undefined> => {
    if (change.kind === 'deleted') return { kind: 'deleted', ranges: [only(change.id)] };
    if (change.kind === 'read') return { kind: 'readState', read: true, ranges: [only(change.id)] };
    const message = box.folders.get(id)!.messages.get(change.id);
    if (message === undefined) return undefined;
    await step({ step: 'message', mailbox, signal }, message.id);
    if (message.breaks === 'nameless') return { kind: 'failure', error: new Error('unreadable') };
    return {
      kind: 'message',
      header: {
        id: message.id,
        sourceKey: bytes(message.id),
        changeKey: bytes(String(message.version)),
        modifiedAt: 0,
        associated: false,
        size: message.pieces.join('').length,
      },
      content: (async function* () {
        for (const piece of message.pieces) {
          await step({ step: 'piece', mailbox, signal });
          yield bytes(piece);
        }
        if (message.breaks) throw message.breaks;
      })(),
      summary: () => ({
        messageClass: 'IPM.Note',
        subject: message.subject,
        receivedAt: undefined,
        read: message.read,
      }),
    };
  };
  return organisation;
}
