import type { StoredRecipient } from '../store/directory.ts';
import { changedList, type ListChange } from './change-list.ts';
import { recipientFor } from './find-recipients.ts';
import type { RecipientContext } from './names.ts';

const separator = ' ';

/** The GUIDs of those who may send on behalf of a mailbox. Source: GrantSendOnBehalfTo of the product. */
export const sendersOf = ({ attributes }: StoredRecipient): string[] =>
  (attributes['sendOnBehalf'] ?? '').split(separator).filter(Boolean);

/** Them after a change, as a mailbox keeps them. */
export function changedSenders(context: RecipientContext, mailbox: StoredRecipient, change: ListChange): string {
  const keep = (sender: string): string => recipientFor(context, sender).guid;
  return changedList(sendersOf(mailbox), change, { keep }).join(separator);
}
