import { type ObjectIdRange, type Replicas } from './object-id.ts';
import { type SyncState } from './sync-state.ts';
/** Keeps a state that covers what was read so far of a sync, from the ids and change numbers. [MS-OXCFXICS] 3.3.5.2.1 */
export declare class StateTracker {
    #private;
    constructor(state: SyncState | undefined, replicas: Replicas);
    /** An item was read to its end. */
    add(item: {
        mid: Uint8Array;
        changeNumber: Uint8Array;
        associated: boolean;
    }): void;
    /** Items were reported as deleted. */
    remove(ranges: readonly ObjectIdRange[]): void;
    state(): SyncState;
}
