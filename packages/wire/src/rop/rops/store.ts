import { type Codec, defineCodec } from '../../codec.ts';
import { emptyGuid } from '../../guid.ts';
import { type GlobalId, longTermId, shortId } from '../../ics/index.ts';
import { le } from '../../le.ts';
import { yesNo } from '../fields.ts';
import { defineRop } from '../rop.ts';

/** [MS-OXCROPS] 2.2.3.2 */
export const getReceiveFolder = defineRop({
  name: 'RopGetReceiveFolder',
  id: 0x27,
  handles: 'input',
  request: { messageClass: le.latin1z },
  response: { folderId: shortId, explicitMessageClass: le.latin1z },
});

/** [MS-OXCROPS] 2.2.3.3 */
export const setReceiveFolder = defineRop({
  name: 'RopSetReceiveFolder',
  id: 0x26,
  handles: 'input',
  request: { folderId: shortId, messageClass: le.latin1z },
  response: {},
});

/** A PropertyRow of these three columns, in its short form. [MS-OXCROPS] 2.2.3.4.2.1 */
const receiveFolder = le.struct('ReceiveFolderRow', {
  form: le.constant(le.u8, 0),
  folderId: shortId,
  messageClass: le.latin1z,
  changedAt: le.u64,
});

/** [MS-OXCROPS] 2.2.3.4 */
export const getReceiveFolderTable = defineRop({
  name: 'RopGetReceiveFolderTable',
  id: 0x68,
  handles: 'input',
  request: {},
  response: { rows: le.counted(le.u32, receiveFolder) },
});

/** [MS-OXCROPS] 2.2.3.5 */
export const getStoreState = defineRop({
  name: 'RopGetStoreState',
  id: 0x7b,
  handles: 'input',
  request: {},
  response: { storeState: le.u32 },
});

/** [MS-OXCROPS] 2.2.3.7 */
export const publicFolderIsGhosted = defineRop({
  name: 'RopPublicFolderIsGhosted',
  id: 0x45,
  handles: 'input',
  request: { folderId: shortId },
  response: { isGhosted: yesNo },
});

/** [MS-OXCROPS] 2.2.3.6 */
export const getOwningServers = defineRop({
  name: 'RopGetOwningServers',
  id: 0x42,
  handles: 'input',
  request: { folderId: shortId },
  response: { count: le.u16, cheapCount: le.u16, servers: le.rest(le.latin1z) },
});

/** [MS-OXCROPS] 2.2.3.10 */
export const getPerUserLongTermIds = defineRop({
  name: 'RopGetPerUserLongTermIds',
  id: 0x60,
  handles: 'input',
  request: { databaseGuid: le.guid },
  response: { longTermIds: le.counted(le.u16, longTermId) },
});

/** [MS-OXCROPS] 2.2.3.11 */
export const getPerUserGuid = defineRop({
  name: 'RopGetPerUserGuid',
  id: 0x61,
  handles: 'input',
  request: { longTermId },
  response: { databaseGuid: le.guid },
});

/** [MS-OXCROPS] 2.2.3.12 */
export const readPerUserInformation = defineRop({
  name: 'RopReadPerUserInformation',
  id: 0x63,
  handles: 'input',
  request: { folderId: longTermId, reserved: le.u8, dataOffset: le.u32, maxDataSize: le.u16 },
  response: { hasFinished: yesNo, data: le.prefixed(le.u16) },
});

/** Such data as the client writes into a mailbox is of another store, so its first piece names the database. */
export interface PerUserInformation {
  readonly folderId: GlobalId;
  readonly hasFinished: boolean;
  readonly dataOffset: number;
  readonly data: Uint8Array;
  /** There exactly if `dataOffset` is 0, and the logon one to a mailbox. */
  readonly replicaGuid?: string;
}

/** Without the name of the database, as public folders' own server is told. */
const perUserData: Codec<PerUserInformation> = le.struct('PerUserInformation', {
  folderId: longTermId,
  hasFinished: yesNo,
  dataOffset: le.u32,
  data: le.prefixed(le.u16),
});

const perUserInformation: Codec<PerUserInformation> = defineCodec<PerUserInformation>({
  leastSize: perUserData.leastSize,
  read: (reader) => {
    const written = perUserData.read(reader);
    return written.dataOffset === 0 ? { ...written, replicaGuid: reader.guid() } : written;
  },
  write: (writer, value) => {
    perUserData.write(writer, value);
    if (value.dataOffset === 0) le.guid.write(writer, value.replicaGuid ?? emptyGuid);
  },
});

/** [MS-OXCROPS] 2.2.3.13 */
export const writePerUserInformation = defineRop({
  name: 'RopWritePerUserInformation',
  id: 0x64,
  handles: 'input',
  request: { information: perUserInformation },
  response: {},
});

/** The same as it is sent to a logon to public folders. [MS-OXCSTOR] 2.2.1.13.1 */
export const writePublicPerUserInformation = defineRop({
  name: 'RopWritePerUserInformation',
  id: writePerUserInformation.id,
  handles: 'input',
  request: { information: perUserData },
  response: {},
});
