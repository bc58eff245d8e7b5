import {
  type ByteSource,
  fileAttachment,
  type MessageContent,
  messageAttachment,
  recipientProperties,
} from '@cutover/content';
import {
  firstNamedId,
  type NamedProperty,
  pidLid,
  pidName,
  pidTag,
  propertyTag,
  type PropertyValue,
} from '@cutover/wire/properties';

const named = ({ name, type }: NamedProperty, value: PropertyValue) => ({
  tag: propertyTag(firstNamedId, type),
  name,
  value,
});

const period = Uint8Array.from({ length: 0x20000 }, (_, index) => index & 0xff);

/** Bytes that count from 0 on, made while they are read. */
export const counting = (size: number): ByteSource => ({
  size,
  read: (offset, length) => {
    const start = offset & 0xff;
    return period.subarray(start, start + Math.min(length, size - offset));
  },
});

/** A message with everything: named properties, recipients, a file, a streamed file and a message attached. */
export function richMessage(subject: string, { streamed = 100_000 } = {}): MessageContent {
  const inner: MessageContent = {
    properties: [
      { tag: pidTag.messageClass, value: 'IPM.Note' },
      { tag: pidTag.subject, value: 'inner' },
      { tag: pidTag.body, value: 'Inner text' },
    ],
    recipients: [recipientProperties({ name: 'Bob', smtp: 'bob@x.org' }, 'to')],
    attachments: [],
  };
  return {
    properties: [
      { tag: pidTag.messageClass, value: 'IPM.Note' },
      { tag: pidTag.subject, value: `RE: ${subject}` },
      { tag: pidTag.subjectPrefix, value: 'RE: ' },
      { tag: pidTag.normalizedSubject, value: subject },
      { tag: pidTag.importance, value: 1 },
      { tag: pidTag.clientSubmitTime, value: 127437768000000000n },
      { tag: pidTag.body, value: `${subject} ${'Grüße Ж '.repeat(500)}` },
      { tag: pidTag.html, value: Buffer.from('<p>Grüße</p>'.repeat(400)) },
      { tag: pidTag.internetMessageId, value: '<1@x.org>' },
      named(pidLid.reminderSet, true),
      named(pidLid.private, false),
      named(pidName.keywords, ['Blue', 'Ж']),
    ],
    recipients: [
      recipientProperties({ name: 'Ann', smtp: 'ann@contoso.com', legacyExchangeDN: '/o=Contoso/cn=ann' }, 'to'),
      recipientProperties({ name: 'Ж', smtp: 'zh@x.org' }, 'cc'),
    ],
    attachments: [
      fileAttachment({ name: 'note.txt', mimeType: 'text/plain', data: Buffer.from('hello') }),
      fileAttachment({ name: 'large.bin', data: counting(streamed) }),
      messageAttachment('inner', inner),
    ],
  };
}
