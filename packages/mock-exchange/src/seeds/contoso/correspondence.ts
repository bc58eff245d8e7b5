import type { SeededRandom } from '@cutover/base';
import { answerIndex, conversationIndex } from '@cutover/content';
import { filetimeFromDate } from '@cutover/wire';
import type { SeedItem, SeedMail } from '../seed-item.ts';
import { anyFile, pixel } from './files.ts';
import { at, minutesLater } from './time.ts';
import { newsletters, sentences, topics, type Topic } from './words.ts';

const firstDay = at('2012-09-03T08:00').getTime();
const days = 150;

/** A moment in office hours of the five months before the cutover. */
const someTime = (random: SeededRandom): Date =>
  new Date(firstDay + random.integer(0, days) * 86_400_000 + random.integer(0, 36_000) * 1000);

const textOf = (random: SeededRandom, opening: string): string => {
  const more = Array.from({ length: random.integer(1, 5) }, () => random.pick(sentences));
  return [opening, '', ...more].join('\r\n');
};

const htmlOf = (text: string): string =>
  `<html><head><meta charset="utf-8"></head><body>${text
    .split('\r\n')
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('')}</body></html>`;

/** RTF of plain text; what 7 bits cannot say as \u. */
const rtfOf = (text: string): string =>
  `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}\\f0\\fs20 ${text
    .replaceAll(/[\\{}]/g, (sign) => `\\${sign}`)
    .replaceAll(/[\u0080-\uffff]/g, (sign) => `\\u${(sign.charCodeAt(0) << 16) >> 16}?`)
    .replaceAll('\r\n', '\\par\r\n')}\\par}`;

/** The body in one of the three forms that Outlook sends. */
function bodyOf(random: SeededRandom, text: string): Pick<SeedMail, 'text' | 'html' | 'rtf'> {
  const form = random.integer(0, 9);
  if (form < 5) return { text };
  return form < 8 ? { text, html: htmlOf(text) } : { text, rtf: rtfOf(text) };
}

const colours = ['Red Category', 'Customers', 'Größere Projekte'];

function marksOf(random: SeededRandom): Partial<SeedMail> {
  return {
    ...(random.integer(0, 9) === 0 ? { importance: random.pick(['high', 'low'] as const) } : {}),
    ...(random.integer(0, 7) === 0 ? { categories: [random.pick(colours), 'Migration'] } : {}),
    ...(random.integer(0, 11) === 0 ? { flag: { text: 'Follow up' } } : {}),
    ...(random.integer(0, 15) === 0 ? { sensitivity: 'private' as const } : {}),
    ...(random.integer(0, 4) === 0 ? { attachments: [anyFile(random)] } : {}),
  };
}

interface Message {
  readonly topic: Topic;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc?: readonly string[];
}

/** A mail about a topic, the first of its conversation. */
export function mailAbout(random: SeededRandom, { topic, from, to, cc = [] }: Message): SeedMail {
  const sentAt = someTime(random);
  const guid = random.guid();
  return {
    type: 'mail',
    subject: topic.subject,
    from,
    to,
    cc,
    sentAt,
    messageId: `<${guid.replaceAll('-', '').toUpperCase()}@EXCH-MSG-1.contoso.com>`,
    conversationIndex: conversationIndex(filetimeFromDate(sentAt), guid),
    read: random.integer(0, 9) < 8,
    ...bodyOf(random, textOf(random, topic.opening)),
    ...marksOf(random),
  };
}

/** An answer to it some hours later, with the mail below. */
export function answerTo(
  random: SeededRandom,
  mail: SeedMail,
  { from, answer }: { from: string; answer: string },
): SeedMail {
  const sentAt = minutesLater(mail.sentAt, random.integer(10, 2000));
  const text = `${answer}\r\n\r\n-----Original Message-----\r\nFrom: ${mail.from ?? ''}\r\n\r\n${mail.text ?? ''}`;
  const guid = random.guid();
  return {
    type: 'mail',
    subject: `RE: ${mail.subject}`,
    from,
    to: mail.from === undefined ? [] : [mail.from],
    sentAt,
    text,
    messageId: `<${guid.replaceAll('-', '').toUpperCase()}@EXCH-MSG-1.contoso.com>`,
    read: true,
    ...(mail.messageId === undefined ? {} : { inReplyTo: mail.messageId }),
    ...(mail.conversationIndex === undefined
      ? {}
      : { conversationIndex: answerIndex(mail.conversationIndex, filetimeFromDate(sentAt), random.integer(0, 255)) }),
  };
}

/** A mail handed on as an attachment, which may itself carry one. */
export const forwardOf = (
  random: SeededRandom,
  mail: SeedMail,
  { from, to }: { from: string; to: string },
): SeedMail => ({
  type: 'mail',
  subject: `FW: ${mail.subject}`,
  from,
  to: [to],
  sentAt: minutesLater(mail.sentAt, random.integer(60, 5000)),
  text: 'FYI, see attached.',
  attachments: [{ item: mail }],
  read: random.integer(0, 1) === 0,
});

/** HTML with a picture in it, from outside. */
export function newsletter(random: SeededRandom, to: string): SeedItem {
  const subject = random.pick(newsletters);
  const contentId = `logo.${random.integer(1000, 9999)}@proseware.com`;
  return {
    type: 'mail',
    subject,
    from: 'Proseware News <news@proseware.com>',
    to: [to],
    sentAt: someTime(random),
    html: `<html><body><img src="cid:${contentId}" alt="Proseware"><h1>${subject}</h1><p>${random.pick(sentences)}</p></body></html>`,
    attachments: [{ name: 'logo.png', mimeType: 'image/png', data: pixel, contentId, inline: true }],
    read: random.integer(0, 2) > 0,
  };
}

export const pickTopic = (random: SeededRandom): Topic => random.pick(topics);
