import { type GlobalId, type IdSets, type ShortId } from '@cutover/wire/ics';
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
export declare function objectIdOf({ replicaGuid, counter }: GlobalId): ObjectId;
/** The GID of an id. */
export declare function globalIdOf(id: ObjectId): GlobalId;
/** The id of a FID or MID, 8 bytes of this session. */
export declare function objectIdOfShort(bytes: Uint8Array, replicas: Replicas): ObjectId;
/** The FID or MID of an id in this session. */
export declare function shortIdOf(id: ObjectId, replicas: Replicas): ShortId;
/** The ranges of sets as a sync tells them. */
export declare function rangesOf(sets: IdSets<number>, replicas: Replicas): ObjectIdRange[];
