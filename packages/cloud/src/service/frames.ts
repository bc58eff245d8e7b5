import { cloudErrors } from '../errors.ts';
import { limits } from '../limits.ts';

const headLength = 4;

/** One frame as it goes over the socket: its length in four bytes, most significant first, then its bytes. */
export function encodeFrame(payload: Uint8Array): Uint8Array {
  const frame = Buffer.allocUnsafe(headLength + payload.length);
  frame.writeUInt32BE(payload.length);
  frame.set(payload, headLength);
  return frame;
}

/** Cuts what arrives into whole frames, however it was split on the way; at most one frame is held back. */
export function createFrameReader(): (chunk: Uint8Array) => Uint8Array[] {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    const frames: Uint8Array[] = [];
    for (let frame = takeFrame(rest); frame; frame = takeFrame(rest)) {
      frames.push(frame);
      rest = rest.subarray(headLength + frame.length);
    }
    return frames;
  };
}

function takeFrame(bytes: Buffer): Uint8Array | undefined {
  if (bytes.length < headLength) return undefined;
  const length = bytes.readUInt32BE();
  if (length > limits.frame) throw cloudErrors.frameTooLong({ length, limit: limits.frame });
  return bytes.length < headLength + length ? undefined : bytes.subarray(headLength, headLength + length);
}
