import { type Codec, defineCodec } from '../codec.ts';
import { wireErrors } from '../errors.ts';

/** The place of a handle that is not set. */
export const unsetHandle = 0xffffffff;

/** One payload: ROPs one after the other, and the table that their handle indexes point into. */
export interface RopBuffer {
  readonly rops: Uint8Array;
  readonly handles: readonly number[];
}

const sizeSize = 2;

/** RopSize (which counts itself), ROPs, handles up to the end. [MS-OXCROPS] 2.2.1 */
export const ropBuffer: Codec<RopBuffer> = defineCodec<RopBuffer>({
  leastSize: sizeSize,
  read: (reader) => {
    const { offset } = reader;
    const size = reader.u16();
    if (size < sizeSize) {
      throw wireErrors.outOfRange({ path: 'RopSize', offset, value: String(size), range: `${sizeSize}..` });
    }
    const rops = reader.bytes(size - sizeSize);
    const handles: number[] = [];
    while (reader.remaining > 0) handles.push(reader.u32());
    return { rops, handles };
  },
  write: (writer, { rops, handles }) => {
    writer.u16(rops.length + sizeSize);
    writer.bytes(rops);
    for (const handle of handles) writer.u32(handle);
  },
});
