import { type EncodedProperty, type FastTransferPart, marker } from '@cutover/wire/fasttransfer';
import { idSetsByReplicaId, idSetsOf, type IdSet, type syncTag } from '@cutover/wire/ics';
import type { Mailbox } from '../../../store/mailbox.ts';
import { ownReplica } from '../objects/ids.ts';
import type { PropertyEncoder } from './property-encoder.ts';
import type { PropertyFilter } from './property-filter.ts';
import type { StateUpload, SyncState } from './sync-state.ts';

/** A sync download: what changed since the uploaded state, and the state that follows. [MS-OXCFXICS] 3.2.5.9 */
export interface Sync {
  readonly kind: 'contents' | 'hierarchy';
  readonly upload: StateUpload;
  parts(): Iterable<FastTransferPart>;
  /** The state that covers what has been sent so far. */
  checkpoint(): SyncState;
}

/** What a sync is asked for. */
export interface SyncOptions {
  readonly mailbox: Mailbox;
  readonly folderId: number;
  readonly encoder: PropertyEncoder;
  readonly filter: PropertyFilter;
  readonly syncFlags: number;
  readonly extraFlags: number;
  readonly sendOptions: number;
}

/** A set of ids as sync tells them: by replica id. */
export function idsetProperty(tag: (typeof syncTag)[keyof typeof syncTag], ids: IdSet): EncodedProperty[] {
  return ids.isEmpty ? [] : [{ tag, value: idSetsByReplicaId.encode(idSetsOf(ownReplica, ids)) }];
}

/** deletions: absent if there are none. [MS-OXCFXICS] 2.2.4.3.3 */
export function deletionParts(properties: readonly EncodedProperty[]): FastTransferPart[] {
  return properties.length === 0 ? [] : [marker.incrSyncDel, ...properties];
}

/** Every change number given so far: none of them comes again, so a whole range stands for those seen. */
export const seenUpTo = (seen: IdSet, last: number): IdSet => (last < 1 ? seen : seen.copy().add(1, last));
