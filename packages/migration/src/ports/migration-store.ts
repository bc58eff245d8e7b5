import type { BatchRecord } from '../records/batch.ts';
import type { EndpointRecord } from '../records/endpoint.ts';
import type { ReportEntry, SkippedItem, SkippedItemKind, UserRecord } from '../records/user.ts';
import type { UserStatus } from '../states/user-states.ts';
import type { IdRange, StoreId } from './source.ts';

/** What the migration remembers. Synchronous, so that it can take part in a unit of work. */
export interface MigrationStore {
  readonly endpoints: RecordTable<EndpointRecord>;
  readonly batches: RecordTable<BatchRecord>;
  readonly users: UserTable;
  readonly ledger: Ledger;
  readonly skipped: SkippedItems;
  readonly report: ReportLines;
  readonly untoldPasswords: UntoldPasswords;
  readonly settings: Settings;
}

export type SettingName = 'maxNumberOfBatches' | 'maxConcurrentMigrations';

/** What Set-MigrationConfig sets. */
export interface Settings {
  get(name: SettingName): number | undefined;
  set(name: SettingName, value: number): void;
}

export interface RecordTable<T extends { guid: string }> {
  insert(record: T): void;
  update(guid: string, changes: Partial<Omit<T, 'guid'>>): void;
  remove(guid: string): void;
  get(guid: string): T | undefined;
  /** Oldest first. */
  list(): T[];
}

/** The users of all batches. */
export interface UserTable extends Omit<RecordTable<UserRecord>, 'list'> {
  /** In the order of their making. */
  list(filter?: UserFilter): UserRecord[];
  /** The user made from this directory object, whatever its batch. */
  findBySource(sourceId: string): UserRecord | undefined;
  /** How many users of a batch (or of all) stand in each state. */
  tally(batchGuid?: string): { status: UserStatus; count: number; provisioned: number }[];
}

/** Which users are wanted; what is absent does not narrow. */
export interface UserFilter {
  readonly batchGuid?: string | undefined;
  readonly status?: UserStatus | undefined;
  readonly emailAddress?: string | undefined;
}

/**
 * What was copied into each target mailbox, and the sync states. It is kept by the target mailbox, not by the user, so that
 * a batch that is removed and made anew copies nothing twice.
 */
export interface Ledger {
  open(mailboxGuid: string): MailboxLedger;
}

/** The ledger of one target mailbox. */
export interface MailboxLedger {
  hierarchyState(): Uint8Array | undefined;
  saveHierarchyState(state: Uint8Array): void;
  folders(): LedgerFolder[];
  /** How many items were copied. */
  itemCount(): number;
  /** Gives the folder's number in the ledger. */
  saveFolder(folder: { id: StoreId; name: string; itemCount?: number | undefined }): number;
  /** Forgets a folder with its items and gives how many they were. */
  removeFolder(folder: number): number;
  saveContentsState(folder: number, state: Uint8Array): void;
  find(folder: number, id: StoreId): LedgerItem | undefined;
  record(folder: number, item: LedgerItem & { id: StoreId }): void;
  /** Forgets the items in the range and gives their target items. */
  take(folder: number, range: IdRange): number[];
  targetItems(folder: number, range: IdRange): number[];
}

/** A folder that was copied, with how far its contents are. */
export interface LedgerFolder {
  readonly number: number;
  readonly id: StoreId;
  readonly name: string;
  readonly itemCount: number | undefined;
  readonly contentsState: Uint8Array | undefined;
}

/** An item that was copied: its version at the source, and the copy's number. */
export interface LedgerItem {
  readonly changeKey: Uint8Array;
  readonly targetItem: number;
}

/** The items that syncs left out; as many entries as users' counts say. */
export interface SkippedItems {
  /** A second failure of the same item takes the place of the first. */
  add(item: SkippedItem): void;
  /** The item came through after all, or is gone from the source. */
  resolve(userGuid: string, ids: IdRange): void;
  /** The folder is gone from the source. */
  resolveFolder(userGuid: string, folderId: StoreId): void;
  /** All is copied anew. */
  clear(userGuid: string): void;
  list(userGuid: string): SkippedItem[];
  count(userGuid: string): number;
  /** By user; who has none is not in it. */
  counts(): ReadonlyMap<string, number>;
  countKind(userGuid: string, kind: SkippedItemKind): number;
}

/** First passwords that no mail had told when their users were removed; a later batch tells them. */
export interface UntoldPasswords {
  /** That of a mailbox, sealed for the user of `userGuid`; it is kept no longer. */
  take(targetGuid: string): { readonly userGuid: string; readonly sealedPassword: Uint8Array } | undefined;
}

/** The lines of the reports of batches and users. */
export interface ReportLines {
  add(entry: ReportEntry): void;
  /** Oldest first. */
  list(filter: { batchGuid: string; userGuid?: string | undefined }): ReportEntry[];
}
