import { createHash } from 'node:crypto';
import { isNumberedName, pidName, pidTag, propertySet, type PropertyTag } from '@cutover/wire/properties';
import { isStreamed, type MessageContent } from '../message-content.ts';
import {
  type HeaderAddress,
  readAddress,
  recipientsOf,
  replyTo,
  representingTags,
  senderTags,
} from './render-people.ts';
import { PropertyReader } from './property-reader.ts';
import { defaultDomain, type RenderOptions } from './render-options.ts';

/** One field of a header before it is encoded and folded. */
export type HeaderField = readonly [name: string, value: string | HeaderAddress[]];

/** The fields of a message in the order in which Exchange 2003 writes them, those about its body left out. [MS-OXCMAIL] 2.1.3 */
export function renderHeaders(content: MessageContent, options: RenderOptions): HeaderField[] {
  const reader = new PropertyReader(content.properties);
  const fields: HeaderField[] = [
    ['X-MimeOLE', 'Produced By Microsoft Exchange V6.5'],
    ...people(content, reader, options),
    ['Subject', reader.text(pidTag.subject) ?? ''],
    ['Date', mailDate(dateOf(reader, options))],
    ['Message-ID', messageId(content, reader, options)],
    ...texts(reader),
    ...marks(reader),
    ...requests(reader, options),
    ...namedHeaders(content),
  ];
  return fields.filter(([, value]) => value.length > 0);
}

function people(content: MessageContent, reader: PropertyReader, options: RenderOptions): HeaderField[] {
  const sender = readAddress(reader, senderTags, options);
  const from = readAddress(reader, representingTags, options) ?? sender;
  const isProxy = sender !== undefined && sender.address.toLowerCase() !== from?.address.toLowerCase();
  return [
    ['From', from === undefined ? [] : [from]],
    ['Sender', isProxy ? [sender] : []],
    ['Reply-To', replyTo(reader)],
    ['To', recipientsOf(content, 'to', options)],
    ['Cc', recipientsOf(content, 'cc', options)],
    ['Bcc', recipientsOf(content, 'bcc', options)],
  ];
}

/** RFC 5322 3.3, in UTC. */
export const mailDate = (date: Date): string => date.toUTCString().replace('GMT', '+0000');

export const dateOf = (reader: PropertyReader, { date }: RenderOptions): Date =>
  reader.date(pidTag.clientSubmitTime) ?? date ?? reader.date(pidTag.creationTime) ?? new Date(0);

/** 1035, or one made of what stays with a message. */
function messageId({ properties }: MessageContent, reader: PropertyReader, options: RenderOptions): string {
  const own = reader.text(pidTag.internetMessageId);
  if (own !== undefined && own !== '') return own;
  const key = reader.bytes(pidTag.searchKey) ?? createHash('sha256').update(String(properties.length)).digest();
  return `<${Buffer.from(key).toString('hex').toUpperCase().slice(0, 32)}@${options.domain ?? defaultDomain}>`;
}

const plainTexts: readonly (readonly [string, PropertyTag])[] = [
  ['In-Reply-To', pidTag.inReplyToId],
  ['References', pidTag.internetReferences],
  ['Thread-Topic', pidTag.conversationTopic],
  ['List-Help', pidTag.listHelp],
  ['List-Subscribe', pidTag.listSubscribe],
  ['List-Unsubscribe', pidTag.listUnsubscribe],
];

function texts(reader: PropertyReader): HeaderField[] {
  const index = reader.bytes(pidTag.conversationIndex);
  return [
    ...plainTexts.map(([name, tag]) => [name, reader.text(tag) ?? ''] as const),
    ['Thread-Index', index === undefined ? '' : Buffer.from(index).toString('base64')],
  ];
}

const importances = ['low', '', 'high'];
const priorities: Readonly<Record<string, string>> = { '-1': 'non-urgent', 1: 'urgent' };
const sensitivities = ['', 'Personal', 'Private', 'Company-Confidential'];

function marks(reader: PropertyReader): HeaderField[] {
  const categories = reader.named(pidName.keywords);
  return [
    ['Importance', importances[reader.number(pidTag.importance) ?? 1] ?? ''],
    ['Priority', priorities[reader.number(pidTag.priority) ?? 0] ?? ''],
    ['Sensitivity', sensitivities[reader.number(pidTag.sensitivity) ?? 0] ?? ''],
    ['Keywords', Array.isArray(categories) ? categories.join(', ') : ''],
  ];
}

const times: readonly (readonly [string, PropertyTag])[] = [
  ['Expires', pidTag.expiryTime],
  ['Reply-By', pidTag.replyTime],
  ['Deferred-Delivery', pidTag.deferredDeliveryTime],
];

function requests(reader: PropertyReader, options: RenderOptions): HeaderField[] {
  const asking = readAddress(reader, representingTags, options)?.address ?? '';
  return [
    ...times.map(([name, tag]) => {
      const date = reader.date(tag);
      return [name, date === undefined ? '' : mailDate(date)] as const;
    }),
    ['Disposition-Notification-To', reader.isTrue(pidTag.readReceiptRequested) ? asking : ''],
    ['Return-Receipt-To', reader.isTrue(pidTag.originatorDeliveryReportRequested) ? asking : ''],
  ];
}

/** Fields that have a property of their own, and those about the body: no named property makes them again. */
const ownFields = new Set([
  ...plainTexts.map(([name]) => name.toLowerCase()),
  ...times.map(([name]) => name.toLowerCase()),
  ...(
    'from sender reply-to to cc bcc subject date message-id thread-index importance priority sensitivity keywords ' +
    'mime-version x-mimeole disposition-notification-to return-receipt-to ' +
    'content-type content-transfer-encoding content-disposition content-id'
  ).split(' '),
]);
const fieldName = /^[!-9;-~]+$/;

/** Named properties of the Internet headers' set: each is a field of its name. [MS-OXCMAIL] 2.1.3.2.1 */
const namedHeaders = ({ properties }: MessageContent): HeaderField[] =>
  properties.flatMap((property) => {
    const { name } = property;
    if (name === undefined || isNumberedName(name) || name.set !== propertySet.internetHeaders) return [];
    if (!fieldName.test(name.name) || ownFields.has(name.name.toLowerCase())) return [];
    return isStreamed(property) || typeof property.value !== 'string' ? [] : [[name.name, property.value] as const];
  });
