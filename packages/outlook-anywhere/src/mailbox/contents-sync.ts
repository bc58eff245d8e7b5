import type { SdkError } from '@cutover/base';
import type { ObjectId, ObjectIdRange } from './object-id.ts';
import type { SyncState } from './sync-state.ts';

/**
 * The changes of one folder, pulled one by one; one answer of the server (256 KB) is read ahead, no more.
 * Leaving the loop early ends the download; `checkpoint` then tells how far it came.
 */
export interface ContentsSync extends AsyncIterable<ContentsChange>, AsyncDisposable {
  /** The next change, undefined after the last. What was not read of the item before is skipped. */
  next(): Promise<ContentsChange | undefined>;
  /**
   * The state after everything up to here; defined only when `next` has answered undefined.
   * Items reported as `failed` are not in it, so the next sync brings them again.
   */
  readonly state: SyncState | undefined;
  /**
   * A state that covers the items handed over and read to their end so far, to go on from after a break. It is made here from
   * their ids and change numbers, without a call. [MS-OXCFXICS] 3.3.5.2.1
   */
  checkpoint(): SyncState;
  close(): Promise<void>;
}

/** One step of a contents sync. Items come first, then deletions and read-state changes. */
export type ContentsChange = ItemChange | FailedItem | DeletedItems | ReadStateChange;

/** A new or changed item. */
export interface ItemChange {
  readonly kind: 'item';
  readonly header: ItemHeader;
  readonly content: ItemContent;
}

/** What the server tells of an item before its content. [MS-OXCFXICS] 2.2.4.3.11 */
export interface ItemHeader {
  readonly id: ObjectId;
  /** PidTagMid: replid and counter, 8 bytes as on the wire. */
  readonly mid: Uint8Array;
  readonly sourceKey: Uint8Array;
  readonly changeKey: Uint8Array;
  /** PidTagChangeNumber: 8 bytes as on the wire. */
  readonly changeNumber: Uint8Array;
  /** PidTagMessageSize in bytes. */
  readonly size: number;
  /** A hidden (associated) item: view, rule, form or setting of the folder. */
  readonly associated: boolean;
  readonly lastModified: Date | undefined;
}

/**
 * The item's messageContent, byte for byte as FastTransfer wrote it, names of named properties included: it can be stored and read
 * again without the server. It can be iterated once; each chunk is a view that is valid until the next chunk is asked for.
 * The iteration throws `outlookAnywhere.itemUnreadable` if the server gives the item up halfway; the sync then goes on with the next.
 * [MS-OXCFXICS] 2.2.4.3.15
 */
export type ItemContent = AsyncIterable<Uint8Array>;

/** An item that the server could not read. */
export interface FailedItem {
  readonly kind: 'failed';
  /** Absent if the server did not say which. */
  readonly id?: ObjectId | undefined;
  readonly error: SdkError;
}

/** Items that are no longer in the folder: deleted, or moved and new elsewhere. */
export interface DeletedItems {
  readonly kind: 'deleted';
  readonly ranges: readonly ObjectIdRange[];
}

/** Items whose read mark changed and nothing else. */
export interface ReadStateChange {
  readonly kind: 'readState';
  readonly read: readonly ObjectIdRange[];
  readonly unread: readonly ObjectIdRange[];
}
