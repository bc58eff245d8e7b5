import type { MessageContent } from '@cutover/content';
import { pidTag } from '@cutover/wire/properties';
import type { Account } from '../organisation/account.ts';
import type { Mailbox } from '../store/mailbox.ts';
import type { Message } from '../store/message.ts';
import type { FaultInjector } from './fault-injector.ts';

/** Whether a fault makes a message unreadable this time, by whichever door it is read. */
export function isUnreadable(
  message: Message,
  { faults, account, mailbox }: { faults: FaultInjector | undefined; account: Account; mailbox: Mailbox },
): boolean {
  if (!faults?.watches('item')) return false;
  const name = subjectOf(message.content());
  return faults.strike({ place: 'item', name, account, mailbox: mailbox.legacyExchangeDN }).length > 0;
}

function subjectOf({ properties }: MessageContent): string {
  const subject = properties.find(({ tag }) => tag === pidTag.subject);
  return subject !== undefined && 'value' in subject ? String(subject.value) : '';
}
