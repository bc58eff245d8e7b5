import type { BatchRecord } from '../records/batch.ts';
import { phaseOf } from '../states/batch-states.ts';
import type { EngineContext } from './context.ts';
import { finishRemove, finishStop } from './commands.ts';
import { runCompletion, runIncrementalSync, runInitialSync } from './run-batch.ts';
import { moveBatch } from './transitions.ts';

/** Something that a batch needs to have done. */
export interface DueWork {
  /** In the clock's time; what is past is due now. */
  readonly at: number;
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
  return phaseOf(batch.status) === 'settled' ? settledWork(batch) : undefined;
}

const runUnderWay: DueWork['run'] = (context, batch, signal) =>
  batch.status === 'Completing' ? runCompletion(context, batch, signal) : runInitialSync(context, batch, signal);

function settledWork({ completeAfter, nextSyncAt, nextReportAt }: BatchRecord): DueWork | undefined {
  const planned: (DueWork | undefined)[] = [
    plan(completeAfter, (context, { guid }) => moveBatch(context, guid, { status: 'Completing' })),
    plan(nextSyncAt, runIncrementalSync),
    plan(nextReportAt, askForReport),
  ];
  return planned
    .filter((work) => work !== undefined)
    .toSorted((left, right) => left.at - right.at)
    .at(0);
}

const plan = (at: number | undefined, run: DueWork['run']): DueWork | undefined =>
  at === undefined ? undefined : { at, run };

const askForReport: DueWork['run'] = ({ store, clock }, { guid, reportInterval }) =>
  store.batches.update(guid, { pendingReport: 'interval', nextReportAt: clock.now() + reportInterval });

async function sendReport(context: EngineContext, batch: BatchRecord, signal: AbortSignal): Promise<void> {
  await context.reporter.report({ batchGuid: batch.guid, moment: batch.pendingReport! }, { signal });
  context.store.batches.update(batch.guid, { pendingReport: undefined });
}
