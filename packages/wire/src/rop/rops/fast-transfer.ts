import { shortId } from '../../ics/index.ts';
import { le } from '../../le.ts';
import { errorCode } from '../error-code.ts';
import { room, tags } from '../fields.ts';
import { defineRop } from '../rop.ts';

/** How strings come, and whether errors are written into the stream. [MS-OXCFXICS] 2.2.3.1.1.1.2 */
export const sendOption = {
  unicode: 0x01,
  useCpid: 0x02,
  recoverMode: 0x04,
  forceUnicode: 0x08,
  partialItem: 0x10,
} as const;

/** [MS-OXCFXICS] 2.2.3.1.1.4.1 */
export const copyFolderFlag = { move: 0x01, copySubfolders: 0x10 } as const;
/** Of RopFastTransferSourceCopyMessages. [MS-OXCFXICS] 2.2.3.1.1.3.1 */
export const copyMessagesFlag = { move: 0x01, bestBody: 0x10, sendEntryId: 0x20 } as const;

/** [MS-OXCROPS] 2.2.12.7 */
export const fastTransferSourceCopyMessages = defineRop({
  name: 'RopFastTransferSourceCopyMessages',
  id: 0x4b,
  handles: 'both',
  request: { messageIds: le.counted(le.u16, shortId), copyFlags: le.u8, sendOptions: le.u8 },
  response: {},
});

/** [MS-OXCROPS] 2.2.12.5 */
export const fastTransferSourceCopyFolder = defineRop({
  name: 'RopFastTransferSourceCopyFolder',
  id: 0x4c,
  handles: 'both',
  request: { copyFlags: le.u8, sendOptions: le.u8 },
  response: {},
});

/** `tags` are left out. [MS-OXCROPS] 2.2.12.6 */
export const fastTransferSourceCopyTo = defineRop({
  name: 'RopFastTransferSourceCopyTo',
  id: 0x4d,
  handles: 'both',
  request: { level: le.u8, copyFlags: le.u32, sendOptions: le.u8, tags },
  response: {},
});

/** Only `tags` come. [MS-OXCROPS] 2.2.12.8 */
export const fastTransferSourceCopyProperties = defineRop({
  name: 'RopFastTransferSourceCopyProperties',
  id: 0x69,
  handles: 'both',
  request: { level: le.u8, copyFlags: le.u8, sendOptions: le.u8, tags },
  response: {},
});

/** How far a FastTransfer download is. [MS-OXCFXICS] 2.2.3.1.1.5.2 */
export const transferStatus = { error: 0, partial: 1, noRoom: 2, done: 3 } as const;

/** The next piece of a stream. [MS-OXCROPS] 2.2.12.4 */
export const fastTransferSourceGetBuffer = defineRop({
  name: 'RopFastTransferSourceGetBuffer',
  id: 0x4e,
  handles: 'input',
  request: { bufferSize: room(le.u16) },
  response: {
    transferStatus: le.u16,
    inProgressCount: le.u16,
    totalStepCount: le.u16,
    reserved: le.u8,
    data: le.prefixed(le.u16),
  },
  failureValue: {
    transferStatus: transferStatus.error,
    inProgressCount: 0,
    totalStepCount: 0,
    reserved: 0,
    data: new Uint8Array(),
  },
  failures: { [errorCode.serverBusy]: le.struct('Backoff', { backoffTime: le.u32 }) },
});

/** What a stream that is uploaded was made by, and so its root. [MS-OXCFXICS] 2.2.3.1.2.1.1 */
export const sourceOperation = { copyTo: 1, copyProperties: 2, copyMessages: 3, copyFolder: 4 } as const;

/** [MS-OXCROPS] 2.2.12.1 */
export const fastTransferDestinationConfigure = defineRop({
  name: 'RopFastTransferDestinationConfigure',
  id: 0x53,
  handles: 'both',
  request: { sourceOperation: le.u8, copyFlags: le.u8 },
  response: {},
});

const nothingUsed = { transferStatus: 0, inProgressCount: 0, totalStepCount: 0, reserved: 0, usedSize: 0 };

/** The next piece of a stream that is uploaded. [MS-OXCROPS] 2.2.12.2 */
export const fastTransferDestinationPutBuffer = defineRop({
  name: 'RopFastTransferDestinationPutBuffer',
  id: 0x54,
  handles: 'input',
  request: { data: le.prefixed(le.u16) },
  response: {
    transferStatus: le.u16,
    inProgressCount: le.u16,
    totalStepCount: le.u16,
    reserved: le.u8,
    usedSize: le.u16,
  },
  failureValue: nothingUsed,
});

/** The same with wider counts. [MS-OXCROPS] 2.2.12.3 */
export const fastTransferDestinationPutBufferExtended = defineRop({
  name: 'RopFastTransferDestinationPutBufferExtended',
  id: 0x9d,
  handles: 'input',
  request: { data: le.prefixed(le.u16) },
  response: {
    transferStatus: le.u16,
    inProgressCount: le.u32,
    totalStepCount: le.u32,
    reserved: le.u8,
    usedSize: le.u16,
  },
  failureValue: nothingUsed,
});

/** The version of the server at the other end of a copy between two servers. [MS-OXCROPS] 2.2.12.4 */
export const tellVersion = defineRop({
  name: 'RopTellVersion',
  id: 0x86,
  handles: 'input',
  request: { version: le.array(le.u16, 3) },
  response: {},
});
