import { emsmdb } from '@cutover/wire/emsmdb';
import { pidTag } from '@cutover/wire/properties';
import { openFlag, publicRops, rops } from '@cutover/wire/rop';
import { open, place, StoreScript } from './record-store.ts';
import { type Conversation, record } from './recording.ts';

const onLogon = { inputIndex: place.logon };
const onTable = { inputIndex: place.table };

/** A session that reads public folders, and says what was read there. */
export function recordPublicFolders(proxyPort: number): Promise<Conversation> {
  return record(proxyPort, { port: 6001, interface: emsmdb }, async (recorder) => {
    const script = new StoreScript(recorder, await open(recorder));
    const logon = { logonFlags: 0, openFlags: openFlag.public, storeState: 0, essdn: '' };
    const { folderIds, replicaGuid } = (await script.run(publicRops.logon, logon, { outputIndex: place.logon }))!;
    const folderId = folderIds[1]!;
    const at = { ...onLogon, outputIndex: place.folder };
    await script.run(rops.openFolder, { folderId, openModeFlags: 0 }, at);
    await script.run(rops.getHierarchyTable, { tableFlags: 4 }, { inputIndex: place.folder, outputIndex: place.table });
    const tags = [pidTag.displayName, pidTag.contentUnreadCount, pidTag.messageSizeExtended];
    await script.run(rops.setColumns, { setColumnsFlags: 0, tags }, onTable);
    await script.run(rops.queryRows, { queryRowsFlags: 0, forwardRead: true, rowCount: 10 }, onTable);
    await script.run(rops.getOwningServers, { folderId }, onLogon);
    await script.run(rops.publicFolderIsGhosted, { folderId }, onLogon);
    const folder = { replicaGuid, counter: folderId.counter };
    const reading = { folderId: folder, reserved: 0, dataOffset: 0, maxDataSize: 0 };
    const read = await script.run(rops.readPerUserInformation, reading, onLogon);
    const information = { folderId: folder, hasFinished: true, dataOffset: 0, data: read?.data ?? new Uint8Array() };
    await script.run(publicRops.writePerUserInformation, { information }, onLogon);
  });
}
