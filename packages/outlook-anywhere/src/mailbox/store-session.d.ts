import { type RopResponse } from '@cutover/wire/rop';
import { type Environment } from '../environment.ts';
import type { CallOptions } from '../options.ts';
import { type EncodedRop } from './rop-batch.ts';
/** What the server answered to a batch of ROPs. */
export interface RopAnswers {
    /** One answer for each ROP that has any, in their order. */
    readonly answers: readonly RopResponse<unknown>[];
    /** Further answers of the last ROP, where the server went on by itself. [MS-OXCRPC] 3.1.4.2.1.2.2 */
    readonly chained: readonly RopResponse<unknown>[];
    /** The handle table after the batch. */
    readonly handles: readonly number[];
}
/** A session with the information store. Calls that come at the same time are made one after the other. */
export interface StoreSession {
    /** Makes the ROPs in as few calls as they fit into; the handle table is carried on from call to call. */
    execute(rops: readonly EncodedRop[], handles: readonly number[], options?: CallOptions): Promise<RopAnswers>;
    close(): Promise<void>;
}
/** Whose session it is to be. */
export interface StoreSessionOptions extends CallOptions {
    readonly server: string;
    readonly userDN: string;
    readonly asAdministrator: boolean;
}
/** Connects to the store's port of the server. [MS-OXCRPC] 3.1.4.1 */
export declare function openStoreSession(environment: Environment, options: StoreSessionOptions): Promise<StoreSession>;
