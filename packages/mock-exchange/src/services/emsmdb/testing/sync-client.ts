import { type Restriction, rops, sendOption, syncExtraFlag, syncFlag, syncType } from '@cutover/wire/rop';
import { readSync, type SyncedFolder } from './read-sync.ts';
import type { StoreClient } from './store-client.ts';

export interface SyncRequest {
  readonly kind?: 'contents' | 'hierarchy';
  readonly state?: ReadonlyMap<number, Uint8Array> | undefined;
  readonly flags?: number;
  readonly extra?: number;
  readonly sendOptions?: number;
  readonly tags?: readonly number[];
  readonly restriction?: Restriction;
}

export const everyFlag =
  syncFlag.unicode | syncFlag.normal | syncFlag.fai | syncFlag.readState | syncFlag.noForeignIdentifiers;
const everyExtra = syncExtraFlag.eid | syncExtraFlag.messageSize | syncExtraFlag.changeNumber;

/** Configures a sync of a folder and uploads the state; gives the handle to download from. */
export async function configureSync(client: StoreClient, folder: number, request: SyncRequest = {}): Promise<number> {
  const { handle } = await client.run(
    rops.synchronizationConfigure,
    {
      synchronizationType: request.kind === 'hierarchy' ? syncType.hierarchy : syncType.contents,
      sendOptions: request.sendOptions ?? sendOption.unicode | sendOption.forceUnicode,
      synchronizationFlags: request.flags ?? everyFlag,
      restriction: request.restriction,
      synchronizationExtraFlags: request.extra ?? everyExtra,
      tags: [...(request.tags ?? [])],
    },
    folder,
  );
  for (const [stateProperty, bytes] of request.state ?? []) {
    const begin = { stateProperty, transferBufferSize: bytes.length };
    await client.run(rops.synchronizationUploadStateStreamBegin, begin, handle);
    // In two pieces, as a client with a large state would send it.
    for (const streamData of [bytes.subarray(0, 7), bytes.subarray(7)]) {
      await client.run(rops.synchronizationUploadStateStreamContinue, { streamData }, handle);
    }
    await client.run(rops.synchronizationUploadStateStreamEnd, {}, handle);
  }
  return handle;
}

/** A whole sync of a folder. */
export async function syncFolder(
  client: StoreClient,
  folder: number,
  request: SyncRequest = {},
): Promise<SyncedFolder> {
  const handle = await configureSync(client, folder, request);
  const synced = readSync(await client.download(handle));
  await client.execute([{ rop: rops.release, request: { logonId: 0, inputIndex: 0 } }], [handle]);
  return synced;
}

/** The state that covers what has been downloaded so far. */
export async function transferState(client: StoreClient, download: number): Promise<SyncedFolder['state']> {
  const { handle } = await client.run(rops.synchronizationGetTransferState, {}, download);
  return readSync(await client.download(handle)).state;
}
