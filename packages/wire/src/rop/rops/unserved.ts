import { shortId } from '../../ics/index.ts';
import { le } from '../../le.ts';
import { yesNo } from '../fields.ts';
import { defineRop } from '../rop.ts';
import { taggedValue } from '../rop-value.ts';

/*
 * What a client uses to write by streams, and what belongs to permissions and rules: the mock serves none of it. It is declared
 * so that the refusal has a name, and that the ROPs behind it in the same buffer are found.
 */

/** [MS-OXCROPS] 2.2.10.2 */
export const getPermissionsTable = defineRop({
  name: 'RopGetPermissionsTable',
  id: 0x3e,
  handles: 'both',
  request: { tableFlags: le.u8 },
  response: {},
});

const change = le.struct('Change', { flags: le.u8, values: le.counted(le.u16, taggedValue) });

/** [MS-OXCROPS] 2.2.10.1 */
export const modifyPermissions = defineRop({
  name: 'RopModifyPermissions',
  id: 0x40,
  handles: 'input',
  request: { modifyFlags: le.u8, permissions: le.counted(le.u16, change) },
  response: {},
});

/** [MS-OXCROPS] 2.2.11.2 */
export const getRulesTable = defineRop({
  name: 'RopGetRulesTable',
  id: 0x3f,
  handles: 'both',
  request: { tableFlags: le.u8 },
  response: {},
});

/** [MS-OXCROPS] 2.2.11.3 */
export const updateDeferredActionMessages = defineRop({
  name: 'RopUpdateDeferredActionMessages',
  id: 0x57,
  handles: 'input',
  request: { serverEntryId: le.prefixed(le.u16), clientEntryId: le.prefixed(le.u16) },
  response: {},
});

/** [MS-OXCROPS] 2.2.12.1 */
export const fastTransferDestinationConfigure = defineRop({
  name: 'RopFastTransferDestinationConfigure',
  id: 0x53,
  handles: 'both',
  request: { sourceOperation: le.u8, copyFlags: le.u8 },
  response: {},
});

const putBufferAnswer = {
  transferStatus: le.u16,
  inProgressCount: le.u16,
  totalStepCount: le.u16,
  reserved: le.u8,
  usedSize: le.u16,
};

/** [MS-OXCROPS] 2.2.12.2 */
export const fastTransferDestinationPutBuffer = defineRop({
  name: 'RopFastTransferDestinationPutBuffer',
  id: 0x54,
  handles: 'input',
  request: { data: le.prefixed(le.u16) },
  response: putBufferAnswer,
  failureValue: { transferStatus: 0, inProgressCount: 0, totalStepCount: 0, reserved: 0, usedSize: 0 },
});

/** [MS-OXCROPS] 2.2.12.4 */
export const tellVersion = defineRop({
  name: 'RopTellVersion',
  id: 0x86,
  handles: 'input',
  request: { version: le.array(le.u16, 3) },
  response: {},
});

/** [MS-OXCROPS] 2.2.13.7 */
export const synchronizationOpenCollector = defineRop({
  name: 'RopSynchronizationOpenCollector',
  id: 0x7e,
  handles: 'both',
  request: { isContentsCollector: yesNo },
  response: {},
});

/** [MS-OXCROPS] 2.2.13.2 */
export const synchronizationImportMessageChange = defineRop({
  name: 'RopSynchronizationImportMessageChange',
  id: 0x72,
  handles: 'both',
  request: { importFlag: le.u8, values: le.counted(le.u16, taggedValue) },
  response: { messageId: shortId },
});

/** [MS-OXCROPS] 2.2.13.4 */
export const synchronizationImportHierarchyChange = defineRop({
  name: 'RopSynchronizationImportHierarchyChange',
  id: 0x73,
  handles: 'input',
  request: { hierarchyValues: le.counted(le.u16, taggedValue), values: le.counted(le.u16, taggedValue) },
  response: { folderId: shortId },
});

/** [MS-OXCROPS] 2.2.13.5 */
export const synchronizationImportDeletes = defineRop({
  name: 'RopSynchronizationImportDeletes',
  id: 0x74,
  handles: 'input',
  request: { importDeleteFlags: le.u8, values: le.counted(le.u16, taggedValue) },
  response: {},
});

const sized = le.prefixed(le.u32);

/** [MS-OXCROPS] 2.2.13.6 */
export const synchronizationImportMessageMove = defineRop({
  name: 'RopSynchronizationImportMessageMove',
  id: 0x78,
  handles: 'input',
  request: {
    sourceFolderId: sized,
    sourceMessageId: sized,
    predecessorChangeList: sized,
    destinationMessageId: sized,
    changeNumber: sized,
  },
  response: { messageId: shortId },
});

const readState = le.struct('MessageReadState', { messageId: le.prefixed(le.u16), markAsRead: yesNo });

/** [MS-OXCROPS] 2.2.13.3 */
export const synchronizationImportReadStateChanges = defineRop({
  name: 'RopSynchronizationImportReadStateChanges',
  id: 0x80,
  handles: 'input',
  request: { readStates: le.sized(le.u16, le.rest(readState)) },
  response: {},
});
