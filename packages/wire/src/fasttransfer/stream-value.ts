import { wireErrors } from '../errors.ts';
import { formatGuid, parseGuid } from '../guid.ts';
import {
  elementType,
  fixedSize,
  isMultiValue,
  isVariable,
  type PropertyType,
  type PropertyValue,
  propertyType,
  type SinglePropertyValue,
} from '../properties/index.ts';

const t = propertyType;

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * Text without its terminator, if it has one: Exchange 2003 leaves it off strings above 32 KB.
 * [MS-OXCFXICS] 2.2.4.1.3
 */
function readUnicode(bytes: Buffer): string {
  const { length } = bytes;
  const ended = length >= 2 && bytes[length - 1] === 0 && bytes[length - 2] === 0;
  return bytes.toString('utf16le', 0, ended ? length - 2 : length);
}

function readString8(bytes: Buffer): string {
  const { length } = bytes;
  return bytes.toString('latin1', 0, bytes[length - 1] === 0 ? length - 1 : length);
}

const readers: Record<number, (bytes: Buffer) => SinglePropertyValue> = {
  [t.i16]: (bytes) => bytes.readInt16LE(),
  [t.i32]: (bytes) => bytes.readInt32LE(),
  [t.f32]: (bytes) => bytes.readFloatLE(),
  [t.f64]: (bytes) => bytes.readDoubleLE(),
  [t.currency]: (bytes) => bytes.readBigInt64LE(),
  [t.appTime]: (bytes) => bytes.readDoubleLE(),
  [t.bool]: (bytes) => bytes[0] !== 0,
  [t.i64]: (bytes) => bytes.readBigInt64LE(),
  [t.time]: (bytes) => bytes.readBigUInt64LE(),
  [t.guid]: (bytes) => formatGuid(bytes),
  [t.unicode]: readUnicode,
  [t.string8]: readString8,
};

function mistyped(type: PropertyType, value: unknown): Error {
  const expected = `a value of type 0x${type.toString(16)}`;
  return wireErrors.unexpected({ path: '', offset: 0, expected, actual: typeof value });
}

const numberWriter =
  (type: PropertyType, size: number, write: (bytes: Buffer, value: number) => void) =>
  (value: SinglePropertyValue): Buffer => {
    if (typeof value !== 'number') throw mistyped(type, value);
    const bytes = Buffer.allocUnsafe(size);
    write(bytes, value);
    return bytes;
  };

const bigWriter =
  (type: PropertyType) =>
  (value: SinglePropertyValue): Buffer => {
    if (typeof value !== 'bigint') throw mistyped(type, value);
    const bytes = Buffer.allocUnsafe(8);
    bytes.writeBigUInt64LE(BigInt.asUintN(64, value));
    return bytes;
  };

const textWriter =
  (type: PropertyType, write: (text: string) => Buffer) =>
  (value: SinglePropertyValue): Uint8Array => {
    if (typeof value !== 'string') throw mistyped(type, value);
    return write(value);
  };

/** The text and its terminator, without a string of both, which would have to be copied together first. */
function unicodeBytes(text: string): Buffer {
  const bytes = Buffer.allocUnsafe(text.length * 2 + 2);
  const end = bytes.write(text, 'utf16le');
  bytes.writeUInt16LE(0, end);
  return bytes;
}

const writers: Record<number, (value: SinglePropertyValue) => Uint8Array> = {
  [t.i16]: numberWriter(t.i16, 2, (bytes, value) => bytes.writeUInt16LE(value & 0xffff)),
  [t.i32]: numberWriter(t.i32, 4, (bytes, value) => bytes.writeInt32LE(value | 0)),
  [t.f32]: numberWriter(t.f32, 4, (bytes, value) => bytes.writeFloatLE(value)),
  [t.f64]: numberWriter(t.f64, 8, (bytes, value) => bytes.writeDoubleLE(value)),
  [t.currency]: bigWriter(t.currency),
  [t.appTime]: numberWriter(t.appTime, 8, (bytes, value) => bytes.writeDoubleLE(value)),
  [t.bool]: (value) => Uint8Array.of(value === true ? 1 : 0, 0),
  [t.i64]: bigWriter(t.i64),
  [t.time]: bigWriter(t.time),
  [t.guid]: textWriter(t.guid, (text) => Buffer.from(parseGuid(text))),
  [t.unicode]: textWriter(t.unicode, unicodeBytes),
  [t.string8]: textWriter(t.string8, (text) => Buffer.from(`${text}\0`, 'latin1')),
};

/** Splits a list's bytes into those of its elements, as views. */
export function streamElements(type: PropertyType, bytes: Uint8Array): Uint8Array[] {
  const data = asBuffer(bytes);
  const truncated = (offset: number): Error => wireErrors.truncated({ path: '', offset });
  if (data.length < 4) throw truncated(0);
  const count = data.readUInt32LE();
  const size = fixedSize(elementType(type));
  const least = size === 0 ? 4 : size;
  if (count * least > data.length - 4) {
    throw wireErrors.countTooLarge({ path: '', offset: 0, count, remaining: data.length - 4 });
  }
  const elements: Uint8Array[] = [];
  let position = 4;
  for (let index = 0; index < count; index++) {
    if (size === 0 && position + 4 > data.length) throw truncated(position);
    const start = size === 0 ? position + 4 : position;
    const end = start + (size === 0 ? data.readUInt32LE(position) : size);
    if (end > data.length) throw truncated(position);
    elements.push(data.subarray(start, end));
    position = end;
  }
  return elements;
}

function joinElements(type: PropertyType, elements: readonly Uint8Array[]): Uint8Array {
  const prefixed = isVariable(type);
  const parts: Uint8Array[] = [lengthBytes(elements.length)];
  for (const element of elements) {
    if (prefixed) parts.push(lengthBytes(element.length));
    parts.push(element);
  }
  return Buffer.concat(parts);
}

function lengthBytes(length: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeUInt32LE(length);
  return bytes;
}

/**
 * A value from its bytes in a FastTransfer stream: the fixed bytes, the bytes after the length, or a list's count and
 * elements. Binary values are views.
 */
export function decodeStreamValue(type: PropertyType, bytes: Uint8Array): PropertyValue {
  if (isMultiValue(type)) {
    const element = elementType(type);
    return streamElements(type, bytes).map((one) => decodeStreamValue(element, one) as SinglePropertyValue);
  }
  const size = fixedSize(type);
  if (bytes.length < size) throw wireErrors.truncated({ path: '', offset: bytes.length });
  return readers[type]?.(asBuffer(bytes)) ?? bytes;
}

/** The bytes of a value in a FastTransfer stream, without the length that stands before variable ones. */
export function encodeStreamValue(type: PropertyType, value: PropertyValue): Uint8Array {
  if (isMultiValue(type)) {
    if (!Array.isArray(value)) throw mistyped(type, value);
    const element = elementType(type);
    return joinElements(
      element,
      value.map((one: SinglePropertyValue) => encodeStreamValue(element, one)),
    );
  }
  const write = writers[type];
  if (write !== undefined) return write(value as SinglePropertyValue);
  if (!(value instanceof Uint8Array)) throw mistyped(type, value);
  return value;
}
