/** Limits of the emulated service, each with its reason. Times are in milliseconds. */
export const limits = {
  /** A lease outlives a stall of the disk or of a laptop's lid, and does not keep a successor waiting for long. */
  lease: 20_000,
  /** Four chances to renew before the lease runs out. */
  leaseRenewal: 5_000,
  /** Two owners that come at once wait for each other's write, which takes a millisecond. */
  lockFileWait: 2_000,
  /** A record with a whole report is some hundred kilobytes; what is longer is not ours. */
  frame: 16 * 1024 * 1024,
  /** The database has one process at a time; a backup tool may hold it for a moment. */
  databaseWait: 5_000,
  /** Message contents are long: larger pages make fewer links in their chains. */
  databasePage: 16384,
  /** Pages in the write-ahead log before it is carried into the database: some 32 MB, so that a page is seldom carried twice. */
  walPages: 2048,
  databaseCacheKilobytes: 8 * 1024,
  /** One row of a content: long enough to be few, short enough to be held many times over. */
  chunkBytes: 256 * 1024,
  /** Of a subject or message class, which the lists of messages show: 4,096 characters. The content keeps it whole. */
  summaryBytes: 8192,
  /** Memory for contents on their way in is lent from slabs of so many bytes: four of the longest chunks. */
  slabBytes: 1024 * 1024,
  /** Slabs that are kept for later; ten mailboxes at once need some twenty. */
  freeSlabs: 24,
  /** Chunks of one content that are held before they are written unreferenced: 1 MB. */
  chunksInMemory: 4,
  /** A mail server that is silent for so long is taken for dead; the mail is tried again later. */
  smtpWait: 30_000,
  /** A client of the local socket that has not said who it is by then is sent away. */
  greeting: 5_000,
  /** How long a service without clients and without anything scheduled stays for the next command. */
  serviceIdle: 10_000,
  /** From the start of the service's process until it answers; a cold machine needs some seconds. */
  serviceStart: 20_000,
  /** Between two looks whether a service has ended its work. */
  serviceLook: 250,
  /** A name server that is silent for so long is asked again, so many times in all. */
  dnsWait: 2_000,
  dnsAttempts: 3,
  /** Between two looks, while time passes at once, whether what is under way waits for a later time. */
  idleLook: 100,
  /** Between two looks whether a starting service listens already. */
  servicePoll: 25,
} as const;
