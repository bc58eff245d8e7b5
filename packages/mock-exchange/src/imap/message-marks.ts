import type { MessageFlag } from '@cutover/imap';
import type { MessageContent } from '@cutover/content';
import { pidTag } from '@cutover/wire/properties';
import type { MessageEdit } from '../store/mailbox.ts';
import type { Message } from '../store/message.ts';

/** 0E07. [MS-OXCMSG] 2.2.1.6 */
const unsent = 8;
/** Bits of 0E17. [MS-OXCMSG] 2.2.1.8 */
const status = { deleteMarked: 0x08, draft: 0x100, answered: 0x200 } as const;
/** 1090, 1095 and 1081. [MS-OXOFLAG] 2.2.1.1, [MS-OXOMSG] 2.2.1.7 */
const flagged = 2;
const redFlag = 6;
const repliedVerbs: ReadonlySet<number | undefined> = new Set([102, 103]);

const known = new WeakMap<Message, ReadonlySet<MessageFlag>>();

/** The flags under which IMAP knows the marks of a message; a changed message is another object. */
export function flagsOf(message: Message): ReadonlySet<MessageFlag> {
  const kept = known.get(message);
  if (kept !== undefined) return kept;
  const flags = readFlags(message);
  known.set(message, flags);
  return flags;
}

function readFlags(message: Message): ReadonlySet<MessageFlag> {
  const content = message.content();
  const bits = numberOf(content, pidTag.messageStatus) ?? 0;
  const isDraft = (bits & status.draft) !== 0 || ((numberOf(content, pidTag.messageFlags) ?? 0) & unsent) !== 0;
  const isAnswered = (bits & status.answered) !== 0 || repliedVerbs.has(numberOf(content, pidTag.lastVerbExecuted));
  return new Set<MessageFlag>([
    ...(message.read ? (['\\Seen'] as const) : []),
    ...(isAnswered ? (['\\Answered'] as const) : []),
    ...(numberOf(content, pidTag.flagStatus) === flagged ? (['\\Flagged'] as const) : []),
    ...((bits & status.deleteMarked) !== 0 ? (['\\Deleted'] as const) : []),
    ...(isDraft ? (['\\Draft'] as const) : []),
  ]);
}

function numberOf({ properties }: Pick<MessageContent, 'properties'>, tag: number): number | undefined {
  const property = properties.find((one) => one.tag === tag);
  return property !== undefined && 'value' in property && typeof property.value === 'number'
    ? property.value
    : undefined;
}

/** The edit after which a message has these flags, \Seen aside; undefined where it has them already. */
export function editFlags(message: Message, flags: ReadonlySet<MessageFlag>): MessageEdit | undefined {
  const before = flagsOf(message);
  const content = message.content();
  const changes = (['\\Answered', '\\Flagged', '\\Deleted', '\\Draft'] as const).filter(
    (flag) => before.has(flag) !== flags.has(flag),
  );
  if (changes.length === 0) return undefined;
  const edits = changes.map((flag) => markEdits[flag](content, { isSet: flags.has(flag) }));
  return {
    set: [statusOf(content, flags), ...edits.flatMap(({ set = [] }) => set)],
    remove: edits.flatMap(({ remove = [] }) => remove),
  };
}

/** 0E17 with the bits that stand for flags. */
function statusOf(content: MessageContent, flags: ReadonlySet<MessageFlag>): { tag: number; value: number } {
  const others =
    (numberOf(content, pidTag.messageStatus) ?? 0) & ~(status.deleteMarked | status.draft | status.answered);
  const value =
    others |
    (flags.has('\\Deleted') ? status.deleteMarked : 0) |
    (flags.has('\\Draft') ? status.draft : 0) |
    (flags.has('\\Answered') ? status.answered : 0);
  return { tag: pidTag.messageStatus, value };
}

type MarkEdit = (content: MessageContent, options: { isSet: boolean }) => Pick<MessageEdit, 'set' | 'remove'>;

/** What besides 0E17 a flag changes. */
const markEdits: Readonly<Record<Exclude<MessageFlag, '\\Seen'>, MarkEdit>> = {
  '\\Deleted': () => ({}),
  '\\Answered': (_content, { isSet }) => (isSet ? {} : { remove: [{ tag: pidTag.lastVerbExecuted }] }),
  '\\Flagged': (_content, { isSet }) =>
    isSet
      ? {
          set: [
            { tag: pidTag.flagStatus, value: flagged },
            { tag: pidTag.followupIcon, value: redFlag },
          ],
        }
      : { remove: [{ tag: pidTag.flagStatus }, { tag: pidTag.followupIcon }] },
  '\\Draft': (content, { isSet }) => {
    const bits = numberOf(content, pidTag.messageFlags) ?? 0;
    return isSet ? {} : { set: [{ tag: pidTag.messageFlags, value: bits & ~unsent }] };
  },
};
