import { batchFor, batchToStop, completeBatches, finishRemove, finishStop, startBatch } from './engine/commands.ts';
import { changeBatch } from './engine/change-batch.ts';
import { compareMailbox } from './engine/compare-mailbox.ts';
import { createConnectionSlots } from './engine/connection-slots.ts';
import type { EngineContext } from './engine/context.ts';
import { createBatch } from './engine/create-batch.ts';
import { changeEndpoint, createEndpoint, findEndpoint, removeEndpoint } from './engine/endpoints.ts';
import { findBatchRecord, findUser, listBatches, listUsers, viewBatch } from './engine/queries.ts';
import { createScheduler, type Scheduler } from './engine/scheduler.ts';
import { surveyMailboxes } from './engine/survey-mailboxes.ts';
import { moveBatch } from './engine/transitions.ts';
import { changeUser, removeUser, startUser, stopUser } from './engine/user-commands.ts';
import { migrationErrors } from './errors.ts';
import { limits } from './limits.ts';
import type { MigrationConfig, MigrationOptions, MigrationService } from './migration-service.ts';
import { serviceRules } from './rules.ts';
import { deriveCounters } from './states/counters.ts';

/** The migration service over its ports. It does nothing by itself until `resume` is called. */
export function createMigrationService(options: MigrationOptions): MigrationService {
  const { ports, serviceVersion = '2013', rules = () => serviceRules[serviceVersion] } = options;
  const context: EngineContext = {
    ...ports,
    get rules() {
      return rules();
    },
    slots: createConnectionSlots(),
    held: { total: 0 },
    userRuns: new Map(),
  };
  const scheduler = createScheduler(context);
  return {
    ...endpointMethods(context),
    ...batchMethods(context, scheduler),
    ...userMethods(context, scheduler),
    ...configMethods(context),
    ...queryMethods(context),
    resume: () => scheduler.start(),
    untilIdle: (options = {}) => scheduler.untilIdle(options),
    isAsleep: () => context.userRuns.size > 0 && context.slots.taken === 0,
    nextDue: () => scheduler.nextDue(),
    close: () => scheduler.close(),
    [Symbol.asyncDispose]: () => scheduler.close(),
  };
}

const endpointMethods = (
  context: EngineContext,
): Pick<MigrationService, 'createEndpoint' | 'changeEndpoint' | 'removeEndpoint' | 'endpoints' | 'findEndpoint'> => ({
  createEndpoint: (settings) => createEndpoint(context, settings),
  changeEndpoint: (identity, changes) => changeEndpoint(context, identity, changes),
  removeEndpoint: (identity) => removeEndpoint(context, identity),
  endpoints: () => context.store.endpoints.list(),
  findEndpoint: (identity) => findEndpoint(context, identity),
});

const endings = { Stopping: finishStop, Removing: finishRemove } as const;

type BatchMethods = 'createBatch' | 'changeBatch' | 'startBatch' | 'stopBatch' | 'completeBatch' | 'removeBatch';

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
    changeBatch: async (identity, { update = false, ...changes }, options = {}) => {
      const { guid } = await changeBatch(context, identity, changes, options);
      // Work that is ended so begins anew, by the present settings.
      if (update) await scheduler.interrupt(guid, migrationErrors.stopped({}));
      scheduler.wake();
      return view(guid);
    },
  };
}

type UserMethods = 'startUser' | 'stopUser' | 'removeUser' | 'changeUser';

const userMethods = (context: EngineContext, scheduler: Scheduler): Pick<MigrationService, UserMethods> => ({
  startUser: (identity, options) => {
    startUser(context, identity, options);
    scheduler.wake();
  },
  stopUser: (identity) => stopUser(context, identity),
  removeUser: (identity) => removeUser(context, identity),
  changeUser: (identity, changes) => {
    changeUser(context, identity, changes);
    scheduler.wake();
  },
});

const configMethods = ({ store }: EngineContext): Pick<MigrationService, 'config' | 'changeConfig'> => ({
  config: () => ({
    maxNumberOfBatches: store.settings.get('maxNumberOfBatches') ?? limits.batches,
    maxConcurrentMigrations: store.settings.get('maxConcurrentMigrations') ?? limits.concurrentMigrations,
  }),
  changeConfig: (changes) => {
    for (const [name, value] of Object.entries(changes)) {
      if (value !== undefined) store.settings.set(name as keyof MigrationConfig, value);
    }
  },
});

type QueryMethods =
  | 'compareMailbox'
  | 'surveyMailboxes'
  | 'batches'
  | 'findBatch'
  | 'totals'
  | 'users'
  | 'findUser'
  | 'skippedItems'
  | 'reportEntries';

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
  compareMailbox: (identity, options = {}) => compareMailbox(context, identity, options),
  surveyMailboxes: (endpoint, options = {}) => surveyMailboxes(context, endpoint, options),
  reportEntries: (filter) => context.store.report.list(filter),
});
