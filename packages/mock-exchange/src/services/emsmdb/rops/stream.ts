import { bytesOfMemory, type ByteSource, isStreamed, type StoredProperty } from '@cutover/content';
import { propertyType as t, type PropertyTag, type PropertyValue, typeOfTag } from '@cutover/wire/properties';
import { errorCode, openStreamMode, type Room, rops, seekOrigin } from '@cutover/wire/rop';
import { fromCodePage } from '../../../code-page.ts';
import { bagOf } from '../objects/bag-of.ts';
import { convert, findProperty } from '../objects/cell.ts';
import { editObject, type WritableObject } from '../objects/edit-object.ts';
import { storedKey } from '../objects/incoming-value.ts';
import { type CommitStream, OpenedStream } from '../objects/opened-stream.ts';
import { limits } from '../limits.ts';
import { accessDenied, notFound, notSupported, RopFailure } from '../rop-failure.ts';
import { defineChange, defineHandler, objectOf, type RopCall } from '../rop-handler.ts';

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
  return bytesOfMemory(bytesOf(value, to));
}

/** The bytes of a stream as the value of a property. */
function valueOf(bytes: Uint8Array, type: number, codePage: number): PropertyValue {
  if (type === t.unicode) return Buffer.from(bytes).toString('utf16le').replace(/\0$/, '');
  if (type === t.string8) return fromCodePage(Buffer.from(bytes).toString('latin1').replace(/\0$/, ''), codePage);
  return bytes;
}

const streamable: ReadonlySet<number> = new Set([t.unicode, t.string8, t.binary, t.object]);

/** Gives the property of an object the bytes that were written. */
function commitTo(call: RopCall, object: WritableObject, tag: PropertyTag): CommitStream {
  const key = storedKey(tag, call.session.names);
  if (key === undefined || !streamable.has(typeOfTag(tag))) throw notSupported();
  if (object.kind === 'message' && object.isReadOnly) throw accessDenied();
  const { codePage } = call.session;
  return (bytes) =>
    editObject(object, { set: [{ ...key, value: valueOf(bytes, typeOfTag(tag), codePage) } as StoredProperty] });
}

const nothing = bytesOfMemory(new Uint8Array());

const openStream = defineHandler(rops.openStream, (call, { tag, openModeFlags }) => {
  const object = objectOf(call, 'folder', 'message', 'attachment');
  // Of a folder only bytes are streamed. [MS-OXCPRPT] 2.2.14
  if (object.kind === 'folder' && typeOfTag(tag) !== t.binary) throw notSupported();
  const property = findProperty(bagOf(object), tag, call.session.names);
  const isRead = openModeFlags === openStreamMode.readOnly;
  if (property === undefined && openModeFlags !== openStreamMode.create) throw notFound();
  const isKept = property !== undefined && openModeFlags !== openStreamMode.create;
  const source = isKept ? sourceOf(property, tag, call.session.codePage) : nothing;
  const commit = isRead ? undefined : commitTo(call, object, tag);
  call.open(new OpenedStream(object.logon, source, commit));
  return { streamSize: source.size };
});

/** Number, handle index, return value, size. */
const readStreamHead = 8;

/** Exchange 2003 takes 0xBABE for a size; those after it let it stand for a wider one. [MS-OXCPRPT] appendix A */
const knowsWideSizes = ({ context: { version } }: RopCall): boolean => version !== undefined && version[0] > 6;

function wanted({ size, maximum }: Room, call: RopCall): number {
  const isWide = maximum !== undefined && knowsWideSizes(call);
  if (!isWide && size > limits.readStream) throw new RopFailure(errorCode.bufferTooSmall);
  return Math.min(isWide ? maximum : size, call.room - readStreamHead);
}

const readStream = defineHandler(rops.readStream, (call, { byteCount }) => {
  const stream = objectOf(call, 'stream');
  const data = stream.read(stream.position, wanted(byteCount, call));
  stream.position += data.length;
  return { data };
});

const getStreamSize = defineHandler(rops.getStreamSize, (call) => ({ streamSize: objectOf(call, 'stream').size }));

const write = (call: RopCall, { data }: { data: Uint8Array }) => {
  objectOf(call, 'stream').write(data);
  return { writtenSize: data.length };
};

const writeStream = defineChange(rops.writeStream, write);
const writeStreamExtended = defineChange(rops.writeStreamExtended, write);

const writeAndCommitStream = defineChange(rops.writeAndCommitStream, (call, request) => {
  const answer = write(call, request);
  objectOf(call, 'stream').commit();
  return answer;
});

const commitStream = defineChange(rops.commitStream, (call) => {
  objectOf(call, 'stream').commit();
  return {};
});

const setStreamSize = defineChange(rops.setStreamSize, (call, { streamSize }) => {
  if (streamSize > BigInt(limits.writtenStream)) throw new RopFailure(errorCode.streamSizeError);
  objectOf(call, 'stream').resize(Number(streamSize));
  return {};
});

const seekStream = defineHandler(rops.seekStream, (call, { origin, offset }) => {
  const stream = objectOf(call, 'stream');
  const from = { [seekOrigin.beginning]: 0, [seekOrigin.current]: stream.position, [seekOrigin.end]: stream.size }[
    origin
  ];
  if (from === undefined) throw new RopFailure(errorCode.streamInvalidParameter);
  const position = BigInt(from) + offset;
  if (position < 0n || position > limits.streamPosition) throw new RopFailure(errorCode.streamSeekError);
  stream.position = Number(position);
  return { newPosition: position };
});

const copyToStream = defineChange(rops.copyToStream, (call, { destinationIndex, byteCount }) => {
  const source = objectOf(call, 'stream');
  const target = call.at(destinationIndex);
  if (target?.kind !== 'stream') {
    const fields = { destinationIndex, readByteCount: 0n, writtenByteCount: 0n };
    throw new RopFailure(errorCode.nullDestination, fields);
  }
  const left = Math.max(0, source.size - source.position);
  const bytes = source.read(source.position, byteCount > BigInt(left) ? left : Number(byteCount));
  target.write(Uint8Array.from(bytes));
  source.position += bytes.length;
  const copied = BigInt(bytes.length);
  return { readByteCount: copied, writtenByteCount: copied };
});

/** A stream is one client's alone here, so that a lock has nothing to keep off. */
const lockRegionStream = defineHandler(rops.lockRegionStream, (call) => {
  objectOf(call, 'stream');
  return {};
});

const unlockRegionStream = defineHandler(rops.unlockRegionStream, (call) => {
  objectOf(call, 'stream');
  return {};
});

const cloneStream = defineHandler(rops.cloneStream, (call) => {
  const stream = objectOf(call, 'stream');
  const copy = new OpenedStream(stream.logon, bytesOfMemory(Uint8Array.from(stream.read(0, stream.size))));
  copy.position = stream.position;
  call.open(copy);
  return {};
});

export const streamHandlers = [
  openStream,
  readStream,
  getStreamSize,
  writeStream,
  writeStreamExtended,
  writeAndCommitStream,
  commitStream,
  setStreamSize,
  seekStream,
  copyToStream,
  lockRegionStream,
  unlockRegionStream,
  cloneStream,
];
