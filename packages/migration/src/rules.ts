/** Which service's rules hold: the one that the seeds describe, or today's. */
export type ServiceVersion = '2013' | 'current';

/** What differs between the two, as data. */
export interface ServiceRules {
  /** Mailboxes migrated at the same time on a new endpoint, and the highest value. */
  readonly concurrentMigrations: { readonly default: number; readonly most: number };
  readonly concurrentIncrementalSyncs: { readonly default: number; readonly most: number };
  readonly mostMailboxes: number;
  /** Whether a second batch may be made while an older one exists (only one is ever under way). */
  readonly severalBatches: boolean;
  /** Whether a cutover is completed; where it is not, it ends when its batch is removed. */
  readonly completesCutover: boolean;
  /** Milliseconds between the syncs of a settled batch. */
  readonly incrementalSyncEvery: number;
  /** Milliseconds between status mails while a batch lives; 0: only after the first sync, a stop and the completion. */
  readonly reportEvery: number;
  /** Whether the status mail also goes to who started the batch, or only to the addresses that the batch names. */
  readonly mailsStarter: boolean;
}

const hour = 3_600_000;

/** Limits and habits of each version of the service. Source: the guides of 2013, and today's reference. */
export const serviceRules: Readonly<Record<ServiceVersion, ServiceRules>> = {
  '2013': {
    concurrentMigrations: { default: 3, most: 10 },
    concurrentIncrementalSyncs: { default: 3, most: 10 },
    mostMailboxes: 1000,
    severalBatches: true,
    completesCutover: true,
    incrementalSyncEvery: 24 * hour,
    reportEvery: 0,
    mailsStarter: true,
  },
  current: {
    concurrentMigrations: { default: 20, most: 100 },
    concurrentIncrementalSyncs: { default: 10, most: 100 },
    mostMailboxes: 2000,
    severalBatches: false,
    completesCutover: false,
    incrementalSyncEvery: 24 * hour,
    reportEvery: 24 * hour,
    mailsStarter: false,
  },
};
