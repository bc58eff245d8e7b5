import { le } from '../../le.ts';
import { tags } from '../fields.ts';
import { sizedRestriction } from '../restriction.ts';
import { defineRop } from '../rop.ts';

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
