const day = 24 * 3_600_000;

/** Every bound of the service, each with its reason. Times are in milliseconds. */
export const limits = {
  /** Messages in one commit: at 100 the disk's wait no longer shows. */
  commitMessages: 100,
  /** Bytes in one commit, as they wait in memory. */
  commitBytes: 4 * 1024 * 1024,
  /** Bytes that wait over all mailboxes: more of them at once commit earlier, but not below the least. */
  heldBytes: 8 * 1024 * 1024,
  leastCommitBytes: 512 * 1024,
  /** Exchange Online takes no longer message, however it comes in. */
  itemBytes: 150 * 1024 * 1024,
  /** Transient failures in a row, without a single item between them, after which a user fails. */
  transientFailures: 60,
  firstRetryDelay: 1_000,
  /** 60 failures then span some four and a half hours, unless each of them takes its time. */
  longestRetryDelay: 300_000,
  /** Without a single item for so long the real service gives a mailbox up. Source: errors of 2013 that people quote, `5 hours, 0 minutes`. */
  syncTimeout: 5 * 3_600_000,
  /** Without anything that an administrator does, a batch that is synced is stopped. */
  idleBatch: 60 * day,
  /** How long batches stay that are stopped or failed, and such as are completed. */
  stoppedBatch: 90 * day,
  completedBatch: 60 * day,
  /** Accounts made at the same time: their password hashes keep libuv's four threads busy. */
  provisionAtOnce: 4,
  /** Characters of a batch's name. */
  batchName: 64,
  /** Batches of an organisation, and concurrent migrations over all of its endpoints, unless Set-MigrationConfig says otherwise. */
  batches: 100,
  concurrentMigrations: 300,
  /** Rows of a staged batch's CSV file. */
  csvRows: 2000,
  /** Missing members that a group's error names. */
  namedMembers: 5,
} as const;
