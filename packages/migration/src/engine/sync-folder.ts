import { isSdkError } from '@cutover/base';
import { migrationErrors } from '../errors.ts';
import { limits } from '../limits.ts';
import type { LedgerFolder } from '../ports/migration-store.ts';
import type {
  ContentChange,
  IdRange,
  MessageChange,
  MessageFailure,
  MessagesDeleted,
  MessageSummary,
  ReadStateChange,
} from '../ports/source.ts';
import type { StagedContent } from '../ports/target.ts';
import type { SkippedItem } from '../records/user.ts';
import { type MailboxRun, sameBytes } from './mailbox-run.ts';

interface FolderRun extends MailboxRun {
  readonly folder: LedgerFolder;
  /** Messages of this run that failed and that the source did not name. */
  nameless: number;
}

/** Reads one folder's changes; commits whenever enough has come together, and leaves the rest to the next folder. */
export async function syncFolder(mailbox: MailboxRun, folder: LedgerFolder, commit: () => void): Promise<void> {
  const run: FolderRun = { ...mailbox, folder, nameless: 0 };
  const changes = mailbox.source.contents(folder.id, folder.contentsState, { signal: mailbox.signal });
  if (mailbox.retriesSkipped) forgetNameless(run);
  for await (const change of changes) {
    mailbox.signal.throwIfAborted();
    await takeChange(run, change);
    if (!mailbox.pending.full) continue;
    // Before the commit, as it may have to ask the server.
    const state = await changes.checkpoint();
    if (state) saveState(run, state);
    commit();
  }
}

async function takeChange(run: FolderRun, change: ContentChange): Promise<void> {
  switch (change.kind) {
    case 'message':
      return takeMessage(run, change);
    case 'failure':
      return skipFailed(run, change);
    case 'deleted':
      return run.pending.add(() => removeMessages(run, change));
    case 'readState':
      return run.pending.add(() => markMessages(run, change));
    case 'state':
      return saveState(run, change.state);
  }
}

async function takeMessage(run: FolderRun, message: MessageChange): Promise<void> {
  const { ledger, folder, target, pending } = run;
  const { id, changeKey, size } = message.header;
  const known = ledger.find(folder.number, id);
  // A run before came as far as this message but not to a state that covers it.
  if (known && sameBytes(known.changeKey, changeKey)) return;
  const content = target.stage({ expectedSize: size });
  try {
    await readContent(message, content);
  } catch (error) {
    content.discard();
    if (!isItemError(error)) throw error;
    return skip(run, { itemId: id, size, error, ...failedSummary(message) });
  }
  pending.add(() => adopt(run, message, content), content);
}

async function readContent({ content, header }: MessageChange, staged: StagedContent): Promise<void> {
  const most = limits.itemBytes;
  if (header.size > most) throw migrationErrors.itemTooLarge({ size: header.size, most });
  for await (const bytes of content) {
    staged.write(bytes);
    if (staged.size > most) throw migrationErrors.itemTooLarge({ size: staged.size, most });
  }
  staged.finish();
}

const isItemError = (error: unknown): boolean =>
  isSdkError(error, 'migration.itemUnreadable') || isSdkError(error, 'migration.itemTooLarge');

function adopt(run: FolderRun, message: MessageChange, content: StagedContent): void {
  const { target, ledger, folder, counts } = run;
  const { header } = message;
  // Asked again here: the message may have come before in the same commit.
  const replaces = ledger.find(folder.number, header.id)?.targetItem;
  const targetItem = target.adopt({ folder: folder.id, header, summary: message.summary(), content, replaces });
  ledger.record(folder.number, { id: header.id, changeKey: header.changeKey, targetItem });
  counts.bytes += content.size;
  counts.changes++;
  if (replaces === undefined) counts.items++;
  resolveSkipped(run, { first: header.id, last: header.id });
}

function removeMessages(run: FolderRun, { ranges }: MessagesDeleted): void {
  for (const range of ranges) {
    const items = run.ledger.take(run.folder.number, range);
    run.target.removeItems(items);
    run.counts.items -= items.length;
    run.counts.changes += items.length;
    resolveSkipped(run, range);
  }
}

function markMessages({ ledger, folder, target, counts }: FolderRun, { ranges, read }: ReadStateChange): void {
  for (const range of ranges) {
    const items = ledger.targetItems(folder.number, range);
    target.setRead(items, { read });
    counts.changes += items.length;
  }
}

function saveState({ folder, pending, ledger }: FolderRun, state: Uint8Array): void {
  if (folder.contentsState && sameBytes(folder.contentsState, state)) return;
  pending.add(() => ledger.saveContentsState(folder.number, state));
}

function skipFailed(run: FolderRun, { id, error }: MessageFailure): void {
  skip(run, { itemId: id ?? `${run.folder.id}#${run.nameless++}`, error, size: undefined });
}

/** The summary as far as it came before the content broke off. */
function failedSummary(message: MessageChange): Partial<MessageSummary> {
  const { messageClass, subject, receivedAt } = message.summary();
  return { messageClass, subject, receivedAt };
}

type Failure = { itemId: string; error: unknown; size: number | undefined } & Partial<MessageSummary>;

function skip({ context, user, folder, pending }: FolderRun, { error, ...failure }: Failure): void {
  const code = isSdkError(error) ? error.code : 'unknown';
  const item: SkippedItem = {
    userGuid: user.guid,
    itemId: failure.itemId,
    folderId: folder.id,
    folderName: folder.name,
    messageClass: failure.messageClass,
    subject: failure.subject,
    receivedAt: failure.receivedAt,
    size: failure.size,
    kind: code === 'migration.itemTooLarge' ? 'large' : 'corrupt',
    code,
    reason: error instanceof Error ? error.message : String(error),
    at: context.clock.now(),
  };
  pending.add(() => context.store.skipped.add(item));
}

function resolveSkipped({ context, user, retriesSkipped }: FolderRun, range: IdRange): void {
  if (retriesSkipped) context.store.skipped.resolve(user.guid, range);
}

/** Nameless failures are counted anew by each run. */
function forgetNameless(run: FolderRun): void {
  const { id } = run.folder;
  // '$' follows '#'.
  run.pending.add(() => resolveSkipped(run, { first: `${id}#`, last: `${id}$` }));
}
