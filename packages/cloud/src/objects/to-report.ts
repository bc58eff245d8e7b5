import { exceptionOf, shortName, type Report } from '@cutover/core';
import type { ReportEntry, UserView } from '@cutover/migration';

/** What -IncludeReport adds: the lines written so far, and the failures of the users they are about. */
export function toReport(entries: readonly ReportEntry[], users: readonly UserView[]): Report {
  return {
    Entries: entries.map(({ at, text }) => ({ CreationTime: new Date(at), Message: text })),
    Failures: users.flatMap(({ error }) =>
      error
        ? [{ Timestamp: new Date(error.at), FailureType: shortName(exceptionOf(error.code)), Message: error.detail }]
        : [],
    ),
  };
}
