import { wireErrors } from '../errors.ts';
import type { Reader } from '../reader.ts';
import type { Writer } from '../writer.ts';
import { defineNdr, type NdrCodec } from './ndr-codec.ts';

interface Width {
  readonly size: 1 | 2;
  /** Whether room (a maximum count) stands before offset and count. */
  readonly conformant: boolean;
}

function readCharacters(reader: Reader, size: 1 | 2): string {
  const { offset } = reader;
  const first = reader.u32();
  const count = reader.u32();
  if (first !== 0) throw wireErrors.unexpected({ path: '', offset, expected: 'offset 0', actual: String(first) });
  reader.checkCount(count, size);
  const text = size === 1 ? reader.latin1(count) : reader.utf16(count * 2);
  // The count has the NUL in it; what stands behind an earlier one is not part of the string.
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}

function string({ size, conformant }: Width): NdrCodec<string> {
  return defineNdr<string>({
    alignment: 4,
    leastSize: conformant ? 12 : 8,
    read: (reader) => {
      reader.align(4);
      if (conformant) reader.u32();
      return readCharacters(reader, size);
    },
    write: (writer: Writer, text) => {
      writer.align(4);
      if (conformant) writer.u32(text.length + 1);
      writer.u32(0);
      writer.u32(text.length + 1);
      if (size === 1) writer.latin1z(text);
      else writer.utf16z(text);
    },
  });
}

/** An 8-bit `[string]` whose room is on the wire; each byte is one character, the code page is the caller's. C706 14.3.4 */
export const string8 = string({ size: 1, conformant: true });
/** A UTF-16 `[string]` whose room is on the wire. */
export const string16 = string({ size: 2, conformant: true });
/** An 8-bit `[string]` of fixed room, which is not on the wire. */
export const varyingString8 = string({ size: 1, conformant: false });
