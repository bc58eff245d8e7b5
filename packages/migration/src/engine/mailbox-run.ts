import type { MailboxLedger } from '../ports/migration-store.ts';
import type { SourceMailbox } from '../ports/source.ts';
import type { TargetMailbox } from '../ports/target.ts';
import type { UserRecord } from '../records/user.ts';
import type { EngineContext } from './context.ts';
import type { PendingWork } from './pending-work.ts';

/** What one run over one mailbox works with. */
export interface MailboxRun {
  readonly context: EngineContext;
  readonly user: UserRecord;
  readonly source: SourceMailbox;
  readonly target: TargetMailbox;
  readonly ledger: MailboxLedger;
  readonly pending: PendingWork;
  readonly counts: RunCounts;
  readonly signal: AbortSignal;
  /** Whether the user had skipped items at the beginning, that this run may bring after all. */
  readonly retriesSkipped: boolean;
}

/** Counted while the run goes on, and written down with each commit. */
export interface RunCounts {
  /** Items in the target that this migration brought. */
  items: number;
  bytes: number;
  /** Items that this run has brought, changed or removed. */
  changes: number;
}

export const sameBytes = (left: Uint8Array, right: Uint8Array): boolean => Buffer.compare(left, right) === 0;
