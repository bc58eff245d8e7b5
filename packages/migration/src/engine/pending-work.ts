import { limits } from '../limits.ts';
import type { StagedContent } from '../ports/target.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';

/** What was read of a mailbox and is not committed yet, in the order in which it came. */
export interface PendingWork {
  /** Whether a commit is due. */
  readonly full: boolean;
  add(work: () => void, content?: StagedContent): void;
  /** Writes everything in one transaction; does nothing when there is nothing. */
  commit(): void;
  /** Gives up what is not committed. */
  discard(): void;
}

/** Bytes that wait in memory, over all mailboxes that are worked on. */
export interface HeldBytes {
  total: number;
}

export interface PendingWorkOptions {
  readonly unitOfWork: UnitOfWork;
  readonly held: HeldBytes;
  /** Runs last in each transaction: counters that must agree with what is committed. */
  readonly atCommit: () => void;
}

export function createPendingWork(options: PendingWorkOptions): PendingWork {
  const { held } = options;
  let steps: (() => void)[] = [];
  let contents: StagedContent[] = [];
  let bytes = 0;
  const clear = (): void => {
    steps = [];
    contents = [];
    held.total -= bytes;
    bytes = 0;
  };
  return {
    get full() {
      if (contents.length >= limits.commitMessages || bytes >= limits.commitBytes) return true;
      return held.total >= limits.heldBytes && bytes >= limits.leastCommitBytes;
    },
    add: (work, content) => {
      steps.push(work);
      if (content === undefined) return;
      contents.push(content);
      bytes += content.size;
      held.total += content.size;
    },
    commit: () => {
      if (steps.length === 0) return;
      options.unitOfWork.transaction(() => {
        for (const step of steps) step();
        options.atCommit();
      });
      clear();
    },
    discard: () => {
      for (const content of contents) content.discard();
      clear();
    },
  };
}
