import type { MigrationReportLink } from '@cutover/core';

/** The report files that were made, by batch. */
export interface ReportArchive {
  /** Oldest first. */
  list(batchGuid: string): MigrationReportLink[];
}
