import type { StoredProperty } from '@cutover/content';
import { type FastTransferPart, marker } from '@cutover/wire/fasttransfer';
import { IdSet, syncTag } from '@cutover/wire/ics';
import { pidTag } from '@cutover/wire/properties';
import { syncExtraFlag, syncFlag } from '@cutover/wire/rop';
import type { Folder } from '../../../store/folder.ts';
import { folderKeys, ownFolderProperties } from '../objects/folder-properties.ts';
import { idValue, keyOf } from '../objects/ids.ts';
import { isSearchFolder } from '../objects/search-folder.ts';
import { stateParts, StateUpload, type SyncState } from './sync-state.ts';
import { deletionParts, idsetProperty, seenUpTo, type Sync, type SyncOptions } from './sync.ts';

/** Folders below one folder that changed, and those that are gone. [MS-OXCFXICS] 2.2.4.3.13 */
export class HierarchySync implements Sync {
  readonly kind = 'hierarchy';
  readonly upload: StateUpload;
  readonly #options: SyncOptions;
  readonly #sent = new IdSet();
  readonly #seen = new IdSet();
  #deleted = new IdSet();

  constructor(options: SyncOptions) {
    this.#options = options;
    this.upload = new StateUpload(options.mailbox.replicaGuid);
  }

  *parts(): Generator<FastTransferPart> {
    const { mailbox, folderId, syncFlags } = this.#options;
    const { idsetGiven, cnsetSeen } = this.upload.state;
    const last = mailbox.lastChangeNumber;
    const folders = mailbox.descendants(folderId).filter((folder) => !isSearchFolder(folder));
    for (const folder of folders) {
      if (cnsetSeen.has(folder.changeNumber) && idsetGiven.has(folder.id)) continue;
      yield marker.incrSyncChg;
      yield* this.#options.encoder.encodeAll(this.#change(folder));
      this.#sent.add(folder.id);
      this.#seen.add(folder.changeNumber);
    }
    const gone = idsetGiven.without(IdSet.ofIds(folders.map(({ id }) => id)));
    if ((syncFlags & syncFlag.noDeletions) === 0) this.#deleted = gone;
    yield* deletionParts(idsetProperty(syncTag.idsetDeleted, this.#deleted));
    const state = { ...this.checkpoint(), cnsetSeen: seenUpTo(cnsetSeen, last) };
    yield* stateParts(state, { replicaGuid: mailbox.replicaGuid, kind: this.kind });
    yield marker.incrSyncEnd;
  }

  checkpoint(): SyncState {
    const { state } = this.upload;
    return {
      ...state,
      idsetGiven: state.idsetGiven.union(this.#sent).without(this.#deleted),
      cnsetSeen: state.cnsetSeen.union(this.#seen),
    };
  }

  /** folderChange: a folder directly below the root of the sync has no parent key. */
  #change(folder: Folder): StoredProperty[] {
    const { mailbox, folderId, syncFlags, extraFlags, filter } = this.#options;
    const parentId = folder.parentId ?? folderId;
    const parentKey = parentId === folderId ? new Uint8Array() : keyOf(mailbox, parentId);
    const properties: StoredProperty[] = [
      { tag: pidTag.parentSourceKey, value: parentKey },
      ...folderKeys(mailbox, folder),
      { tag: pidTag.displayName, value: folder.name },
    ];
    if ((extraFlags & syncExtraFlag.eid) !== 0) properties.push({ tag: pidTag.folderId, value: idValue(folder.id) });
    if ((syncFlags & syncFlag.noForeignIdentifiers) !== 0) {
      properties.push({ tag: pidTag.parentFolderId, value: idValue(parentId) });
    }
    return [...properties, ...ownFolderProperties(mailbox, folder).filter(({ tag }) => filter.includes(tag))];
  }
}
