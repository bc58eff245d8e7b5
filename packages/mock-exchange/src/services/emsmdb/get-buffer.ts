import { asFits, errorCode, type RopRequestOf, rops } from '@cutover/wire/rop';
import type { ServerObject } from './objects/server-object.ts';
import { notSupported, RopFailure } from './rop-failure.ts';

type GetBufferRequest = RopRequestOf<typeof rops.fastTransferSourceGetBuffer>;

/*
 * | number | handle index | return value u32 | status u16 | done u16 | of u16 | 0 | size u16 | data …
 */
const dataAt = 15;

/** The longest piece that a count of 16 bits can tell. */
const longest = 0xffff - dataAt;

/**
 * Answers RopFastTransferSourceGetBuffer into `target`, the stream's piece directly at its place: the one ROP whose data
 * are worth not copying. Tells how many bytes it wrote and the transfer's status. [MS-OXCROPS] 2.2.12.4
 */
export function writeGetBuffer(
  object: ServerObject | undefined,
  { inputIndex, bufferSize }: GetBufferRequest,
  target: Buffer,
): { size: number; status: number } {
  if (object === undefined) throw new RopFailure(errorCode.nullObject);
  if (object.kind !== 'download') throw notSupported();
  const { download } = object;
  const wanted = bufferSize.size === asFits ? (bufferSize.maximum ?? 0) : bufferSize.size;
  const room = Math.min(wanted, target.length - dataAt, longest);
  if (room <= 0) throw new RopFailure(errorCode.bufferTooSmall);
  const { size, status } = download.next(target.subarray(dataAt, dataAt + room));
  target[0] = rops.fastTransferSourceGetBuffer.id;
  target[1] = inputIndex;
  target.writeUInt32LE(errorCode.success, 2);
  target.writeUInt16LE(status, 6);
  // For a bar on a screen only; 16 bits are soon full.
  target.writeUInt16LE(Math.min(download.pieces, 0xffff), 8);
  target.writeUInt16LE(Math.min(download.pieces, 0xffff), 10);
  target[12] = 0;
  target.writeUInt16LE(size, 13);
  return { size: dataAt + size, status };
}
