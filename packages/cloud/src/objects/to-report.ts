import type { Report } from '@cutover/core';
import type { ReportEntry, UserView } from '@cutover/migration';
import { errorName } from './error-text.ts';

/** What -IncludeReport adds: the lines written so far, and the failures of the users they are about. */
export function toReport(entries: readonly ReportEntry[], users: readonly UserView[]): Report {
  return {
    Entries: entries.map(({ at, text }) => ({ CreationTime: new Date(at), Message: text })),
    Failures: users.flatMap(({ error }) =>
      error ? [{ Timestamp: new Date(error.at), FailureType: errorName(error), Message: error.detail }] : [],
    ),
  };
}
