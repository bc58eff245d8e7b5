import { type EncodedProperty, type FastTransferPart, marker } from '@cutover/wire/fasttransfer';
import { idSetOf, idSetsByGuid, idSetsOf, IdSet, stateTag, stateTagOf } from '@cutover/wire/ics';
import { isWireError } from '@cutover/wire';
import { errorCode } from '@cutover/wire/rop';
import { limits } from '../limits.ts';
import { invalidParameter, RopFailure } from '../rop-failure.ts';

/** What a client knows of a folder, or of a folder tree: ids and change numbers of the mailbox's replica. */
export type SyncState = Record<keyof typeof stateTag, IdSet>;

export const emptyState = (): SyncState => ({
  idsetGiven: new IdSet(),
  cnsetSeen: new IdSet(),
  cnsetSeenFai: new IdSet(),
  cnsetRead: new IdSet(),
});

/** The blocks of an uploaded state: a property begins, comes in pieces, and ends. [MS-OXCFXICS] 3.2.5.9.3 */
export class StateUpload {
  readonly #replicaGuid: string;
  readonly #state = emptyState();
  #open: { name: keyof SyncState; pieces: Uint8Array[]; size: number; expected: number } | undefined;

  constructor(replicaGuid: string) {
    this.#replicaGuid = replicaGuid;
  }

  get state(): SyncState {
    return this.#state;
  }

  begin(tag: number, size: number): void {
    const name = stateTagOf(tag);
    if (name === undefined || this.#open !== undefined) throw invalidParameter();
    if (size > limits.stateProperty) throw new RopFailure(errorCode.outOfMemory);
    this.#open = { name, pieces: [], size: 0, expected: size };
  }

  add(piece: Uint8Array): void {
    const open = this.#open;
    if (open === undefined) throw new RopFailure(errorCode.notSupported);
    open.size += piece.length;
    if (open.size > limits.stateProperty) throw new RopFailure(errorCode.outOfMemory);
    open.pieces.push(Uint8Array.from(piece));
  }

  /** Sets of other replicas are dropped: after a restore the mailbox has a new one, and nothing given counts any more. */
  end(): void {
    const open = this.#open;
    if (open === undefined) throw new RopFailure(errorCode.notSupported);
    this.#open = undefined;
    const bytes = Buffer.concat(open.pieces);
    try {
      this.#state[open.name] = idSetOf(idSetsByGuid.decode(bytes), this.#replicaGuid);
    } catch (error) {
      throw isWireError(error) ? new RopFailure(errorCode.rpcFormat) : error;
    }
  }
}

/** state: the block at the end of a sync, and all of a stream that tells the state alone. [MS-OXCFXICS] 2.2.4.3.25 */
export function stateParts(
  state: SyncState,
  { replicaGuid, kind }: { replicaGuid: string; kind: 'contents' | 'hierarchy' },
): FastTransferPart[] {
  const property = (name: keyof SyncState): EncodedProperty => ({
    tag: stateTag[name],
    value: idSetsByGuid.encode(idSetsOf(replicaGuid, state[name])),
  });
  const names: (keyof SyncState)[] =
    kind === 'hierarchy' ? ['idsetGiven', 'cnsetSeen'] : ['idsetGiven', 'cnsetSeen', 'cnsetSeenFai', 'cnsetRead'];
  return [marker.incrSyncStateBegin, ...names.map(property), marker.incrSyncStateEnd];
}
