import { longTermId, shortId } from '../../ics/index.ts';
import { le } from '../../le.ts';
import { tags, yesNo } from '../fields.ts';
import { sizedRestriction } from '../restriction.ts';
import { defineRop } from '../rop.ts';
import { taggedValue } from '../rop-value.ts';

/** What a synchronization brings. [MS-OXCFXICS] 2.2.3.2.1.1.1 */
export const syncType = { contents: 0x01, hierarchy: 0x02 } as const;

/** What a sync is asked for. [MS-OXCFXICS] 2.2.3.2.1.1.1 */
export const syncFlag = {
  unicode: 0x0001,
  noDeletions: 0x0002,
  ignoreNoLongerInScope: 0x0004,
  readState: 0x0008,
  fai: 0x0010,
  normal: 0x0020,
  onlySpecifiedProperties: 0x0080,
  noForeignIdentifiers: 0x0100,
  reserved: 0x1000,
  bestBody: 0x2000,
  ignoreSpecifiedOnFai: 0x4000,
  progress: 0x8000,
} as const;

/** What every change is to tell of itself. [MS-OXCFXICS] 2.2.3.2.1.1.1 */
export const syncExtraFlag = { eid: 1, messageSize: 2, changeNumber: 4, orderByDeliveryTime: 8 } as const;

/** `tags` are left out, or with the flag OnlySpecifiedProperties alone come. [MS-OXCROPS] 2.2.13.1 */
export const synchronizationConfigure = defineRop({
  name: 'RopSynchronizationConfigure',
  id: 0x70,
  handles: 'both',
  request: {
    synchronizationType: le.u8,
    sendOptions: le.u8,
    synchronizationFlags: le.u16,
    restriction: sizedRestriction,
    synchronizationExtraFlags: le.u32,
    tags,
  },
  response: {},
});

/** [MS-OXCROPS] 2.2.13.9 */
export const synchronizationUploadStateStreamBegin = defineRop({
  name: 'RopSynchronizationUploadStateStreamBegin',
  id: 0x75,
  handles: 'input',
  request: { stateProperty: le.u32, transferBufferSize: le.u32 },
  response: {},
});

/** [MS-OXCROPS] 2.2.13.10 */
export const synchronizationUploadStateStreamContinue = defineRop({
  name: 'RopSynchronizationUploadStateStreamContinue',
  id: 0x76,
  handles: 'input',
  request: { streamData: le.prefixed(le.u32) },
  response: {},
});

/** [MS-OXCROPS] 2.2.13.11 */
export const synchronizationUploadStateStreamEnd = defineRop({
  name: 'RopSynchronizationUploadStateStreamEnd',
  id: 0x77,
  handles: 'input',
  request: {},
  response: {},
});

/** Makes a source that tells the state as it is now. [MS-OXCROPS] 2.2.13.8 */
export const synchronizationGetTransferState = defineRop({
  name: 'RopSynchronizationGetTransferState',
  id: 0x82,
  handles: 'both',
  request: {},
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

/** What the message of an import is, and what becomes of a conflict. [MS-OXCFXICS] 2.2.3.2.4.2.1 */
export const importFlag = { associated: 0x10, failOnConflict: 0x40 } as const;

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

/** What an upload of deletions names, and how they are deleted. [MS-OXCFXICS] 2.2.3.2.4.5.1 */
export const importDeleteFlag = { hierarchy: 0x01, hard: 0x02 } as const;

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

const range = le.struct('LongTermIdRange', { first: longTermId, last: longTermId });

/** Ids that a client had set aside and will not use. [MS-OXCROPS] 2.2.13.12 */
export const setLocalReplicaMidsetDeleted = defineRop({
  name: 'RopSetLocalReplicaMidsetDeleted',
  id: 0x93,
  handles: 'input',
  request: { ranges: le.sized(le.u16, le.counted(le.u32, range)) },
  response: {},
});
