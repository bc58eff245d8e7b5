import type { BatchRecord, BatchView } from '../records/batch.ts';
import type { UserFilterView, UserRecord, UserView } from '../records/user.ts';
import type { BatchStatus } from '../states/batch-states.ts';
import { deriveCounters } from '../states/counters.ts';
import { summaryOf } from '../states/user-states.ts';
import type { EngineContext } from './context.ts';
import { isNamed } from './endpoints.ts';

export const findBatchRecord = ({ store }: EngineContext, identity: string): BatchRecord | undefined =>
  store.batches.list().find((batch) => isNamed(identity, batch));

export function viewBatch({ store, userRuns }: EngineContext, batch: BatchRecord): BatchView {
  const failures = [...userRuns.values()].flatMap((run) => (run.batchGuid === batch.guid && run.stalledBy) || []);
  const tally = store.users.tally(batch.guid);
  return {
    ...batch,
    ...deriveCounters(tally),
    endpointName: store.endpoints.get(batch.endpointGuid)?.name ?? '',
    isProvisioning: tally.some(({ status }) => status === 'Provisioning' || status === 'ProvisionUpdating'),
    stalled: failures.length === 0 ? undefined : { count: failures.length, failure: failures.at(-1)! },
  };
}

export function listBatches(
  context: EngineContext,
  { status, endpoint }: { status?: BatchStatus | undefined; endpoint?: string | undefined } = {},
): BatchView[] {
  return context.store.batches
    .list()
    .filter((batch) => status === undefined || batch.status === status)
    .filter((batch) => endpoint === undefined || usesEndpoint(context, batch, endpoint))
    .map((batch) => viewBatch(context, batch));
}

function usesEndpoint({ store }: EngineContext, { endpointGuid }: BatchRecord, identity: string): boolean {
  const endpoint = store.endpoints.get(endpointGuid);
  return endpoint !== undefined && isNamed(identity, endpoint);
}

type Surroundings = { batches: ReadonlyMap<string, string>; skipped: ReadonlyMap<string, number> };

/** What users are shown with, asked once for all of them. */
const surroundings = ({ store }: EngineContext): Surroundings => ({
  batches: new Map(store.batches.list().map(({ guid, name }) => [guid, name])),
  skipped: store.skipped.counts(),
});

const viewUser = (user: UserRecord, { batches, skipped }: Surroundings): UserView => ({
  ...user,
  batchName: batches.get(user.batchGuid) ?? '',
  skippedItemCount: skipped.get(user.guid) ?? 0,
});

export function listUsers(context: EngineContext, { batch, status, statusSummary }: UserFilterView = {}): UserView[] {
  const record = batch === undefined ? undefined : findBatchRecord(context, batch);
  if (batch !== undefined && record === undefined) return [];
  const around = surroundings(context);
  return context.store.users
    .list({ batchGuid: record?.guid, status })
    .filter((user) => statusSummary === undefined || summaryOf(user.status) === statusSummary)
    .map((user) => viewUser(user, around));
}

export function findUser(context: EngineContext, identity: string): UserView | undefined {
  const { users } = context.store;
  const user = users.list({ emailAddress: identity })[0] ?? users.get(identity.toLowerCase());
  if (user === undefined) return undefined;
  const batchName = context.store.batches.get(user.batchGuid)?.name ?? '';
  return { ...user, batchName, skippedItemCount: context.store.skipped.count(user.guid) };
}
