import { isStreamed, type MessageContent } from '@cutover/content';
import { pidTag } from '@cutover/wire/properties';
import type { Mailbox, NewMessage } from '../store/mailbox.ts';
import { hasOwnReceiveFolders, receiveFolderOf } from '../store/receive-folder.ts';
import { applyRules } from './apply-rules.ts';

function classOf({ properties }: MessageContent): string {
  const property = properties.find(({ tag }) => tag === pidTag.messageClass);
  return property === undefined || isStreamed(property) ? '' : String(property.value);
}

/** Puts mail that came into the folder that receives its class, the Inbox unless somebody said otherwise; rules go on from there. */
export function receiveMail(mailbox: Mailbox, mail: NewMessage): void {
  const { content } = mail;
  const folderId = hasOwnReceiveFolders(mailbox)
    ? receiveFolderOf(mailbox, classOf(typeof content === 'function' ? content() : content)).folderId
    : mailbox.wellKnown('inbox');
  applyRules(mailbox, mailbox.deliver(folderId, mail));
}
