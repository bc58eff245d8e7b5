import type { CallOptions } from '../options.ts';
import type { ContentsSync } from './contents-sync.ts';
import type { CountOptions, FolderCount } from './count-items.ts';
import type { ObjectId, ObjectIdRange } from './object-id.ts';
import type { SyncState } from './sync-state.ts';

/** Which mailbox, and by which right. */
export interface OpenMailboxOptions extends CallOptions {
  readonly legacyExchangeDN: string;
  /** Asks for the administrator's rights on the database (Receive As); false asks for Full Access alone. Default true. */
  readonly asAdministrator?: boolean | undefined;
}

/**
 * An opened mailbox on an RPC connection of its own; `close` or `await using` frees it. Calls that come together are made one after the
 * other, so several folders may be read side by side. An abort or a time-out in the middle of a call closes the mailbox.
 */
export interface Mailbox extends AsyncDisposable {
  readonly legacyExchangeDN: string;
  readonly mailboxGuid: string;
  /** Ids of the folders that every mailbox has. */
  readonly wellKnownFolders: WellKnownFolders;
  /** Folders below the top of the user's folders (the IPM subtree) that changed since `state`, all without it. Parents come first. */
  syncHierarchy(state?: SyncState, options?: CallOptions): Promise<HierarchyChanges>;
  /** What the folders below the top of the user's folders hold now. */
  countItems(options?: CountOptions): Promise<ReadonlyMap<ObjectId, FolderCount>>;
  /** Items of a folder that changed since `state`, all without it, as a stream. */
  syncContents(folder: ObjectId, state?: SyncState, options?: SyncContentsOptions): ContentsSync;
  close(): Promise<void>;
}

/** What to read of a folder's items. */
export interface SyncContentsOptions extends CallOptions {
  /** Also reads the folder's hidden (associated) items. Default true. */
  readonly includeAssociated?: boolean | undefined;
}

/** The folders named in the logon answer. [MS-OXCSTOR] 2.2.1.1.3 */
export interface WellKnownFolders {
  readonly root: ObjectId;
  readonly deferredAction: ObjectId;
  readonly spoolerQueue: ObjectId;
  readonly ipmSubtree: ObjectId;
  readonly inbox: ObjectId;
  readonly outbox: ObjectId;
  readonly sentItems: ObjectId;
  readonly deletedItems: ObjectId;
  readonly commonViews: ObjectId;
  readonly schedule: ObjectId;
  readonly search: ObjectId;
  readonly views: ObjectId;
  readonly shortcuts: ObjectId;
}

/** One folder as it is now. */
export interface FolderChange {
  readonly id: ObjectId;
  /** Id of the folder above; `wellKnownFolders.ipmSubtree` for the topmost. */
  readonly parentId: ObjectId;
  readonly displayName: string;
  /** `IPF.Note`, `IPF.Contact`, `IPF.Appointment`, …; empty if the folder has none. */
  readonly containerClass: string;
  readonly lastModified: Date | undefined;
  /** The folder's properties as FastTransfer wrote them; `decodeProperties` reads them. */
  readonly content: Uint8Array;
}

/** What a hierarchy sync brought. */
export interface HierarchyChanges {
  readonly folders: readonly FolderChange[];
  readonly deleted: readonly ObjectIdRange[];
  readonly state: SyncState;
}
