import type { HierarchyChanges } from './mailbox.ts';
import { type ObjectId, type Replicas } from './object-id.ts';
import type { SyncStream } from './sync-stream.ts';
/** Where a hierarchy sync began, and what its ids mean. */
export interface HierarchyContext {
    /** The folder below which it looked. */
    readonly top: ObjectId;
    readonly replicas: Replicas;
}
/** Reads a hierarchySync stream to its end. [MS-OXCFXICS] 2.2.4.3.10 */
export declare function readHierarchy(stream: SyncStream, context: HierarchyContext): Promise<HierarchyChanges>;
