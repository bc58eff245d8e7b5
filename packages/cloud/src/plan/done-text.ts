import type { MigrationPlanItem } from '@cutover/core';

/** To the minute, in UTC. */
export const timeOf = (date: Date): string => `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** Since when an item is done and by which check, or when it will be; nothing of what does not apply. */
export function doneText({ DoneAt, DoneWhen, Status }: MigrationPlanItem): string | undefined {
  if (Status === 'NotApplicable') return undefined;
  return DoneAt ? `Done since ${timeOf(DoneAt)}: ${DoneWhen}.` : `Done when ${DoneWhen}.`;
}
