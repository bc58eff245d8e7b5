import { errorCode, rops, syncFlag, syncType } from '@cutover/wire/rop';
import type { RopRequestOf } from '@cutover/wire/rop';
import type { Collector } from '../objects/collector.ts';
import type { DownloadObject, FolderObject } from '../objects/server-object.ts';
import { contentReader } from '../objects/content-reader.ts';
import { isTooComplex } from '../objects/matches.ts';
import { isExchange2007 } from '../is-exchange-2007.ts';
import { isSearchFolder } from '../objects/search-folder.ts';
import { ContentsSync } from '../transfer/contents-sync.ts';
import { Download } from '../transfer/download.ts';
import { HierarchySync } from '../transfer/hierarchy-sync.ts';
import { allBut, only } from '../transfer/property-filter.ts';
import { stateParts, type StateUpload, type SyncState } from '../transfer/sync-state.ts';
import type { Sync } from '../transfer/sync.ts';
import { invalidParameter, notSupported, RopFailure } from '../rop-failure.ts';
import { defineHandler, objectOf, type RopCall } from '../rop-handler.ts';
import { encoderFor } from './fast-transfer.ts';
import { folderOf } from './folder.ts';

type Configure = RopRequestOf<typeof rops.synchronizationConfigure>;

/** That the two flags for Unicode differ is the client's fault, and is passed over: texts go by the send options. */
function check({ synchronizationFlags: flags, restriction }: Configure): void {
  if ((flags & syncFlag.reserved) !== 0) throw new RopFailure(errorCode.rpcFormat);
  if (restriction !== undefined && isTooComplex(restriction)) throw new RopFailure(errorCode.tooComplex);
}

function syncOf(call: RopCall, object: FolderObject, request: Configure): Sync {
  const { logon } = object;
  const { id: folderId } = folderOf(object);
  const { synchronizationFlags: syncFlags, synchronizationExtraFlags: extraFlags, sendOptions, tags } = request;
  const onlyThese = (syncFlags & syncFlag.onlySpecifiedProperties) !== 0;
  const filter = onlyThese ? only(tags) : allBut(tags);
  const encoder = encoderFor(call, sendOptions);
  const options = { mailbox: logon.mailbox, folderId, encoder, filter, syncFlags, extraFlags, sendOptions };
  if (request.synchronizationType === syncType.hierarchy) return new HierarchySync(options);
  if (request.synchronizationType !== syncType.contents)
    throw isExchange2007(call.context) ? notSupported() : invalidParameter();
  if (isSearchFolder(folderOf(object))) throw notSupported();
  const { names, codePage } = call.session;
  const read = contentReader(call, logon.mailbox);
  return new ContentsSync({ ...options, restriction: request.restriction, names, codePage, read });
}

const configure = defineHandler(rops.synchronizationConfigure, (call, request) => {
  const object = objectOf(call, 'folder');
  check(request);
  const sync = syncOf(call, object, request);
  call.open({ kind: 'download', logon: object.logon, download: new Download(() => sync.parts(), sync) });
  return {};
});

/** The state of a sync whose stream has not begun. */
function uploadOf(call: RopCall): StateUpload {
  const object = objectOf(call, 'download', 'collector');
  if (object.kind === 'collector') return object.upload;
  const { download } = object;
  if (download.sync === undefined || download.started) throw notSupported();
  return download.sync.upload;
}

const uploadBegin = defineHandler(
  rops.synchronizationUploadStateStreamBegin,
  (call, { stateProperty, transferBufferSize }) => {
    uploadOf(call).begin(stateProperty, transferBufferSize);
    return {};
  },
);

const uploadContinue = defineHandler(rops.synchronizationUploadStateStreamContinue, (call, { streamData }) => {
  uploadOf(call).add(streamData);
  return {};
});

const uploadEnd = defineHandler(rops.synchronizationUploadStateStreamEnd, (call) => {
  uploadOf(call).end();
  return {};
});

function checkpointOf(object: DownloadObject | Collector): { state: SyncState; kind: Sync['kind'] } {
  if (object.kind === 'collector') return { state: object.checkpoint(), kind: object.about };
  const { sync } = object.download;
  if (sync === undefined) throw notSupported();
  return { state: sync.checkpoint(), kind: sync.kind };
}

/** Exchange 2003 tells the true checkpoint also while the download is under way. [MS-OXCFXICS] appendix A */
const getTransferState = defineHandler(rops.synchronizationGetTransferState, (call) => {
  const object = objectOf(call, 'download', 'collector');
  const { logon } = object;
  const { state, kind } = checkpointOf(object);
  const parts = stateParts(state, { replicaGuid: logon.mailbox.replicaGuid, kind });
  call.open({ kind: 'download', logon, download: new Download(() => parts) });
  return {};
});

export const syncHandlers = [configure, uploadBegin, uploadContinue, uploadEnd, getTransferState];
