import { isSdkError } from '@cutover/base';
import {
  type ContentChange,
  type ContentChanges,
  type MessageChange,
  migrationErrors,
  type SourceMailbox,
} from '@cutover/migration';
import type { ContentsChange, ContentsSync, FolderChange, ItemChange, Mailbox } from '@cutover/outlook-anywhere';
import { SummaryReader } from './summary-reader.ts';
import { toSourceFolder } from './to-source-folder.ts';

/** A mailbox that the Outlook Anywhere client has opened, as the migration reads it. */
export const sourceMailbox = (mailbox: Mailbox): SourceMailbox => ({
  hierarchy: async (before, { signal }) => {
    const { folders, deleted, state } = await mailbox.syncHierarchy(before, { signal });
    // Counted once, so that the first copy shows how far it is; later syncs show what they bring.
    const counts = before === undefined ? await mailbox.countItems({ signal }) : undefined;
    const toFolder = (folder: FolderChange) =>
      toSourceFolder(folder, { wellKnown: mailbox.wellKnownFolders, itemCount: counts?.get(folder.id)?.items });
    return { folders: folders.map(toFolder), deleted, state };
  },
  async measure({ signal }) {
    const folders = [...(await mailbox.countItems({ signal, sizes: true })).values()];
    return { items: sum(folders.map(({ items }) => items)), bytes: sum(folders.map(({ bytes }) => bytes ?? 0)) };
  },
  contents: (folder, state, { signal }) => contentChanges(mailbox.syncContents(folder, state, { signal })),
  [Symbol.asyncDispose]: () => mailbox.close(),
});

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);

const contentChanges = (sync: ContentsSync): ContentChanges => ({
  checkpoint: async () => sync.checkpoint(),
  async *[Symbol.asyncIterator]() {
    await using _ended = sync;
    const next = (): Promise<ContentsChange | undefined> => sync.next().catch(rethrowFolderGone);
    for (let change = await next(); change; change = await next()) yield* toChanges(change);
    if (sync.state) yield { kind: 'state', state: sync.state };
  },
});

function toChanges(change: ContentsChange): ContentChange[] {
  switch (change.kind) {
    case 'item':
      return [toMessage(change)];
    case 'failed':
      return [{ kind: 'failure', id: change.id, error: itemError(change.error) }];
    case 'deleted':
      return [change];
    case 'readState':
      return [
        { kind: 'readState', read: true, ranges: change.read },
        { kind: 'readState', read: false, ranges: change.unread },
      ];
  }
}

function toMessage({ header, content }: ItemChange): MessageChange {
  const { id, sourceKey, changeKey, associated, size, lastModified } = header;
  const summary = new SummaryReader();
  return {
    kind: 'message',
    header: { id, sourceKey, changeKey, associated, size, modifiedAt: lastModified?.getTime() },
    content: readThrough(content, summary),
    summary: () => summary.summary(),
  };
}

async function* readThrough(content: AsyncIterable<Uint8Array>, summary: SummaryReader): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of content) {
      summary.push(chunk);
      yield chunk;
    }
  } catch (error) {
    throw itemError(error);
  }
}

function rethrowFolderGone(cause: unknown): never {
  if (!isSdkError(cause, 'outlookAnywhere.folderNotFound')) throw cause;
  throw migrationErrors.folderGone({}, { cause });
}

/** The client's word for an item that the server gave up, in the migration's; other errors as they are. */
function itemError(cause: unknown): unknown {
  if (!isSdkError(cause, 'outlookAnywhere.itemUnreadable')) return cause;
  return migrationErrors.itemUnreadable({ reason: cause.message }, { cause });
}
