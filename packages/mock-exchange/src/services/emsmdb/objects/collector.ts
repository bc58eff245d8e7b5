import { IdSet } from '@cutover/wire/ics';
import type { Folder } from '../../../store/folder.ts';
import type { Message } from '../../../store/message.ts';
import { StateUpload, type SyncState } from '../transfer/sync-state.ts';
import type { Logon } from './logon.ts';

/** What takes up a client's changes to a folder, or to the folders below it, and knows the state that follows from them. */
export class Collector {
  readonly kind = 'collector';
  readonly logon: Logon;
  readonly folderId: number;
  /** What it is about: the messages of the folder, or the folders below it. */
  readonly about: 'contents' | 'hierarchy';
  readonly upload: StateUpload;
  readonly #ids = new IdSet();
  readonly #changes = new IdSet();
  readonly #faiChanges = new IdSet();
  readonly #readChanges = new IdSet();
  readonly #gone = new IdSet();

  constructor(logon: Logon, folderId: number, about: 'contents' | 'hierarchy') {
    this.logon = logon;
    this.folderId = folderId;
    this.about = about;
    this.upload = new StateUpload(logon.mailbox.replicaGuid);
  }

  saw({ id, changeNumber, readChangeNumber, associated }: Message): void {
    this.#ids.add(id);
    (associated ? this.#faiChanges : this.#changes).add(changeNumber);
    this.#readChanges.add(readChangeNumber);
  }

  sawFolder({ id, changeNumber }: Folder): void {
    this.#ids.add(id);
    this.#changes.add(changeNumber);
  }

  sawRead({ readChangeNumber }: Message): void {
    this.#readChanges.add(readChangeNumber);
  }

  sawDeletion(id: number): void {
    this.#gone.add(id);
  }

  /** The state that the client has when it has uploaded all that it did. [MS-OXCFXICS] 3.2.5.9.4 */
  checkpoint(): SyncState {
    const { idsetGiven, cnsetSeen, cnsetSeenFai, cnsetRead } = this.upload.state;
    return {
      idsetGiven: idsetGiven.union(this.#ids).without(this.#gone),
      cnsetSeen: cnsetSeen.union(this.#changes),
      cnsetSeenFai: cnsetSeenFai.union(this.#faiChanges),
      cnsetRead: cnsetRead.union(this.#readChanges),
    };
  }
}
