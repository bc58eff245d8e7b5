import type { MessageContent, StoredProperty } from '@cutover/content';
import { pidTag, type PropertyTag } from '@cutover/wire/properties';
import type { Mailbox } from '../../../store/mailbox.ts';
import type { Message } from '../../../store/message.ts';
import { attachmentProperties, messageProperties } from './message-properties.ts';
import { PropertyBag } from './property-bag.ts';

/** What can be asked of a stored message, its recipients and attachments as parts of it; `more` stands beside it. */
export function messageBag(mailbox: Mailbox, message: Message, more: readonly StoredProperty[] = []): PropertyBag {
  const content = message.content();
  return new PropertyBag([...messageProperties(mailbox, message, content), ...more], (tag) => partsOf(content, tag));
}

function partsOf({ recipients, attachments }: MessageContent, tag: PropertyTag): PropertyBag[] {
  if (tag === pidTag.messageRecipients) return recipients.map((properties) => new PropertyBag(properties));
  if (tag !== pidTag.messageAttachments) return [];
  return attachments.map((attachment, number) => new PropertyBag(attachmentProperties(attachment, number)));
}
