import type { ContentsChange } from './contents-sync.ts';
import { type ObjectIdRange, type Replicas } from './object-id.ts';
import type { StateTracker } from './state-tracker.ts';
import { type SyncState } from './sync-state.ts';
import type { SyncStream } from './sync-stream.ts';
/** Reads a contentsSync stream change by change. [MS-OXCFXICS] 2.2.4.3.6 */
export declare class ContentsReader {
    #private;
    constructor(stream: SyncStream, replicas: Replicas, tracker: StateTracker);
    /** The final state, once `next` has answered undefined. */
    get state(): SyncState | undefined;
    next(): Promise<ContentsChange | undefined>;
}
/** The ranges in one of the sets that a sync tells. */
export declare function readRanges(bytes: Uint8Array | undefined, replicas: Replicas): Promise<ObjectIdRange[]>;
/** Reads the block after IncrSyncStateBegin and the end of the stream. [MS-OXCFXICS] 2.2.4.3.25 */
export declare function readFinalState(stream: SyncStream): Promise<SyncState>;
/** A FILETIME as a date; undefined if it is none. */
export declare function dateOf(bytes: Uint8Array | undefined): Date | undefined;
