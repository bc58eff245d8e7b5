import type { Clock } from '@cutover/base';
import type { CallOptions } from '../options.ts';
import type { ContentsSync } from './contents-sync.ts';
import type { HierarchyChanges, Mailbox, SyncContentsOptions, WellKnownFolders } from './mailbox.ts';
import { type ObjectId, type Replicas } from './object-id.ts';
import type { StoreSession } from './store-session.ts';
import { type SyncState } from './sync-state.ts';
/** What a logged-on mailbox is made of. */
export interface StoreMailboxParts {
    readonly session: StoreSession;
    readonly clock: Clock;
    readonly replicas: Replicas;
    readonly logonHandle: number;
    readonly legacyExchangeDN: string;
    readonly mailboxGuid: string;
    readonly wellKnownFolders: WellKnownFolders;
}
/** A mailbox read by the store's synchronization. */
export declare class StoreMailbox implements Mailbox {
    #private;
    readonly legacyExchangeDN: string;
    readonly mailboxGuid: string;
    readonly wellKnownFolders: WellKnownFolders;
    constructor(parts: StoreMailboxParts);
    syncHierarchy(state?: SyncState, options?: CallOptions): Promise<HierarchyChanges>;
    syncContents(folder: ObjectId, state?: SyncState, options?: SyncContentsOptions): ContentsSync;
    close(): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}
