import type { Clock } from '@cutover/base';
import { stateTag } from '@cutover/wire/ics';
import { errors } from '../errors.ts';
import type { CallOptions } from '../options.ts';
import { type BegunSync, beginSync, type SyncRequest } from './begin-sync.ts';
import type { ContentsSync } from './contents-sync.ts';
import { countItems, type CountOptions, type FolderCount } from './count-items.ts';
import { readHierarchy } from './hierarchy-reader.ts';
import type { HierarchyChanges, Mailbox, SyncContentsOptions, WellKnownFolders } from './mailbox.ts';
import { globalIdOf, type ObjectId, type Replicas, shortIdOf } from './object-id.ts';
import { StoreContentsSync } from './store-contents-sync.ts';
import type { StoreSession } from './store-session.ts';
import { decodeSyncState, setsIn, type SyncState } from './sync-state.ts';
import { type ChunkSource, SyncStream } from './sync-stream.ts';
import { createTransferSource } from './transfer-source.ts';

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
export class StoreMailbox implements Mailbox {
  readonly legacyExchangeDN: string;
  readonly mailboxGuid: string;
  readonly wellKnownFolders: WellKnownFolders;
  readonly #parts: StoreMailboxParts;
  /** Handles that are not needed any more; they are released with the next call, as a call for that alone would be dear. */
  #idle: number[] = [];
  #closed = false;

  constructor(parts: StoreMailboxParts) {
    this.#parts = parts;
    this.legacyExchangeDN = parts.legacyExchangeDN;
    this.mailboxGuid = parts.mailboxGuid;
    this.wellKnownFolders = parts.wellKnownFolders;
  }

  async syncHierarchy(state?: SyncState, options?: CallOptions): Promise<HierarchyChanges> {
    this.#assertOwn(state);
    const top = this.wellKnownFolders.ipmSubtree;
    const begun = await this.#begin({ kind: 'hierarchy', folder: top, state, includeAssociated: false }, options);
    try {
      return await readHierarchy(new SyncStream(this.#source(begun, options)), { top, replicas: this.#parts.replicas });
    } finally {
      this.#idle.push(...begun.opened);
    }
  }

  async countItems(options?: CountOptions): Promise<ReadonlyMap<ObjectId, FolderCount>> {
    const top = this.wellKnownFolders.ipmSubtree;
    if (this.#closed) throw errors.closed({ what: 'mailbox' });
    const { counts, opened } = await countItems({ ...this.#parts, top }, options);
    this.#idle.push(...opened);
    return counts;
  }

  syncContents(folder: ObjectId, state?: SyncState, options: SyncContentsOptions = {}): ContentsSync {
    const { includeAssociated = true } = options;
    return new StoreContentsSync(this.#parts.replicas, state, {
      begin: async () => {
        const begun = await this.#begin({ kind: 'contents', folder, state, includeAssociated }, options);
        const end = (): void => void this.#idle.push(...begun.opened);
        return { stream: new SyncStream(this.#source(begun, options)), end };
      },
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#parts.session.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** A server takes the state of any tree, and would send all folders beside those of the other mailbox. */
  #assertOwn(state: SyncState | undefined): void {
    const given = setsIn(decodeSyncState(state), stateTag.idsetGiven);
    const { replicaGuid } = globalIdOf(this.wellKnownFolders.inbox);
    if (given.size > 0 && !given.has(replicaGuid)) throw errors.stateOfAnother({ mailbox: this.legacyExchangeDN });
  }

  async #begin(
    request: Pick<SyncRequest, 'kind' | 'folder' | 'includeAssociated'> & { state: SyncState | undefined },
    options?: CallOptions,
  ): Promise<BegunSync> {
    if (this.#closed) throw errors.closed({ what: 'mailbox' });
    const { session, replicas, logonHandle } = this.#parts;
    const state = decodeSyncState(request.state);
    await replicas.learnGuid(globalIdOf(request.folder).replicaGuid);
    const folderId = shortIdOf(request.folder, replicas);
    const release = this.#idle.splice(0);
    return beginSync(session, { ...request, state, folderId, logonHandle, release }, options);
  }

  #source({ handle, answers: begun }: BegunSync, options?: CallOptions): ChunkSource {
    const { session, clock } = this.#parts;
    return createTransferSource({ session, clock, handle, begun }, options);
  }
}
