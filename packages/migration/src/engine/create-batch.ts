import type { SdkError } from '@cutover/base';
import type { BatchRow } from '../csv/batch-rows.ts';
import { migrationErrors } from '../errors.ts';
import { limits } from '../limits.ts';
import type { SourceRecipient, Waiting } from '../ports/source.ts';
import type { BatchKind, BatchRecord, BatchSettings } from '../records/batch.ts';
import type { EndpointRecord } from '../records/endpoint.ts';
import type { RecipientType, UserRecord } from '../records/user.ts';
import { type BatchEntry, readEntries } from './batch-entries.ts';
import { existingUsers, takeUsers } from './batch-of-users.ts';
import type { EngineContext } from './context.ts';
import { findEndpoint } from './endpoints.ts';
import { passwordSecret } from './provision.ts';
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
  if (settings.users !== undefined) return createFromUsers(context, settings, settings.users);
  const endpoint = chooseEndpoint(context, settings.endpoint);
  const { knownAddresses, rows } = settings;
  const { entries, problems } = await readEntries(context, { endpoint, rows, knownAddresses }, options);
  // The wait for the directory let others in.
  assertMayCreate(context, settings);
  return context.unitOfWork.transaction(() => writeBatch(context, { settings, endpoint, entries, problems }));
}

function createFromUsers(context: EngineContext, settings: BatchSettings, identities: readonly string[]): BatchRecord {
  const { endpointGuid, problems, users } = existingUsers(context, identities);
  const endpoint = context.store.endpoints.get(endpointGuid)!;
  return context.unitOfWork.transaction(() => {
    const batch = { ...newBatchRecord(context, settings, endpoint), validationWarnings: problems };
    context.store.batches.insert(batch);
    takeUsers(context, batch, users);
    return batch;
  });
}

/** What takes less than the whole source is a staged batch. */
const kindOf = ({ rows, users }: BatchSettings): BatchKind =>
  rows === undefined && users === undefined ? 'cutover' : 'staged';

function assertMayCreate(context: EngineContext, settings: BatchSettings): void {
  const { name, autoStart } = settings;
  if (name.length > limits.batchName) throw migrationErrors.batchNameTooLong({ name, most: limits.batchName });
  if (findBatchRecord(context, name)) throw migrationErrors.batchNameTaken({ name });
  assertRoom(context, kindOf(settings));
  if (autoStart === true) assertNoneUnderWay(context);
}

