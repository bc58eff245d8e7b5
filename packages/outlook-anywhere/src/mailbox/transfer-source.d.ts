import type { Clock } from '@cutover/base';
import type { CallOptions } from '../options.ts';
import { type EncodedRop } from './rop-batch.ts';
import type { RopAnswers, StoreSession } from './store-session.ts';
import type { ChunkSource } from './sync-stream.ts';
/** RopFastTransferSourceGetBuffer on the object at `inputIndex`, for as much as the answer holds. */
export declare function getBuffer(inputIndex: number): EncodedRop;
/** A transfer under way: what asks for more of it, and what the call that began it brought already. */
export interface Transfer {
    readonly session: StoreSession;
    readonly clock: Clock;
    /** Handle of the source object. */
    readonly handle: number;
    /** The first call's answers; its last ROP was a GetBuffer. */
    readonly begun: RopAnswers;
}
/** The chunks of a transfer in order; a call is made only when every chunk of the one before was taken. */
export declare function createTransferSource(transfer: Transfer, options?: CallOptions): ChunkSource;
