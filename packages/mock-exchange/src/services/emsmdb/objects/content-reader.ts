import type { MessageContent } from '@cutover/content';
import { errorCode } from '@cutover/wire/rop';
import { isUnreadable } from '../../../faults/is-unreadable.ts';
import type { Mailbox } from '../../../store/mailbox.ts';
import type { Message } from '../../../store/message.ts';
import { RopFailure } from '../rop-failure.ts';
import type { RopCall } from '../rop-handler.ts';

/** Reads a message for a client; throws for one that cannot be read. */
export type ContentReader = (message: Message) => MessageContent;

/** Reads the messages of a mailbox; those that a fault makes unreadable are as if their record were damaged. */
export function contentReader({ context: { faults }, session: { account } }: RopCall, mailbox: Mailbox): ContentReader {
  return (message) => {
    if (isUnreadable(message, { faults, account, mailbox })) throw new RopFailure(errorCode.error);
    return message.content();
  };
}
