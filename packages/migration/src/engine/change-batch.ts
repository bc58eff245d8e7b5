import type { BatchRows } from '../csv/batch-rows.ts';
import { migrationErrors } from '../errors.ts';
import type { BatchChanges } from '../migration-service.ts';
import type { Waiting } from '../ports/source.ts';
import type { BatchOptions, BatchRecord } from '../records/batch.ts';
import { phaseOf } from '../states/batch-states.ts';
import { readEntries } from './batch-entries.ts';
import { assertAccepts } from './commands.ts';
import type { EngineContext } from './context.ts';
import { inOtherBatches, rowProblem, takeEntries } from './create-batch.ts';
import { findBatchRecord } from './queries.ts';
import { moveBatch, reportLine, startingStatus } from './transitions.ts';
import { approve } from './user-commands.ts';

/** Changes what holds for a batch. What is running goes on by the old settings, unless it is told to take the new ones at once. */
export async function changeBatch(
  context: EngineContext,
  identity: string,
  { syncNow = false, approveSkippedItems = false, addRows, ...options }: Omit<BatchChanges, 'update'>,
  waiting: Waiting,
): Promise<BatchRecord> {
  const batch = findBatchRecord(context, identity);
  if (batch === undefined) throw migrationErrors.batchNotFound({ identity });
  if (syncNow) assertAccepts(batch, 'sync');
  if (addRows) await addUsers(context, batch, { rows: addRows, waiting });
  context.unitOfWork.transaction(() => {
    save(context, batch, options);
    if (approveSkippedItems)
      for (const user of context.store.users.list({ batchGuid: batch.guid })) approve(context, user);
    if (syncNow) context.store.batches.update(batch.guid, { nextSyncAt: context.clock.now() });
  });
  return context.store.batches.get(batch.guid)!;
}

function save(context: EngineContext, batch: BatchRecord, options: BatchOptions): void {
  const { clock, store } = context;
  const given = Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  ) as Partial<BatchRecord>;
  const limits = pick(options, ['badItemLimit', 'largeItemLimit']);
  store.batches.update(batch.guid, {
    ...given,
    ...limits,
    ...nextReport(context, batch, options),
    touchedAt: clock.now(),
  });
  reportLine(context, { batchGuid: batch.guid }, 'The settings of the batch were changed.');
  if (batch.status === 'Waiting') {
    moveBatch(context, batch.guid, { status: startingStatus(context, given.startAfter ?? batch.startAfter) });
  }
}

/** Those that are named, also when they are undefined: a limit can be lifted. */
const pick = <T extends object, K extends keyof T>(from: T, names: readonly K[]): Partial<Pick<T, K>> =>
  Object.fromEntries(names.filter((name) => Object.hasOwn(from, name)).map((name) => [name, from[name]])) as Partial<
    Pick<T, K>
  >;

function nextReport(
  { clock }: EngineContext,
  { status }: BatchRecord,
  { reportInterval }: BatchOptions,
): Partial<BatchRecord> {
  if (reportInterval === undefined) return {};
  const settled = phaseOf(status) === 'settled';
  return { nextReportAt: reportInterval === 0 || !settled ? undefined : clock.now() + reportInterval };
}

async function addUsers(
  context: EngineContext,
  batch: BatchRecord,
  { rows, waiting }: { rows: BatchRows; waiting: Waiting },
): Promise<void> {
  if (batch.kind !== 'staged') throw migrationErrors.notStaged({ batch: batch.name });
  const endpoint = context.store.endpoints.get(batch.endpointGuid)!;
  const { entries, problems } = await readEntries(context, { endpoint, rows }, waiting);
  context.unitOfWork.transaction(() => {
    const elsewhere = inOtherBatches(context, entries).map(rowProblem);
    takeEntries(context, batch, entries);
    const validationWarnings = [...batch.validationWarnings, ...problems, ...elsewhere];
    context.store.batches.update(batch.guid, { validationWarnings });
    // A settled batch begins to copy them; one that is not started waits for its start.
    if (phaseOf(batch.status) === 'settled' && batch.status !== 'IncrementalSyncing') {
      moveBatch(context, batch.guid, { status: startingStatus(context, batch.startAfter) });
    }
  });
}
