import { type Codec, transform } from '../codec.ts';
import { wireErrors } from '../errors.ts';
import { le } from '../le.ts';
import { type Counter, counter } from './counter.ts';

/** An id inside one session: FID, MID or change number, 8 bytes. [MS-OXCDATA] 2.2.1.1, 2.2.1.2 */
export interface ShortId {
  /** Stands for a replica GUID; what the logon answer told. */
  readonly replicaId: number;
  readonly counter: Counter;
}

/** An id that means the same everywhere: GID, 22 bytes. [MS-OXCDATA] 2.2.1.3 */
export interface GlobalId {
  /** Lower case with hyphens. */
  readonly replicaGuid: string;
  readonly counter: Counter;
}

/** A FID or MID: eight bytes. [MS-OXCDATA] 2.2.1 */
export const shortId: Codec<ShortId> = le.struct('Id', { replicaId: le.u16, counter });
/** 22 bytes: also the source key of an object, and the change key of a change made on the server. */
export const globalId: Codec<GlobalId> = le.struct('GID', { replicaGuid: le.guid, counter });

const padded = le.struct('LongTermId', { replicaGuid: le.guid, counter, padding: le.u16 });
/** 24 bytes. [MS-OXCDATA] 2.2.1.3.1 */
export const longTermId: Codec<GlobalId> = transform(
  padded,
  ({ replicaGuid, counter: value }) => ({ replicaGuid, counter: value }),
  (id) => ({ ...id, padding: 0 }),
);

/** An id of change: a GUID and 1 to 8 bytes that its owner counts in. [MS-OXCFXICS] 2.2.2.2 */
export interface Xid {
  readonly namespace: string;
  readonly localId: Uint8Array;
}

const leastXid = 17;
const longestXid = 24;

/** An id that a change has: of a server or of a client. [MS-OXCFXICS] 2.2.2.2 */
export const xid: Codec<Xid> = le.struct('XID', { namespace: le.guid, localId: le.restBytes });

/**
 * PidTagPredecessorChangeList: every change that the object's present form includes, one per namespace, in the order of
 * the GUIDs' bytes. [MS-OXCFXICS] 2.2.2.3
 */
export const predecessorChangeList: Codec<Xid[]> = le.rest(
  transform(
    le.prefixed(le.u8),
    (bytes) => {
      if (bytes.length < leastXid || bytes.length > longestXid) {
        const range = `${leastXid}..${longestXid}`;
        throw wireErrors.outOfRange({ path: 'PCL.size', offset: 0, value: String(bytes.length), range });
      }
      return xid.decode(bytes);
    },
    (one) => xid.encode(one),
  ),
);
