import { wireErrors } from '../errors.ts';
import { formatGuid, parseGuid } from '../guid.ts';
import { limits } from '../limits.ts';
import { isNamedTag, isNumberedName, type PropertyName, type PropertyTag } from '../properties/index.ts';

/*
 * +--------+--------+----------------+------+-----------------------+
 * |type u16| id u16 | set GUID 16    |kind 1| LID u32, or UTF-16 00 |   the part after the id only from id 0x8000 on
 * +--------+--------+----------------+------+-----------------------+
 */
const guidAt = 4;
const kindAt = 20;
const nameAt = 21;
const kindNumber = 0;
const kindText = 1;

/** Tag and name as they stand before the value in a FastTransfer stream: one atom. [MS-OXCFXICS] 2.2.4.1.1 */
export function encodePropertyHead(tag: PropertyTag, name?: PropertyName): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(tag);
  if (!isNamedTag(tag)) return bytes;
  if (name === undefined) throw wireErrors.unexpected({ path: '', offset: 0, expected: 'a name', actual: 'none' });
  return Buffer.concat([bytes, parseGuid(name.set), encodeName(name)]);
}

function encodeName(name: PropertyName): Uint8Array {
  if (!isNumberedName(name)) return Buffer.concat([Buffer.from([kindText]), Buffer.from(`${name.name}\0`, 'utf16le')]);
  const bytes = Buffer.alloc(5);
  bytes[0] = kindNumber;
  bytes.writeUInt32LE(name.lid, 1);
  return bytes;
}

/**
 * Where the name after a named tag at `start` ends, or undefined if the bytes end first.
 * A kind that is neither number nor text, or a text that never ends, is an error.
 */
export function endOfName(bytes: Uint8Array, start: number, offset: number): number | undefined {
  const kind = bytes[start + kindAt];
  if (kind === undefined) return undefined;
  if (kind === kindNumber) return start + nameAt + 4 <= bytes.length ? start + nameAt + 4 : undefined;
  if (kind !== kindText) throw wireErrors.unknownTag({ path: 'name.kind', offset: offset + kindAt, tag: kind });
  for (let at = start + nameAt; at + 1 < bytes.length; at += 2) {
    if (bytes[at] === 0 && bytes[at + 1] === 0) return at + 2;
    if (at - start > limits.propertyNameBytes) break;
  }
  if (bytes.length - start < limits.propertyNameBytes) return undefined;
  throw wireErrors.countTooLarge({
    path: 'name',
    offset,
    count: bytes.length - start,
    remaining: limits.propertyNameBytes,
  });
}

/** The name of the head from `start` to `end`, which `endOfName` found. */
export function readName(bytes: Uint8Array, start: number, end: number): PropertyName {
  const set = formatGuid(bytes.subarray(start + guidAt, start + kindAt));
  const rest = Buffer.from(bytes.buffer, bytes.byteOffset + start + nameAt, end - start - nameAt);
  if (bytes[start + kindAt] === kindNumber) return { set, lid: rest.readUInt32LE() };
  return { set, name: rest.toString('utf16le', 0, rest.length - 2) };
}
