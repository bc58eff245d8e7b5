import { type IdSets } from '@cutover/wire/ics';
/**
 * What the client knows of a folder, or of the folder tree, after a sync: opaque, stored as it is, given back at the next sync.
 * It belongs to one folder of one mailbox.
 */
export type SyncState = Uint8Array;
/** The parts of a state as the server wrote them, by their tags. */
export type StateParts = ReadonlyMap<number, Uint8Array>;
/** Puts the parts of a state into one opaque value. */
export declare function encodeSyncState(parts: StateParts): SyncState;
/** Takes a state apart again; no state is an empty one. */
export declare function decodeSyncState(state: SyncState | undefined): StateParts;
/** The sets in one part of a state. */
export declare function setsIn(parts: StateParts, tag: number): IdSets<string>;
