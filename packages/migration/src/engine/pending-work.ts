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

/** `atCommit` runs last in each transaction: counters that must agree with what is committed. */
export function createPendingWork(options: { unitOfWork: UnitOfWork; atCommit: () => void }): PendingWork {
  let steps: (() => void)[] = [];
  let contents: StagedContent[] = [];
  let bytes = 0;
  const clear = (): void => {
    steps = [];
    contents = [];
    bytes = 0;
  };
  return {
    get full() {
      return contents.length >= limits.commitMessages || bytes >= limits.commitBytes;
    },
    add: (work, content) => {
      steps.push(work);
      if (content === undefined) return;
      contents.push(content);
      bytes += content.size;
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
