import type { MessageContent } from '@cutover/content';

/** One item of a file, and where it belongs. */
export interface ImportedItem {
  readonly content: MessageContent;
  /** Folders below the one that the files go to; empty for that one itself. */
  readonly folder: readonly string[];
  readonly kind: 'mail' | 'appointment' | 'task' | 'note' | 'contact';
  readonly read: boolean;
  readonly deliveredAt?: Date;
}

/** Something that was not, or not wholly, understood: where, and why. */
export interface ImportProblem {
  readonly path: string;
  readonly reason: string;
}

/** What was read from files, and what was not, with the reason. */
export interface ImportedFiles {
  readonly items: readonly ImportedItem[];
  readonly problems: readonly ImportProblem[];
}
