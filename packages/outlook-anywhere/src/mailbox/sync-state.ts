/**
 * What the client knows of a folder, or of the folder tree, after a sync: opaque, stored as it is, given back at the next sync.
 * It belongs to one folder of one mailbox.
 */
export type SyncState = Uint8Array;
