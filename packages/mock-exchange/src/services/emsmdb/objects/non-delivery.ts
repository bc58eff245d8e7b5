import type { MessageContent } from '@cutover/content';
import { pidTag } from '@cutover/wire/properties';
import { textOf } from './message-properties.ts';

const administrator = 'System Administrator';

/** What tells a sender whom a message did not reach. [MS-OXOMSG] 2.2.2 */
export function composeNonDelivery(
  { properties }: MessageContent,
  { failed, server, at }: { failed: readonly string[]; server: string; at: bigint },
): MessageContent {
  const subject = textOf(properties, pidTag.subject) ?? '';
  const body = [
    'Your message did not reach some or all of the intended recipients.',
    '',
    `      Subject:  ${subject}`,
    '',
    'The following recipient(s) could not be reached:',
    '',
    ...failed.flatMap((address) => [`      ${address}`, `            <${server} #5.1.1>`]),
  ].join('\r\n');
  return {
    properties: [
      { tag: pidTag.messageClass, value: 'REPORT.IPM.Note.NDR' },
      { tag: pidTag.subject, value: `Undeliverable: ${subject}` },
      { tag: pidTag.subjectPrefix, value: 'Undeliverable: ' },
      { tag: pidTag.normalizedSubject, value: subject },
      { tag: pidTag.body, value: body },
      { tag: pidTag.senderName, value: administrator },
      { tag: pidTag.sentRepresentingName, value: administrator },
      { tag: pidTag.clientSubmitTime, value: at },
    ],
    recipients: [],
    attachments: [],
  };
}
