import { isSdkError } from '@cutover/base';
import { migrationErrors } from '../errors.ts';
import type { LedgerFolder } from '../ports/migration-store.ts';
import type { SourceMailbox } from '../ports/source.ts';
import type { UserRecord } from '../records/user.ts';
import type { EngineContext } from './context.ts';
import { progressEvent } from './events.ts';
import { type MailboxRun, type RunCounts, sameBytes } from './mailbox-run.ts';
import { createPendingWork } from './pending-work.ts';
import { syncFolder } from './sync-folder.ts';

export interface SyncOptions {
  readonly source: SourceMailbox;
  readonly signal: AbortSignal;
  /** Called after each commit that changed an item. */
  readonly onProgress: () => void;
}

/**
 * Brings the target mailbox up to the source: the folder tree, then each folder's changes since the last run. Items, ledger and
 * sync states are committed together, so that a run may end anywhere and the next goes on behind the last commit.
 */
export async function syncMailbox(
  context: EngineContext,
  user: UserRecord,
  { source, signal, onProgress }: SyncOptions,
): Promise<RunCounts> {
  const ledger = context.store.ledger.open(user.targetGuid!);
  // The ledger's count: what an earlier batch copied is there as well.
  const counts: RunCounts = { items: ledger.itemCount(), bytes: user.bytesTransferred, changes: 0 };
  const atCommit = (): void =>
    context.store.users.update(user.guid, { syncedItemCount: counts.items, bytesTransferred: counts.bytes });
  const run: MailboxRun = {
    context,
    user,
    source,
    signal,
    counts,
    target: context.target.openMailbox(user.targetGuid!),
    ledger,
    pending: createPendingWork({ unitOfWork: context.unitOfWork, held: context.held, atCommit }),
    retriesSkipped: context.store.skipped.count(user.guid) > 0,
  };
  const commit = (): void => {
    const { changes } = counts;
    run.pending.commit();
    assertFewSkipped(context, user);
    if (counts.changes === changes) return;
    publishProgress(run);
    onProgress();
  };
  try {
    await syncHierarchy(run);
    commit();
    const gone: GoneFolder[] = [];
    for (const folder of run.ledger.folders()) await syncFolder(run, folder, commit).catch(noteGone(gone, folder));
    commit();
    if (gone.length > 0) await forgetGone(run, gone, commit);
  } finally {
    run.pending.discard();
  }
  return counts;
}

/** Fails the mailbox once it has left out more items than it may. */
function assertFewSkipped({ store }: EngineContext, user: UserRecord): void {
  const batch = store.batches.get(user.batchGuid);
  const bad = user.badItemLimit ?? batch?.badItemLimit;
  const large = user.largeItemLimit ?? batch?.largeItemLimit;
  if (bad !== undefined) {
    const count = store.skipped.countKind(user.guid, 'corrupt');
    if (count > bad) throw migrationErrors.tooManyBadItems({ count, most: bad });
  }
  if (large !== undefined) {
    const count = store.skipped.countKind(user.guid, 'large');
    if (count > large) throw migrationErrors.tooManyLargeItems({ count, most: large });
  }
}

interface GoneFolder {
  readonly number: number;
  readonly error: unknown;
}

const noteGone =
  (gone: GoneFolder[], { number }: LedgerFolder) =>
  (error: unknown): void => {
    if (!isSdkError(error, 'migration.folderGone')) throw error;
    gone.push({ number, error });
  };

/** What people deleted while other folders were copied: the tree, read once more, has to say so. */
async function forgetGone(run: MailboxRun, gone: readonly GoneFolder[], commit: () => void): Promise<void> {
  await syncHierarchy(run);
  commit();
  const left = new Set(run.ledger.folders().map(({ number }) => number));
  const failure = gone.find(({ number }) => left.has(number));
  if (failure) throw failure.error;
}

function publishProgress({ user, counts }: MailboxRun): void {
  const { guid: userGuid, emailAddress } = user;
  progressEvent.publish({ userGuid, emailAddress, items: counts.items, bytes: counts.bytes });
}

async function syncHierarchy(run: MailboxRun): Promise<void> {
  const { source, ledger, target, pending, signal } = run;
  const before = ledger.hierarchyState();
  const { folders, deleted, state } = await source.hierarchy(before, { signal });
  if (folders.length === 0 && deleted.length === 0 && before && sameBytes(before, state)) return;
  pending.add(() => {
    target.saveFolders(folders);
    for (const folder of folders) ledger.saveFolder(folder);
    const gone = ledger.folders().filter(({ id }) => deleted.some(({ first, last }) => first <= id && id <= last));
    removeFolders(run, gone);
    ledger.saveHierarchyState(state);
    saveTotal(run);
  });
}

function removeFolders({ context, user, target, ledger, counts }: MailboxRun, gone: readonly LedgerFolder[]): void {
  target.removeFolders(gone.map(({ id }) => id));
  for (const { number, id } of gone) {
    const removed = ledger.removeFolder(number);
    counts.items -= removed;
    counts.changes += removed;
    context.store.skipped.resolveFolder(user.guid, id);
  }
}

function saveTotal({ context, user, ledger }: MailboxRun): void {
  const counts = ledger.folders().map(({ itemCount }) => itemCount);
  if (counts.includes(undefined)) return;
  const totalItemCount = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  context.store.users.update(user.guid, { totalItemCount });
}
