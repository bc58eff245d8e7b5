import { type IdSets, IdSet, idSetsByGuid, shortId, stateTag } from '@cutover/wire/ics';
import { type ObjectIdRange, type Replicas } from './object-id.ts';
import { globalIdOf } from './object-id.ts';
import { decodeSyncState, encodeSyncState, setsIn, type SyncState } from './sync-state.ts';

type Sets = Map<string, IdSet>;

/** Keeps a state that covers what was read so far of a sync, from the ids and change numbers. [MS-OXCFXICS] 3.3.5.2.1 */
export class StateTracker {
  readonly #initial: ReturnType<typeof decodeSyncState>;
  readonly #given: Sets;
  readonly #seen: Sets;
  readonly #seenFai: Sets;
  readonly #replicas: Replicas;

  constructor(state: SyncState | undefined, replicas: Replicas) {
    this.#initial = decodeSyncState(state);
    this.#replicas = replicas;
    this.#given = copied(setsIn(this.#initial, stateTag.idsetGiven));
    this.#seen = copied(setsIn(this.#initial, stateTag.cnsetSeen));
    this.#seenFai = copied(setsIn(this.#initial, stateTag.cnsetSeenFai));
  }

  /** An item was read to its end. */
  add(item: { mid: Uint8Array; changeNumber: Uint8Array; associated: boolean }): void {
    if (item.mid.length === 0 || item.changeNumber.length === 0) return;
    this.#addTo(this.#given, item.mid);
    this.#addTo(item.associated ? this.#seenFai : this.#seen, item.changeNumber);
  }

  /** Items were reported as deleted. */
  remove(ranges: readonly ObjectIdRange[]): void {
    for (const range of ranges) {
      const first = globalIdOf(range.first);
      this.#given.get(first.replicaGuid)?.remove(first.counter, globalIdOf(range.last).counter);
    }
  }

  state(): SyncState {
    const parts = new Map(this.#initial);
    parts.set(stateTag.idsetGiven, idSetsByGuid.encode(this.#given));
    parts.set(stateTag.cnsetSeen, idSetsByGuid.encode(this.#seen));
    parts.set(stateTag.cnsetSeenFai, idSetsByGuid.encode(this.#seenFai));
    return encodeSyncState(parts);
  }

  #addTo(sets: Sets, id: Uint8Array): void {
    const { replicaId, counter } = shortId.decode(id);
    const guid = this.#replicas.guidOf(replicaId);
    let set = sets.get(guid);
    if (!set) sets.set(guid, (set = new IdSet()));
    set.add(counter);
  }
}

function copied(sets: IdSets<string>): Sets {
  return new Map([...sets].map(([guid, set]) => [guid, set.copy()]));
}
