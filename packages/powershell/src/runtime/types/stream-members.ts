import { byteArray, bytesOf } from '../values/byte-array.ts';
import type { MemoryStream } from '../values/memory-stream.ts';
import { type DotNetType, overload, readOnly, settable } from './define-type.ts';

/** How readers, writers and streams end. */
export const closing = (close: (self: never) => void): DotNetType['methods'] => ({
  Close: [overload('', close as (self: unknown) => void)],
  Dispose: [overload('', close as (self: unknown) => void)],
});

/** What every stream has. Source: System.IO.Stream. */
export const streamProperties: NonNullable<DotNetType['properties']> = {
  Length: readOnly((self: MemoryStream) => BigInt(self.bytes.length), 'long'),
  Position: settable(
    (self: MemoryStream) => BigInt(self.position),
    (self: MemoryStream, at: bigint) => void (self.position = Number(at)),
    'long',
  ),
  CanRead: readOnly(() => true, 'bool'),
  CanWrite: readOnly(() => true, 'bool'),
  CanSeek: readOnly(() => true, 'bool'),
};

export const streamMethods: NonNullable<DotNetType['methods']> = {
  Write: [
    overload(
      'byte[] buffer, int offset, int count',
      (self: MemoryStream, data: unknown, start: number, count: number) =>
        self.write(bytesOf(data).subarray(start, start + count)),
    ),
  ],
  WriteByte: [overload('byte value', (self: MemoryStream, byte: { value: number }) => self.write([byte.value]))],
  Read: [
    overload(
      'byte[] buffer, int offset, int count',
      (self: MemoryStream, buffer: unknown[], start: number, count: number) => {
        const data = byteArray(self.read(count));
        data.forEach((byte, index) => void (buffer[start + index] = byte));
        return data.length;
      },
    ),
  ],
  ReadByte: [overload('', (self: MemoryStream) => self.read(1)[0] ?? -1)],
  Flush: [overload('', () => undefined)],
  ...closing((self: MemoryStream) => self.close()),
};
