import type { MessageContent } from '@cutover/content';
import { pidTag } from '@cutover/wire/properties';
import { errorCode } from '@cutover/wire/rop';
import type { Mailbox } from '../../../store/mailbox.ts';
import type { Message } from '../../../store/message.ts';
import { RopFailure } from '../rop-failure.ts';
import type { RopCall } from '../rop-handler.ts';

/** Reads a message for a client; throws for one that cannot be read. */
export type ContentReader = (message: Message) => MessageContent;

/** Reads the messages of a mailbox; those that a fault makes unreadable are as if their record were damaged. */
export function contentReader({ context, session }: RopCall, mailbox: Mailbox): ContentReader {
  const { faults } = context;
  return (message) => {
    const content = message.content();
    if (!faults?.watches('item')) return content;
    const happening = { place: 'item', account: session.account, mailbox: mailbox.legacyExchangeDN } as const;
    const effects = faults.strike({ ...happening, name: subjectOf(content) });
    if (effects.length > 0) throw new RopFailure(errorCode.error);
    return content;
  };
}

function subjectOf({ properties }: MessageContent): string {
  const subject = properties.find(({ tag }) => tag === pidTag.subject);
  return subject !== undefined && 'value' in subject ? String(subject.value) : '';
}
