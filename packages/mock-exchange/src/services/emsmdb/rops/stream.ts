import { type ByteSource, isStreamed, type StoredProperty } from '@cutover/content';
import { propertyType as t, type PropertyTag, type PropertyValue, typeOfTag } from '@cutover/wire/properties';
import { errorCode, type Room, rops } from '@cutover/wire/rop';
import { bagOf } from '../objects/bag-of.ts';
import { convert, findProperty } from '../objects/cell.ts';
import { limits } from '../limits.ts';
import { notFound, notSupported, RopFailure } from '../rop-failure.ts';
import { defineHandler, objectOf, type RopCall } from '../rop-handler.ts';

const inMemory = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (offset, length) => bytes.subarray(offset, offset + length),
});

/** The bytes of a value as streams have them: texts without a terminator. */
function bytesOf(value: PropertyValue, type: number): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (typeof value !== 'string') throw notSupported();
  return Buffer.from(value, type === t.string8 ? 'latin1' : 'utf16le');
}

function sourceOf(property: StoredProperty, tag: PropertyTag, codePage: number): ByteSource {
  const [from, to] = [typeOfTag(property.tag), typeOfTag(tag)];
  if (isStreamed(property)) {
    if (from !== to) throw notSupported();
    return property.stream;
  }
  const value = convert(property.value, { from, to, codePage });
  if (value === undefined) throw notFound();
  return inMemory(bytesOf(value, to));
}

const openStream = defineHandler(rops.openStream, (call, { tag, openModeFlags }) => {
  const object = objectOf(call, 'folder', 'message', 'attachment');
  // 0 and 3 (best access) read; nothing is written here.
  if (openModeFlags === 1 || openModeFlags === 2) throw new RopFailure(errorCode.accessDenied);
  const property = findProperty(bagOf(object), tag, call.session.names);
  if (property === undefined) throw notFound();
  const source = sourceOf(property, tag, call.session.codePage);
  call.open({ kind: 'stream', logon: object.logon, source, position: 0 });
  return { streamSize: source.size };
});

/** Number, handle index, return value, size. */
const readStreamHead = 8;

function wanted({ size }: Room, { room }: RopCall): number {
  // Also 0xBABE, which Exchange 2003 does not know here. [MS-OXCPRPT] appendix A
  if (size > limits.readStream) throw new RopFailure(errorCode.bufferTooSmall);
  return Math.min(size, room - readStreamHead);
}

const readStream = defineHandler(rops.readStream, (call, { byteCount }) => {
  const stream = objectOf(call, 'stream');
  const data = stream.source.read(stream.position, wanted(byteCount, call));
  stream.position += data.length;
  return { data };
});

const getStreamSize = defineHandler(rops.getStreamSize, (call) => ({
  streamSize: objectOf(call, 'stream').source.size,
}));

export const streamHandlers = [openStream, readStream, getStreamSize];
