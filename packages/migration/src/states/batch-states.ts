/** The states a cutover batch goes through, with what an administrator may do in each. */
export const batchStates = {
  Created: { phase: 'idle', commands: ['start', 'remove'] },
  Waiting: { phase: 'underWay', commands: ['stop', 'remove'] },
  Starting: { phase: 'underWay', commands: ['stop'] },
  Syncing: { phase: 'underWay', commands: ['stop'] },
  Stopping: { phase: 'underWay', commands: [] },
  Stopped: { phase: 'idle', commands: ['start', 'remove'] },
  Synced: { phase: 'settled', commands: ['start', 'sync', 'complete', 'remove'] },
  SyncedWithErrors: { phase: 'settled', commands: ['start', 'sync', 'complete', 'remove'] },
  IncrementalSyncing: { phase: 'settled', commands: ['stop'] },
  Completing: { phase: 'underWay', commands: [] },
  Completed: { phase: 'over', commands: ['remove'] },
  CompletedWithErrors: { phase: 'over', commands: ['start', 'remove'] },
  Failed: { phase: 'idle', commands: ['start', 'remove'] },
  Removing: { phase: 'over', commands: [] },
} as const satisfies Record<string, { phase: BatchPhase; commands: readonly BatchCommand[] }>;

/** `underWay`: at most one batch is; `settled`: first sync done, synced daily; `over`: never synced again by itself. */
export type BatchPhase = 'idle' | 'underWay' | 'settled' | 'over';
/** What can be asked of a batch. */
export type BatchCommand = 'start' | 'sync' | 'stop' | 'complete' | 'remove';
/** The state of a batch. */
export type BatchStatus = keyof typeof batchStates;

/** How far a batch in this state is. */
export const phaseOf = (status: BatchStatus): BatchPhase => batchStates[status].phase;

/** Whether a batch in this state can be asked to do this. */
export const accepts = (status: BatchStatus, command: BatchCommand): boolean =>
  (batchStates[status].commands as readonly BatchCommand[]).includes(command);
