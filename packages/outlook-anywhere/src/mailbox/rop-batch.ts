import { encodeRopRequest, type Rop, rops } from '@cutover/wire/rop';

/** A ROP ready for the wire. */
export interface EncodedRop {
  readonly rop: Rop;
  readonly bytes: Uint8Array;
  /** False for RopRelease, which is never answered. */
  readonly answered: boolean;
}

/** Encodes a ROP for the one logon of the session. */
export function rop<Q, R>(kind: Rop<Q, R>, request: Omit<Q, 'logonId'>): EncodedRop {
  const bytes = encodeRopRequest(kind, { logonId: 0, ...request } as Q);
  return { rop: kind as unknown as Rop, bytes, answered: kind.id !== rops.release.id };
}

// A payload holds 32 KB: its RopSize, the ROPs and four bytes for each handle. [MS-OXCRPC] 2.2.2.1
const payloadRoom = 0x8000 - 2;
const handleSize = 4;

/** Cuts ROPs into batches that fit into a call each. */
export function packRops(all: readonly EncodedRop[], handleCount: number): EncodedRop[][] {
  const room = payloadRoom - handleCount * handleSize;
  const batches: EncodedRop[][] = [];
  let left = 0;
  for (const one of all) {
    if (batches.length === 0 || one.bytes.length > left) {
      batches.push([]);
      left = room;
    }
    batches.at(-1)!.push(one);
    left -= one.bytes.length;
  }
  return batches;
}
