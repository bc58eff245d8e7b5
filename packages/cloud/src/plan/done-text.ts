import type { MigrationPlanItem } from '@cutover/core';
import { timeOf } from '../pages/time-of.ts';

/** Since when an item is done and by which check, or when it will be; nothing of what does not apply. */
export function doneText({ DoneAt, DoneWhen, Status }: MigrationPlanItem): string | undefined {
  if (Status === 'NotApplicable') return undefined;
  return DoneAt ? `Done since ${timeOf(DoneAt)}: ${DoneWhen}.` : `Done when ${DoneWhen}.`;
}
