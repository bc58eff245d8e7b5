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
} as const;
