import type { StoredRecipient } from '../store/directory.ts';
import { changedList, type ListChange } from './change-list.ts';
import { isNamed, recipientFor } from './find-recipients.ts';
import type { RecipientContext } from './names.ts';

const separator = '; ';

/** The names of a group's managers. */
export const managersOf = ({ attributes }: StoredRecipient): string[] =>
  (attributes['managedBy'] ?? '').split(separator).filter(Boolean);

/** Managers by any of their names, as a group keeps them. */
export const managerNames = (context: RecipientContext, managers: readonly string[]): string =>
  managers.map((manager) => recipientFor(context, manager).displayName).join(separator);

/** A group's managers after a change, as the group keeps them. */
export function changedManagers(context: RecipientContext, group: StoredRecipient, change: ListChange): string {
  const keep = (manager: string): string => recipientFor(context, manager).displayName;
  return changedList(managersOf(group), change, { keep }).join(separator);
}

/** Whether a group has this manager; any group without one. */
export function managedBy(context: RecipientContext, manager: string | undefined): (group: StoredRecipient) => boolean {
  if (manager === undefined) return () => true;
  const wanted = recipientFor(context, manager);
  return (group) => managersOf(group).some((name) => isNamed(context, wanted, name));
}
