/** Bounds of the REST backend, each with its reason. */
export const restLimits = {
  /** The service lets a cmdlet run for 15 minutes; whoever waits less loses its answer. */
  answerMilliseconds: 60 * 60_000,
  /** Most records a page can hold. */
  pageSize: 1000,
  /** Attempts at one page: a throttled tenant is let in again within minutes. */
  attempts: 6,
  /** The pause before the n-th attempt, times n, where the service names none. */
  pauseMilliseconds: 3000,
  /** A longer pause than this is refused rather than waited for. */
  longestPauseMilliseconds: 10 * 60_000,
  /** Regional redirects come one at a time; a ring of them must end. */
  redirects: 5,
  /** A page of 1,000 records with reports is some 20 MB. */
  bodyBytes: 256 * 1024 * 1024,
} as const;