function assertRoom(context: EngineContext, kind: BatchKind): void {
  const batches = context.store.batches.list();
  const most = context.store.settings.get('maxNumberOfBatches') ?? limits.batches;
  if (batches.length >= most) throw migrationErrors.tooManyBatches({ most });
  const cutover = batches.find((batch) => batch.kind === 'cutover');
  if (kind === 'staged' || cutover === undefined || context.rules.severalBatches) return;
  throw migrationErrors.onlyOneBatch({ batch: cutover.name });
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

interface NewBatch {
  settings: BatchSettings;
  endpoint: EndpointRecord;
  entries: readonly BatchEntry[];
  problems: readonly string[];
}

function writeBatch(context: EngineContext, { settings, endpoint, entries, problems }: NewBatch): BatchRecord {
  const { store } = context;
  const elsewhere = settings.rows === undefined ? [] : inOtherBatches(context, entries);
  const validationWarnings = [...problems, ...elsewhere.map(rowProblem)];
  const batch = { ...newBatchRecord(context, settings, endpoint), validationWarnings };
  store.batches.insert(batch);
  const taken = takeEntries(context, batch, entries);
  if (taken === 0) throw elsewhere[0]?.error ?? nothingLeft(context, entries);
  for (const problem of validationWarnings) reportLine(context, { batchGuid: batch.guid }, problem);
  return batch;
}

/** Everything is migrated, or in a batch that was not started yet: who asks for another is told in which. */
function nothingLeft({ store }: EngineContext, entries: readonly BatchEntry[]): Error {
  const guids = new Set(entries.map(({ entry }) => store.users.findBySource(entry.sourceId)?.batchGuid));
  const batches = store.batches.list().filter(({ guid }) => guids.has(guid));
  return migrationErrors.nothingToMigrate({ batches: batches.map(({ name }) => `"${name}"`).join(', ') });
}

interface TakenRow {
  readonly row: BatchRow | undefined;
  readonly error: SdkError;
}

/** Users that are asked for by name and cannot be had, as another batch has them. */
export function inOtherBatches({ store }: EngineContext, entries: readonly BatchEntry[]): TakenRow[] {
  return entries.flatMap(({ entry: { primaryAddress: user, sourceId }, row }) => {
    const known = store.users.findBySource(sourceId);
    if (known === undefined || isFree(known)) return [];
    const batch = store.batches.get(known.batchGuid)?.name ?? '';
    return [{ row, error: migrationErrors.userInOtherBatch({ user, batch }) }];
  });
}

export const rowProblem = ({ row, error }: TakenRow): string =>
  row === undefined ? error.message : `Row ${row.number}: ${error.message}`;

/** Who failed or was stopped in one batch may be taken over by another. */
const isFree = ({ status }: UserRecord): boolean => status === 'Failed' || status === 'Stopped';

/** Takes what no other batch has migrated, and gives how many that are. */
export function takeEntries(context: EngineContext, batch: BatchRecord, entries: readonly BatchEntry[]): number {
  const taken = entries.filter((entry) => takeEntry(context, batch, entry)).length;
  const skipped = entries.length - taken;
  const already = skipped === 0 ? '' : `, ${skipped} are migrated already or belong to another batch`;
  reportLine(context, { batchGuid: batch.guid }, `${taken} objects to migrate${already}.`);
  return taken;
}

function newBatchRecord(context: EngineContext, settings: BatchSettings, endpoint: EndpointRecord): BatchRecord {
  const { ids, clock, rules } = context;
  const now = clock.now();
  const { autoStart = false, submittedBy } = settings;
  return {
    guid: ids.guid(),
    name: settings.name,
    kind: kindOf(settings),
    statusSince: now,
    touchedAt: now,
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
    requireClean: true,
    pendingReport: undefined,
    pendingReportAt: undefined,
    skipReports: settings.skipReports ?? false,
    quiet: false,
    allowIncrementalSyncs: settings.allowIncrementalSyncs ?? true,
    autoRetryCount: settings.autoRetryCount ?? 0,
    autoRetries: 0,
    badItemLimit: settings.badItemLimit,
    largeItemLimit: settings.largeItemLimit,
    nextUserAt: undefined,
    validationWarnings: [],
    message: undefined,
  };
}

/** Makes the entry a user of the batch, or brings over one that failed or was stopped in another; false: it is migrated. */
function takeEntry(context: EngineContext, batch: BatchRecord, taken: BatchEntry): boolean {
  const { store } = context;
  const { entry } = taken;
  const known = store.users.findBySource(entry.sourceId);
  if (known === undefined) {
    store.users.insert(newUserRecord(context, batch, taken));
    return true;
  }
  if (!isFree(known)) return false;
  const now = context.clock.now();
  const fresh = { batchGuid: batch.guid, entry, status: 'Queued', error: undefined, queuedAt: now, statusSince: now };
  store.users.update(known.guid, { ...fresh, status: 'Queued' });
  return true;
}

function newUserRecord(context: EngineContext, batch: BatchRecord, { entry, row }: BatchEntry): UserRecord {
  const { ids, clock, secrets } = context;
  const now = clock.now();
  const guid = ids.guid();
  return {
    guid,
    batchGuid: batch.guid,
    emailAddress: entry.primaryAddress,
    recipientType: recipientTypes[entry.kind],
    entry,
    status: 'Queued',
    targetGuid: undefined,
    provisioned: false,
    sealedPassword: row?.password === undefined ? undefined : secrets.seal(row.password, passwordSecret(guid)),
    keepsPassword: row?.forceChangePassword === false,
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
    badItemLimit: row?.badItemLimit,
    largeItemLimit: row?.largeItemLimit,
    approvedAt: undefined,
    startAfter: undefined,
    completeAfter: undefined,
  };
}
