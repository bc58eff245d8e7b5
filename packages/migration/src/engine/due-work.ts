import type { BatchRecord } from '../records/batch.ts';
import { limits } from '../limits.ts';
import { type BatchStatus, phaseOf } from '../states/batch-states.ts';
import type { EngineContext } from './context.ts';
import { finishRemove, finishStop } from './commands.ts';
import { runCompletion, runIncrementalSync, runInitialSync, runPlannedUsers } from './run-batch.ts';
import { dueReport, moveBatch } from './transitions.ts';

/** Something that a batch needs to have done. */
export interface DueWork {
  /** In the clock's time; what is past is due now. */
  readonly at: number;
  /** Can as well be done when somebody next looks: nothing has to wait for it. */
  readonly canWait?: true;
  readonly run: (context: EngineContext, batch: BatchRecord, signal: AbortSignal) => Promise<void> | void;
}

const now = -Infinity;

/** What the batch needs next, by its state alone: so a new process goes on where the last one ended. */
export function dueWork(batch: BatchRecord): DueWork | undefined {
  if (batch.status === 'Stopping') return { at: now, run: (context, { guid }) => finishStop(context, guid) };
  if (batch.status === 'Removing') return { at: now, run: (context, { guid }) => finishRemove(context, guid) };
  if (batch.pendingReport) return { at: now, run: sendReport };
  if (phaseOf(batch.status) === 'underWay') return { at: batch.startAfter ?? now, run: runUnderWay };
  if (batch.status === 'IncrementalSyncing') return { at: now, run: runIncrementalSync };
  return phaseOf(batch.status) === 'settled' ? settledWork(batch) : retention(batch);
}

const runUnderWay: DueWork['run'] = (context, batch, signal) =>
  batch.status === 'Completing' ? runCompletion(context, batch, signal) : runInitialSync(context, batch, signal);

/** A batch that nothing happens to any more does not stay for ever. */
function retention(batch: BatchRecord): DueWork | undefined {
  const at = removedAt(batch);
  if (at === undefined) return undefined;
  return { at, canWait: true, run: (context, { guid }) => finishRemove(context, guid) };
}

/** When a batch is removed by itself, as it stands. */
export function removedAt({ status, statusSince }: Pick<BatchRecord, 'status' | 'statusSince'>): number | undefined {
  const kept = keptFor[status];
  return kept === undefined ? undefined : statusSince + kept;
}

const keptFor: Partial<Record<BatchStatus, number>> = {
  Stopped: limits.stoppedBatch,
  Failed: limits.stoppedBatch,
  Completed: limits.completedBatch,
  CompletedWithErrors: limits.completedBatch,
};

function settledWork({
  completeAfter,
  nextSyncAt,
  nextReportAt,
  nextUserAt,
  touchedAt,
}: BatchRecord): DueWork | undefined {
  const planned: (DueWork | undefined)[] = [
    plan(touchedAt + limits.idleBatch, (context, { guid }) => finishStop(context, guid, { reason: idleText })),
    plan(completeAfter, (context, { guid }) => moveBatch(context, guid, { status: 'Completing' })),
    plan(nextSyncAt, runIncrementalSync),
    plan(nextUserAt, runPlannedUsers),
    plan(nextReportAt, askForReport),
  ];
  return planned
    .filter((work) => work !== undefined)
    .toSorted((left, right) => left.at - right.at)
    .at(0);
}

const plan = (at: number | undefined, run: DueWork['run']): DueWork | undefined =>
  at === undefined ? undefined : { at, run };

const idleText = 'The batch was stopped, because no administrator did anything with it for 60 days.';

const askForReport: DueWork['run'] = (context, batch) =>
  context.store.batches.update(batch.guid, {
    ...dueReport(context, batch, 'interval'),
    nextReportAt: context.clock.now() + batch.reportInterval,
  });

/** Once it has gone out, all that it told is written down in one transaction. */
async function sendReport(context: EngineContext, batch: BatchRecord, signal: AbortSignal): Promise<void> {
  const { guid: batchGuid, pendingReport, pendingReportAt = context.clock.now() } = batch;
  const due = { batchGuid, moment: pendingReport!, madeAt: pendingReportAt };
  const writeDown = await context.reporter.report(due, { signal });
  context.unitOfWork.transaction(() => {
    writeDown();
    // Another may have fallen due in the meantime.
    if (context.store.batches.get(batchGuid)?.pendingReportAt !== batch.pendingReportAt) return;
    context.store.batches.update(batchGuid, { pendingReport: undefined, pendingReportAt: undefined });
  });
}
