import { batchFor, batchToStop, completeBatches, finishRemove, finishStop, startBatch } from './engine/commands.ts';
import { createConnectionSlots } from './engine/connection-slots.ts';
import type { EngineContext } from './engine/context.ts';
import { createBatch } from './engine/create-batch.ts';
import { createEndpoint, findEndpoint, removeEndpoint } from './engine/endpoints.ts';
import { findBatchRecord, findUser, listBatches, listUsers, viewBatch } from './engine/queries.ts';
import { createScheduler, type Scheduler } from './engine/scheduler.ts';
import { moveBatch } from './engine/transitions.ts';
import { migrationErrors } from './errors.ts';
import type { MigrationOptions, MigrationService } from './migration-service.ts';
import { serviceRules } from './rules.ts';
import { deriveCounters } from './states/counters.ts';

/** The migration service over its ports. It does nothing by itself until `resume` is called. */
export function createMigrationService({ ports, serviceVersion = '2013' }: MigrationOptions): MigrationService {
  const rules = serviceRules[serviceVersion];
  const context: EngineContext = { ...ports, rules, slots: createConnectionSlots(), held: { total: 0 } };
  const scheduler = createScheduler(context);
  return {
    ...endpointMethods(context),
    ...batchMethods(context, scheduler),
    ...queryMethods(context),
    resume: () => scheduler.start(),
    untilIdle: (options = {}) => scheduler.untilIdle(options),
    nextDue: () => scheduler.nextDue(),
    close: () => scheduler.close(),
    [Symbol.asyncDispose]: () => scheduler.close(),
  };
}

const endpointMethods = (
  context: EngineContext,
): Pick<MigrationService, 'createEndpoint' | 'removeEndpoint' | 'endpoints' | 'findEndpoint'> => ({
  createEndpoint: (settings) => createEndpoint(context, settings),
  removeEndpoint: (identity) => removeEndpoint(context, identity),
  endpoints: () => context.store.endpoints.list(),
  findEndpoint: (identity) => findEndpoint(context, identity),
});

const endings = { Stopping: finishStop, Removing: finishRemove } as const;

type BatchMethods = 'createBatch' | 'startBatch' | 'stopBatch' | 'completeBatch' | 'removeBatch';

function batchMethods(context: EngineContext, scheduler: Scheduler): Pick<MigrationService, BatchMethods> {
  const view = (guid: string) => viewBatch(context, context.store.batches.get(guid)!);
  const end = async (guid: string, as: keyof typeof endings): Promise<void> => {
    moveBatch(context, guid, { status: as });
    await scheduler.interrupt(guid, migrationErrors.stopped({}));
    // The schedule may have come first.
    if (context.store.batches.get(guid)?.status === as) endings[as](context, guid);
    scheduler.wake();
  };
  return {
    createBatch: async (settings, options = {}) => {
      const { guid } = await createBatch(context, settings, options);
      scheduler.wake();
      return view(guid);
    },
    startBatch: (identity, options) => {
      const { guid } = startBatch(context, identity, options);
      scheduler.wake();
      return view(guid);
    },
    stopBatch: async (identity) => {
      const { guid } = batchToStop(context, identity);
      await end(guid, 'Stopping');
      return view(guid);
    },
    completeBatch: (identity, options = {}) => {
      const batches = completeBatches(context, identity, options);
      scheduler.wake();
      return batches.map(({ guid }) => view(guid));
    },
    removeBatch: async (identity) => {
      const { guid } = batchFor(context, identity, 'remove');
      await end(guid, 'Removing');
    },
  };
}

type QueryMethods = 'batches' | 'findBatch' | 'totals' | 'users' | 'findUser' | 'skippedItems' | 'reportEntries';

const queryMethods = (context: EngineContext): Pick<MigrationService, QueryMethods> => ({
  batches: (filter) => listBatches(context, filter),
  findBatch: (identity) => {
    const batch = findBatchRecord(context, identity);
    return batch && viewBatch(context, batch);
  },
  totals: () => deriveCounters(context.store.users.tally()),
  users: (filter) => listUsers(context, filter),
  findUser: (identity) => findUser(context, identity),
  skippedItems: (userGuid) => context.store.skipped.list(userGuid),
  reportEntries: (filter) => context.store.report.list(filter),
});
