import type { MessageContent, StoredProperty } from '@cutover/content';
import { pidTag, propertyNameKey } from '@cutover/wire/properties';
import type { MessageEdit, PropertyEdit, PropertyReference } from './mailbox.ts';
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

const keyOf = ({ tag, name }: PropertyReference): string | number =>
  name === undefined ? tag >>> 16 : propertyNameKey(name);

/** Properties with an edit applied; one is removed or replaced by id or name, whatever its type was. */
export function editProperties(
  properties: readonly StoredProperty[],
  { set = [], remove = [] }: PropertyEdit,
): readonly StoredProperty[] {
  if (set.length === 0 && remove.length === 0) return properties;
  const gone = new Set([...set, ...remove].map(keyOf));
  return [...properties.filter((property) => !gone.has(keyOf(property))), ...set];
}

/** Properties that mark a message and are no part of what it says. */
const marks: ReadonlySet<string | number> = new Set(
  [
    pidTag.messageFlags,
    pidTag.messageStatus,
    pidTag.flagStatus,
    pidTag.flagCompleteTime,
    pidTag.followupIcon,
    pidTag.iconIndex,
    pidTag.lastVerbExecuted,
    pidTag.lastVerbExecutionTime,
    // The name in a URL.
    0x10f3001f,
  ].map((tag) => tag >>> 16),
);

const marksOnly = ({ set = [], remove = [], recipients, attachments }: MessageEdit): boolean =>
  recipients === undefined && attachments === undefined && [...set, ...remove].every((key) => marks.has(keyOf(key)));

/** The content with an edit applied. The message as it came from the Internet outlives an edit of marks alone. */
export function editContent(before: MessageContent, edit: MessageEdit): MessageContent {
  const content = edit.content ?? before;
  return {
    ...(content.mime !== undefined && marksOnly(edit) ? { mime: content.mime } : {}),
    properties: editProperties(content.properties, edit),
    recipients: edit.recipients ?? content.recipients,
    attachments: edit.attachments ?? content.attachments,
  };
}
