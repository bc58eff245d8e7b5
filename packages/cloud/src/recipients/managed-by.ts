import type { StoredRecipient } from '../store/directory.ts';
import { isNamed, recipientFor } from './find-recipients.ts';
import type { RecipientContext } from './names.ts';

/** Whether a group has this manager; any group without one. */
export function managedBy(context: RecipientContext, manager: string | undefined): (group: StoredRecipient) => boolean {
  if (manager === undefined) return () => true;
  const wanted = recipientFor(context, manager);
  return ({ attributes }) =>
    (attributes['managedBy'] ?? '').split('; ').some((name) => name !== '' && isNamed(context, wanted, name));
}
