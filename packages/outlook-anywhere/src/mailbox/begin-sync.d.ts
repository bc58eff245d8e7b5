import type { ShortId } from '@cutover/wire/ics';
import type { CallOptions } from '../options.ts';
import type { ObjectId } from './object-id.ts';
import type { RopAnswers, StoreSession } from './store-session.ts';
import type { StateParts } from './sync-state.ts';
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
/**
 * Opens the folder, configures the download, uploads the state and asks for the first answers: all in one call, if the state
 * is not very large. [MS-OXCFXICS] 3.3.5.2
 */
export declare function beginSync(session: StoreSession, request: SyncRequest & SyncHandles, options?: CallOptions): Promise<BegunSync>;
