import type { ContentsChange, ContentsSync } from './contents-sync.ts';
import type { Replicas } from './object-id.ts';
import type { SyncState } from './sync-state.ts';
import type { SyncStream } from './sync-stream.ts';
/** How a sync is begun, and what is to be told when it is over. */
export interface ContentsSyncPort {
    begin(): Promise<{
        stream: SyncStream;
        end: () => void;
    }>;
}
/** A contents sync that begins with the first pull. */
export declare class StoreContentsSync implements ContentsSync {
    #private;
    constructor(replicas: Replicas, state: SyncState | undefined, port: ContentsSyncPort);
    get state(): SyncState | undefined;
    checkpoint(): SyncState;
    next(): Promise<ContentsChange | undefined>;
    close(): Promise<void>;
    [Symbol.asyncIterator](): AsyncGenerator<ContentsChange>;
    [Symbol.asyncDispose](): Promise<void>;
}
