/** What one side has in a folder. */
export interface FolderSide {
  readonly items: number;
  readonly bytes: number;
  /** Over the hashes of all items. */
  readonly hash: string;
}

/** How a folder of the source compares with its copy. */
export interface FolderComparison {
  readonly folder: string;
  readonly source: FolderSide;
  readonly target: FolderSide;
  /** Items of the source that were not copied; those that are listed as skipped are among them. */
  readonly missing: number;
  /** Items that are there but hold something else. */
  readonly differing: number;
  /** Items that the source cannot give. */
  readonly unreadable: number;
  /** Items that the migration brought and that the source has no longer. */
  readonly extra: number;
  /** Items that are listed as skipped. */
  readonly skipped: number;
  readonly isEqual: boolean;
}
