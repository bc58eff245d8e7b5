import { migrationErrors } from '../errors.ts';
import { limits } from '../limits.ts';
import type { SourceRecipient, Waiting } from '../ports/source.ts';
import type { BatchRecord, BatchSettings } from '../records/batch.ts';
import type { EndpointRecord } from '../records/endpoint.ts';
import type { RecipientType, UserRecord } from '../records/user.ts';
import type { EngineContext } from './context.ts';
import { findEndpoint } from './endpoints.ts';
import { findBatchRecord } from './queries.ts';
import { batchUnderWay, reportLine, startingStatus } from './transitions.ts';

const recipientTypes: Record<SourceRecipient['kind'], RecipientType> = {
  mailbox: 'Mailbox',
  group: 'Group',
  contact: 'Contact',
};

/** Asks the source what there is, and writes down a batch of what no other batch has migrated. */
export async function createBatch(
  context: EngineContext,
  settings: BatchSettings,
  options: Waiting,
): Promise<BatchRecord> {
  assertMayCreate(context, settings);
  const endpoint = chooseEndpoint(context, settings.endpoint);
  const entries = await readDirectory(context, endpoint, options);
  // The wait for the directory let others in.
  assertMayCreate(context, settings);
  return context.unitOfWork.transaction(() => writeBatch(context, { settings, endpoint, entries }));
}

function assertMayCreate(context: EngineContext, { name, autoStart }: BatchSettings): void {
  if (name.length > limits.batchName) throw migrationErrors.batchNameTooLong({ name, most: limits.batchName });
  if (findBatchRecord(context, name)) throw migrationErrors.batchNameTaken({ name });
  const [first] = context.store.batches.list();
  if (first && !context.rules.severalBatches) throw migrationErrors.onlyOneBatch({ batch: first.name });
  if (autoStart === true) assertNoneUnderWay(context);
}

export function assertNoneUnderWay(context: EngineContext, options: { besides?: string } = {}): void {
  const other = batchUnderWay(context, options);
  if (other) throw migrationErrors.otherBatchUnderWay({ batch: other.name, status: other.status });
}

/** Connection settings persist: without a name they are those of the batch before, or the last that were made. */
function chooseEndpoint(context: EngineContext, identity: string | undefined): EndpointRecord {
  const { batches, endpoints } = context.store;
  if (identity === undefined) {
    const endpoint = endpoints.get(batches.list().at(-1)?.endpointGuid ?? '') ?? endpoints.list().at(-1);
    if (endpoint === undefined) throw migrationErrors.noEndpoint({});
    return endpoint;
  }
  const endpoint = findEndpoint(context, identity);
  if (endpoint === undefined) throw migrationErrors.endpointNotFound({ identity });
  return endpoint;
}

async function readDirectory(
  { sources, rules }: EngineContext,
  endpoint: EndpointRecord,
  options: Waiting,
): Promise<SourceRecipient[]> {
  await using source = await sources.connect(endpoint, options);
  const entries = await Array.fromAsync(source.directory(options));
  const count = entries.filter(({ kind }) => kind === 'mailbox').length;
  if (count > rules.mostMailboxes) throw migrationErrors.tooManyMailboxes({ count, most: rules.mostMailboxes });
  return entries;
}

interface NewBatch {
  settings: BatchSettings;
  endpoint: EndpointRecord;
  entries: readonly SourceRecipient[];
}

function writeBatch(context: EngineContext, { settings, endpoint, entries }: NewBatch): BatchRecord {
  const { store } = context;
  const batch = newBatchRecord(context, settings, endpoint);
  store.batches.insert(batch);
  const taken = entries.filter((entry) => takeEntry(context, batch, entry)).length;
  if (taken === 0) throw migrationErrors.nothingToMigrate({});
  const skipped = entries.length - taken;
  const already = skipped === 0 ? '' : `, ${skipped} are migrated already or belong to another batch`;
  reportLine(context, { batchGuid: batch.guid }, `${taken} objects to migrate${already}.`);
  return batch;
}

function newBatchRecord(context: EngineContext, settings: BatchSettings, endpoint: EndpointRecord): BatchRecord {
  const { ids, clock, rules } = context;
  const now = clock.now();
  const { autoStart = false, submittedBy } = settings;
  return {
    guid: ids.guid(),
    name: settings.name,
    endpointGuid: endpoint.guid,
    status: autoStart ? startingStatus(context, settings.startAfter) : 'Created',
    submittedBy,
    startedBy: autoStart ? submittedBy : undefined,
    notificationEmails: settings.notificationEmails ?? [],
    createdAt: now,
    startedAt: autoStart ? now : undefined,
    startAfter: settings.startAfter,
    completeAfter: settings.completeAfter,
    initialSyncAt: undefined,
    lastSyncedAt: undefined,
    completedAt: undefined,
    nextSyncAt: undefined,
    nextReportAt: undefined,
    reportInterval: settings.reportInterval ?? rules.reportEvery,
    timeZone: settings.timeZone ?? 'UTC',
    locale: settings.locale ?? 'en-US',
    requireClean: false,
    pendingReport: undefined,
    message: undefined,
  };
}

/** Makes the entry a user of the batch, or brings over one that failed or was stopped in another; false: it is migrated. */
function takeEntry(context: EngineContext, batch: BatchRecord, entry: SourceRecipient): boolean {
  const { store } = context;
  const known = store.users.findBySource(entry.sourceId);
  if (known === undefined) {
    store.users.insert(newUserRecord(context, batch, entry));
    return true;
  }
  if (known.status !== 'Failed' && known.status !== 'Stopped') return false;
  const now = context.clock.now();
  const fresh = { batchGuid: batch.guid, entry, status: 'Queued', error: undefined, queuedAt: now, statusSince: now };
  store.users.update(known.guid, { ...fresh, status: 'Queued' });
  return true;
}

function newUserRecord({ ids, clock }: EngineContext, batch: BatchRecord, entry: SourceRecipient): UserRecord {
  const now = clock.now();
  return {
    guid: ids.guid(),
    batchGuid: batch.guid,
    emailAddress: entry.primaryAddress,
    recipientType: recipientTypes[entry.kind],
    entry,
    status: 'Queued',
    targetGuid: undefined,
    provisioned: false,
    sealedPassword: undefined,
    error: undefined,
    syncedItemCount: 0,
    totalItemCount: undefined,
    bytesTransferred: 0,
    transientFailures: 0,
    queuedAt: now,
    startedAt: undefined,
    initialSyncedAt: undefined,
    lastSyncedAt: undefined,
    queuedDuration: 0,
    inProgressDuration: 0,
    syncedDuration: 0,
    stalledDuration: 0,
    statusSince: now,
  };
}
