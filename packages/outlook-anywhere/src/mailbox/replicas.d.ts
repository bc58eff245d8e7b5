import { type RopResponse } from '@cutover/wire/rop';
import type { Replicas } from './object-id.ts';
import type { StoreSession } from './store-session.ts';
/** The replica ids of a session: the mailbox's own comes with the logon, others are asked for once each. */
export declare function createReplicas(session: StoreSession, logonHandle: number, own: {
    replicaId: number;
    replicaGuid: string;
}): Replicas;
/** The value of a good answer; a failure as an error. */
export declare function valueOf<V>(operation: string, answer: RopResponse<unknown>): V;
