import type { ShortId } from '@cutover/wire/ics';
import {
  errorCode,
  type RopResponse,
  rops,
  sendOption,
  syncExtraFlag,
  syncFlag,
  syncType,
  unsetHandle,
} from '@cutover/wire/rop';
import { errors } from '../errors.ts';
import type { CallOptions } from '../options.ts';
import type { ObjectId } from './object-id.ts';
import { type EncodedRop, rop } from './rop-batch.ts';
import type { RopAnswers, StoreSession } from './store-session.ts';
import type { StateParts } from './sync-state.ts';
import { getBuffer } from './transfer-source.ts';

/** What a sync is to bring. */
export interface SyncRequest {
  readonly kind: 'contents' | 'hierarchy';
  /** Named in errors. */
  readonly folder: ObjectId;
  readonly folderId: ShortId;
  readonly state: StateParts;
  readonly includeAssociated: boolean;
}

/** A sync that the server has begun to answer. */
export interface BegunSync {
  /** Handle of the download context. */
  readonly handle: number;
  /** Every handle that the sync opened. */
  readonly opened: readonly number[];
  readonly answers: RopAnswers;
}

/** The session's handles that take part in a sync. */
export interface SyncHandles {
  readonly logonHandle: number;
  /** Handles to release on the way. */
  readonly release: readonly number[];
}

// Places in the handle table; what is released follows.
const logon = 0;
const folder = 1;
const context = 2;
const firstReleased = 3;

const sendOptions = sendOption.unicode | sendOption.forceUnicode | sendOption.recoverMode;
const always = syncFlag.unicode | syncFlag.noForeignIdentifiers;
const contentsFlags = always | syncFlag.readState | syncFlag.normal | syncFlag.bestBody;
const contentsExtras = syncExtraFlag.eid | syncExtraFlag.messageSize | syncExtraFlag.changeNumber;
// Pieces of a state; each ROP must fit into a payload of 32 KB.
const stateChunk = 16 * 1024;

/**
 * Opens the folder, configures the download, uploads the state and asks for the first answers: all in one call, if the state
 * is not very large. [MS-OXCFXICS] 3.3.5.2
 */
export async function beginSync(
  session: StoreSession,
  request: SyncRequest & SyncHandles,
  options?: CallOptions,
): Promise<BegunSync> {
  const { release, logonHandle, state } = request;
  const released = release.map((_handle, index) => rop(rops.release, { inputIndex: firstReleased + index }));
  const asked = [openFolder(request), configure(request), ...uploadState(state), getBuffer(context)];
  const table = [logonHandle, unsetHandle, unsetHandle, ...release];
  const answers = await session.execute([...released, ...asked], table, options);
  asked.slice(0, -1).forEach((one, index) => assertDone(one, answers.answers[index]!, request));
  const opened = [answers.handles[folder]!, answers.handles[context]!];
  return { handle: opened[1]!, opened, answers };
}

function openFolder({ folderId }: SyncRequest): EncodedRop {
  return rop(rops.openFolder, { inputIndex: logon, outputIndex: folder, folderId, openModeFlags: 0 });
}

function configure({ kind, includeAssociated }: SyncRequest): EncodedRop {
  const contents = kind === 'contents';
  const associated = includeAssociated ? syncFlag.fai : 0;
  return rop(rops.synchronizationConfigure, {
    inputIndex: folder,
    outputIndex: context,
    synchronizationType: contents ? syncType.contents : syncType.hierarchy,
    sendOptions,
    synchronizationFlags: contents ? contentsFlags | associated : always,
    restriction: undefined,
    synchronizationExtraFlags: contents ? contentsExtras : syncExtraFlag.eid,
    tags: [],
  });
}

function uploadState(state: StateParts): EncodedRop[] {
  const inputIndex = context;
  return [...state].flatMap(([stateProperty, bytes]) => {
    if (bytes.length === 0) return [];
    const begin = { inputIndex, stateProperty, transferBufferSize: bytes.length };
    const pieces: EncodedRop[] = [];
    for (let start = 0; start < bytes.length; start += stateChunk) {
      const streamData = bytes.subarray(start, start + stateChunk);
      pieces.push(rop(rops.synchronizationUploadStateStreamContinue, { inputIndex, streamData }));
    }
    return [
      rop(rops.synchronizationUploadStateStreamBegin, begin),
      ...pieces,
      rop(rops.synchronizationUploadStateStreamEnd, { inputIndex }),
    ];
  });
}

function assertDone(one: EncodedRop, { returnValue }: RopResponse<unknown>, request: SyncRequest): void {
  if (returnValue === errorCode.success) return;
  const isFolder = one.rop.id === rops.openFolder.id;
  if (isFolder && returnValue === errorCode.notFound) throw errors.folderNotFound({ folder: request.folder });
  throw errors.ropFailed({ operation: one.rop.name, code: returnValue });
}
