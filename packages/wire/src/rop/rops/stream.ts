import { le } from '../../le.ts';
import { errorCode } from '../error-code.ts';
import { room } from '../fields.ts';
import { defineRop } from '../rop.ts';

/** [MS-OXCROPS] 2.2.9.1 */
export const openStream = defineRop({
  name: 'RopOpenStream',
  id: 0x2b,
  handles: 'both',
  request: { tag: le.u32, openModeFlags: le.u8 },
  response: { streamSize: le.u32 },
});

/** [MS-OXCROPS] 2.2.9.2 */
export const readStream = defineRop({
  name: 'RopReadStream',
  id: 0x2c,
  handles: 'input',
  request: { byteCount: room(le.u32) },
  response: { data: le.prefixed(le.u16) },
  failureValue: { data: new Uint8Array() },
});

/** [MS-OXCROPS] 2.2.9.6 */
export const getStreamSize = defineRop({
  name: 'RopGetStreamSize',
  id: 0x5e,
  handles: 'input',
  request: {},
  response: { streamSize: le.u32 },
});

/** What a stream is opened for. [MS-OXCPRPT] 2.2.14.1 */
export const openStreamMode = { readOnly: 0, readWrite: 1, create: 2, bestAccess: 3 } as const;

const writing = { request: { data: le.prefixed(le.u16) }, response: { writtenSize: le.u16 } };
const nothingWritten = { writtenSize: 0 };

/** [MS-OXCROPS] 2.2.9.3 */
export const writeStream = defineRop({
  name: 'RopWriteStream',
  id: 0x2d,
  handles: 'input',
  ...writing,
  failureValue: nothingWritten,
});

/** The same with a wider count. [MS-OXCROPS] 2.2.9.4 */
export const writeStreamExtended = defineRop({
  name: 'RopWriteStreamExtended',
  id: 0xa3,
  handles: 'input',
  request: { data: le.prefixed(le.u16) },
  response: { writtenSize: le.u32 },
  failureValue: nothingWritten,
});

/**
 * Its answer is that of RopWriteStream, number and all: so Microsoft's own test suite takes it from Exchange 2007, though the text has
 * its own number there. [MS-OXCROPS] 2.2.9.13.2
 */
export const writeAndCommitStream = defineRop({
  name: 'RopWriteAndCommitStream',
  id: 0x90,
  answerId: writeStream.id,
  handles: 'input',
  ...writing,
  failureValue: nothingWritten,
});

/** [MS-OXCROPS] 2.2.9.5 */
export const commitStream = defineRop({
  name: 'RopCommitStream',
  id: 0x5d,
  handles: 'input',
  request: {},
  response: {},
});

/** [MS-OXCROPS] 2.2.9.7 */
export const setStreamSize = defineRop({
  name: 'RopSetStreamSize',
  id: 0x2f,
  handles: 'input',
  request: { streamSize: le.u64 },
  response: {},
});

/** What an offset counts from. [MS-OXCPRPT] 2.2.20.1 */
export const seekOrigin = { beginning: 0, current: 1, end: 2 } as const;

/** [MS-OXCROPS] 2.2.9.8 */
export const seekStream = defineRop({
  name: 'RopSeekStream',
  id: 0x2e,
  handles: 'input',
  request: { origin: le.u8, offset: le.i64 },
  response: { newPosition: le.u64 },
});

/** [MS-OXCROPS] 2.2.9.9 */
export const copyToStream = defineRop({
  name: 'RopCopyToStream',
  id: 0x3a,
  handles: 'input',
  request: { destinationIndex: le.u8, byteCount: le.u64 },
  response: { readByteCount: le.u64, writtenByteCount: le.u64 },
  failureValue: { readByteCount: 0n, writtenByteCount: 0n },
  replacements: {
    [errorCode.nullDestination]: le.struct('NoDestination', {
      destinationIndex: le.u32,
      readByteCount: le.u64,
      writtenByteCount: le.u64,
    }),
  },
});

const region = { offset: le.u64, size: le.u64, lockFlags: le.u32 };

/** [MS-OXCROPS] 2.2.9.10 */
export const lockRegionStream = defineRop({
  name: 'RopLockRegionStream',
  id: 0x5b,
  handles: 'input',
  request: region,
  response: {},
});

/** [MS-OXCROPS] 2.2.9.11 */
export const unlockRegionStream = defineRop({
  name: 'RopUnlockRegionStream',
  id: 0x5c,
  handles: 'input',
  request: region,
  response: {},
});

/** [MS-OXCROPS] 2.2.9.12 */
export const cloneStream = defineRop({
  name: 'RopCloneStream',
  id: 0x3b,
  handles: 'both',
  request: {},
  response: {},
});
