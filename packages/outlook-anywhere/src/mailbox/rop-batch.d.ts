import { type Rop } from '@cutover/wire/rop';
/** A ROP ready for the wire. */
export interface EncodedRop {
    readonly rop: Rop;
    readonly bytes: Uint8Array;
    /** False for RopRelease, which is never answered. */
    readonly answered: boolean;
}
/** Encodes a ROP for the one logon of the session. */
export declare function rop<Q, R>(kind: Rop<Q, R>, request: Omit<Q, 'logonId'>): EncodedRop;
/** Cuts ROPs into batches that fit into a call each. */
export declare function packRops(all: readonly EncodedRop[], handleCount: number): EncodedRop[][];
