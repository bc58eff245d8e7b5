import { type Codec, defineCodec } from '../codec.ts';
import { le } from '../le.ts';
import { parseGuid } from '../guid.ts';
import { globset } from './globset.ts';
import { IdSet } from './id-set.ts';

/** Sets by replica: by GUID in states, by replica id in what a sync tells. [MS-OXCFXICS] 2.2.2.4 */
export type IdSets<K extends string | number> = ReadonlyMap<K, IdSet>;

function idSets<K extends string | number>(key: Codec<K>, compare: (left: K, right: K) => number): Codec<IdSets<K>> {
  return defineCodec<IdSets<K>>({
    read: (reader) => {
      const sets = new Map<K, IdSet>();
      while (reader.remaining > 0) {
        const replica = key.read(reader);
        const set = globset.read(reader);
        sets.set(replica, sets.get(replica)?.union(set) ?? set);
      }
      return sets;
    },
    write: (writer, sets) => {
      // A replica without ids is left out, so that the empty set has no bytes.
      const entries = [...sets].filter(([, set]) => !set.isEmpty);
      for (const [replica, set] of entries.toSorted(([left], [right]) => compare(left, right))) {
        key.write(writer, replica);
        globset.write(writer, set);
      }
    },
  });
}

/** The form of IdsetGiven, CnsetSeen, CnsetSeenFAI and CnsetRead: { GUID, GLOBSET }*, by the GUIDs' bytes. */
export const idSetsByGuid: Codec<IdSets<string>> = idSets(le.guid, (left, right) =>
  Buffer.compare(parseGuid(left), parseGuid(right)),
);

/** The form of IdsetDeleted, NoLongerInScope, Expired, Read and Unread: { replica id, GLOBSET }*, ascending. */
export const idSetsByReplicaId: Codec<IdSets<number>> = idSets(le.u16, (left, right) => left - right);

/** The set of one replica, as the mailboxes of one database have it. */
export const idSetsOf = <K extends string | number>(replica: K, set: IdSet): IdSets<K> => new Map([[replica, set]]);
/** The set of a replica among others; empty if it has none. */
export const idSetOf = <K extends string | number>(sets: IdSets<K>, replica: K): IdSet =>
  sets.get(replica) ?? new IdSet();
