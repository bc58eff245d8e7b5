import { parseGuid } from '@cutover/wire';
import { type Counter, type GlobalId, globalId, type IdSets, type ShortId, shortId } from '@cutover/wire/ics';
import { errors } from '../errors.ts';

/**
 * Stable id of a folder or item: 44 lower-case hex digits, the GUID of the database's id space and a counter (GID).
 * Ids of one database sort by age. An item moved to another folder gets a new one. [MS-OXCDATA] 2.2.1.3
 */
export type ObjectId = string;

/** All ids from `first` to `last`, both included, in string order. */
export interface ObjectIdRange {
  readonly first: ObjectId;
  readonly last: ObjectId;
}

/** What a replica id of this session stands for, both ways. */
export interface Replicas {
  guidOf(replicaId: number): string;
  idOf(replicaGuid: string): number;
  /** Asks the server what a replica id stands for, unless that is known. */
  learnId(replicaId: number): Promise<void>;
  /** Asks the server for the replica id of a GUID, unless that is known. */
  learnGuid(replicaGuid: string): Promise<void>;
}

/** The id of a GID. */
export function objectIdOf({ replicaGuid, counter }: GlobalId): ObjectId {
  return prefixOf(replicaGuid) + digits(counter);
}

/** The GID of an id. */
export function globalIdOf(id: ObjectId): GlobalId {
  if (!/^[0-9a-f]{44}$/.test(id))
    throw errors.invalidOption({ option: 'folder', reason: 'is no id of a folder or item' });
  return globalId.decode(Buffer.from(id, 'hex'));
}

/** The id of a FID or MID, 8 bytes of this session. */
export function objectIdOfShort(bytes: Uint8Array, replicas: Replicas): ObjectId {
  const { replicaId, counter } = shortId.decode(bytes);
  return objectIdOf({ replicaGuid: replicas.guidOf(replicaId), counter });
}

/** The FID or MID of an id in this session. */
export function shortIdOf(id: ObjectId, replicas: Replicas): ShortId {
  const { replicaGuid, counter } = globalIdOf(id);
  return { replicaId: replicas.idOf(replicaGuid), counter };
}

/** The ranges of sets as a sync tells them. */
export function rangesOf(sets: IdSets<number>, replicas: Replicas): ObjectIdRange[] {
  return [...sets].flatMap(([replicaId, set]) => {
    const prefix = prefixOf(replicas.guidOf(replicaId));
    return set.ranges.map(({ first, last }) => ({ first: prefix + digits(first), last: prefix + digits(last) }));
  });
}

const prefixes = new Map<string, string>();

/** Hex of a GUID's bytes; a session has one or two, so they are kept. */
function prefixOf(replicaGuid: string): string {
  let prefix = prefixes.get(replicaGuid);
  if (prefix === undefined) {
    if (prefixes.size > 100) prefixes.clear();
    prefix = Buffer.from(parseGuid(replicaGuid)).toString('hex');
    prefixes.set(replicaGuid, prefix);
  }
  return prefix;
}

function digits(counter: Counter): string {
  return counter.toString(16).padStart(12, '0');
}
