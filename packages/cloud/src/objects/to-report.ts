import type { Report } from '@cutover/core';
import type { ReportEntry, SkippedItem, UserView } from '@cutover/migration';
import { errorName } from './error-text.ts';
import { toSkippedItem } from './to-skipped-item.ts';

interface ReportParts {
  readonly entries: readonly ReportEntry[];
  readonly users: readonly UserView[];
  readonly skipped?: readonly SkippedItem[];
}

/** What -IncludeReport adds: the lines written so far, the failures of the users they are about, and what was left out of their mailboxes. */
export function toReport({ entries, users, skipped = [] }: ReportParts): Report {
  const items = skipped.map(toSkippedItem);
  return {
    Entries: entries.map(({ at, text }) => ({ CreationTime: new Date(at), Message: text })),
    Failures: users.flatMap(({ error }) =>
      error ? [{ Timestamp: new Date(error.at), FailureType: errorName(error), Message: error.detail }] : [],
    ),
    BadItems: items.filter(({ Kind }) => Kind !== 'LargeItem'),
    LargeItems: items.filter(({ Kind }) => Kind === 'LargeItem'),
  };
}
