import type { MessageContent, StoredProperty } from '@cutover/content';
import { pidTag, propertyNameKey } from '@cutover/wire/properties';
import type { MessageEdit } from './mailbox.ts';
import { hasVisibleAttachment } from './message-properties.ts';
import type { Message } from './message.ts';

/** Bits of 0E07 that the store keeps itself. [MS-OXCMSG] 2.2.1.6 */
const messageFlag = { read: 0x01, hasAttachment: 0x10, associated: 0x40 } as const;
const keptByStore = messageFlag.read | messageFlag.hasAttachment | messageFlag.associated;

/** Everything of a Message but its content, and the content as it came. */
export interface MessageState extends Omit<Message, 'content'> {
  readonly source: () => MessageContent;
}

/** Makes a Message whose content agrees with its state. */
export function createMessage(state: MessageState): Message & MessageState {
  return { ...state, content: () => withFlags(state, state.source()) };
}

function withFlags(state: MessageState, content: MessageContent): MessageContent {
  const at = content.properties.findIndex(({ tag }) => tag === pidTag.messageFlags);
  const flags = content.properties[at];
  const own = flags !== undefined && 'value' in flags ? Number(flags.value) : 0;
  const value =
    (own & ~keptByStore) |
    (state.read ? messageFlag.read : 0) |
    (hasVisibleAttachment(content) ? messageFlag.hasAttachment : 0) |
    (state.associated ? messageFlag.associated : 0);
  if (at >= 0 && value === own) return content;
  const property = { tag: pidTag.messageFlags, value };
  return { ...content, properties: [...content.properties.filter((_, index) => index !== at), property] };
}

const keyOf = ({ tag, name }: StoredProperty): string | number =>
  name === undefined ? tag >>> 16 : propertyNameKey(name);

/** The content with an edit applied; a property is replaced by id or name, whatever its type was. */
export function editContent(
  content: MessageContent,
  { set = [], recipients, attachments }: MessageEdit,
): MessageContent {
  const replaced = new Set(set.map(keyOf));
  return {
    properties: [...content.properties.filter((property) => !replaced.has(keyOf(property))), ...set],
    recipients: recipients ?? content.recipients,
    attachments: attachments ?? content.attachments,
  };
}
