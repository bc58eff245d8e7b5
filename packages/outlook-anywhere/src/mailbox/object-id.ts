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
