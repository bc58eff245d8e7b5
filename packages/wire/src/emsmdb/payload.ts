import { wireErrors } from '../errors.ts';
import { le } from '../le.ts';
import { limits } from '../limits.ts';
import { Reader } from '../reader.ts';
import { deflateDirect2, inflateDirect2 } from './direct2.ts';
import { xorMagic } from './xor-magic.ts';

/** Stands before every payload of ROPs and before auxiliary buffers. [MS-OXCRPC] 2.2.2.1 */
export const rpcHeaderExt = le.struct('RPC_HEADER_EXT', {
  version: le.constant(le.u16, 0),
  flags: le.u16,
  /** Bytes of the payload on the wire. */
  size: le.u16,
  /** Bytes of the payload when it is inflated. */
  sizeActual: le.u16,
});

/** Bytes of a RPC_HEADER_EXT. [MS-OXCRPC] 2.2.2.1 */
export const rpcHeaderExtSize = 8;
/** Bits of its Flags. [MS-OXCRPC] 2.2.2.1 */
export const rpcHeaderExtFlag = { compressed: 1, xorMagic: 2, last: 4 } as const;

/** How a payload is put on the wire. */
export interface PayloadOptions {
  readonly compress?: boolean;
  readonly xorMagic?: boolean;
  /** False if another payload follows in the same buffer. */
  readonly last?: boolean;
}

/** A payload behind its header: compressed if that makes it smaller, then masked. [MS-OXCRPC] 3.1.4.1.1.2 */
export function packPayload(
  payload: Uint8Array,
  { compress, xorMagic: mask, last = true }: PayloadOptions,
): Uint8Array {
  if (payload.length > limits.payload) {
    const range = `0..${limits.payload}`;
    throw wireErrors.outOfRange({ path: 'payload', offset: 0, value: `${payload.length} bytes`, range });
  }
  const shorter = compress === true ? deflateDirect2(payload) : payload;
  const compressed = shorter.length < payload.length;
  const body = compressed ? shorter : payload;
  const bytes = new Uint8Array(rpcHeaderExtSize + body.length);
  const flags =
    (compressed ? rpcHeaderExtFlag.compressed : 0) |
    (mask === true ? rpcHeaderExtFlag.xorMagic : 0) |
    (last ? rpcHeaderExtFlag.last : 0);
  bytes.set(rpcHeaderExt.encode({ version: 0, flags, size: body.length, sizeActual: payload.length }));
  bytes.set(body, rpcHeaderExtSize);
  if (mask === true) xorMagic(bytes.subarray(rpcHeaderExtSize));
  return bytes;
}

function unpack(reader: Reader): { payload: Uint8Array; last: boolean } {
  const { flags, size, sizeActual } = rpcHeaderExt.read(reader);
  let payload = reader.bytes(size);
  const compressed = (flags & rpcHeaderExtFlag.compressed) !== 0;
  if (sizeActual > limits.payload || (!compressed && size !== sizeActual)) {
    const [expected, actual] = [`${size} bytes`, `${sizeActual} bytes`];
    throw wireErrors.unexpected({ path: 'RPC_HEADER_EXT.sizeActual', offset: reader.offset, expected, actual });
  }
  if ((flags & rpcHeaderExtFlag.xorMagic) !== 0) {
    // The bytes belong to the caller, who may look at them again.
    payload = Uint8Array.from(payload);
    xorMagic(payload);
  }
  if (compressed) payload = inflateDirect2(payload, sizeActual);
  return { payload, last: (flags & rpcHeaderExtFlag.last) !== 0 };
}

/** Every payload in a buffer: one in a request, up to 96 in an answer. Plain ones are views. */
export function unpackPayloads(bytes: Uint8Array): Uint8Array[] {
  const reader = new Reader(bytes);
  const payloads: Uint8Array[] = [];
  for (;;) {
    const { payload, last } = unpack(reader);
    payloads.push(payload);
    if (last) return payloads;
  }
}
