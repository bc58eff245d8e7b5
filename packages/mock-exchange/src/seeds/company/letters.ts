import type { SeededRandom } from '@cutover/base';
import { answerIndex, conversationIndex } from '@cutover/content';
import { filetimeFromDate } from '@cutover/wire';
import type { SeedAttachment, SeedMail } from '../seed-item.ts';
import { stableBytes, stableGuid, stableRandom } from '../stable.ts';
import { anyAttachment } from './attachments.ts';
import { bodyOf, paragraphs, wordHtml } from './bodies.ts';
import { internetHeader } from './internet-header.ts';
import { languages, type Language } from './languages.ts';
import type { Outsider } from './outsiders.ts';
import type { Person } from './people.ts';

/** Whose mailbox it is, and with whom they write. */
export interface Correspondent {
  readonly person: Person;
  readonly people: readonly Person[];
  readonly outsiders: readonly Outsider[];
  readonly domain: string;
  /** Word that the company's keys begin with. */
  readonly key: string;
}

/** What is known of a mail before it is written: all that its mailbox keeps of it. */
export interface Letter {
  /** Number of its conversation in the mailbox. */
  readonly thread: number;
  /** 0 for the mail that began it. */
  readonly depth: number;
  /** When the conversation began, milliseconds since 1970. */
  readonly began: number;
  readonly sentAt: number;
  readonly kind: 'received' | 'sent' | 'draft' | 'newsletter';
}

const attachmentShare = 0.16;
const externalShare = 0.2;
const quoted = 3;

/** Writes a mail; the same one every time. */
export function writeLetter(letter: Letter, of: Correspondent): SeedMail {
  return letter.kind === 'newsletter' ? newsletter(letter, of) : conversationMail(letter, of);
}

function conversationMail(letter: Letter, of: Correspondent): SeedMail {
  const { depth, kind } = letter;
  const random = randomOf(letter, of, 'mail');
  const thread = threadOf(letter, of);
  const sentAt = new Date(letter.sentAt);
  const { from, to } = peopleOf(letter, thread, of);
  const isDraft = kind === 'draft';
  const subject = `${depth === 0 ? '' : random.pick(['RE: ', 'RE: ', 'AW: ', 'FW: '])}${thread.subject}`;
  return {
    type: 'mail',
    subject,
    from,
    to: isDraft && random.next() < 0.5 ? [] : to.slice(0, 3),
    sentAt,
    ...(to.length > 2 ? { cc: [to.at(-1)!] } : {}),
    ...bodyOf(random, textOf(letter, thread, of)),
    ...marksOf(random),
    ...(random.next() < attachmentShare ? { attachments: attachmentsOf(random, thread, letter, of) } : {}),
    ...(isDraft ? { unsent: true } : { messageId: messageId(letter, of) }),
    ...(isFromOutside(from) && kind === 'received'
      ? { transportHeaders: headerOf(letter, { from, subject }, of) }
      : {}),
    ...(depth === 0 ? {} : { inReplyTo: messageId({ ...letter, depth: depth - 1 }, of) }),
    conversationIndex: indexOf(letter, of),
  };
}

interface Thread {
  readonly subject: string;
  readonly language: Language;
  readonly others: readonly Other[];
}

interface Other {
  readonly name: string;
  /** As a seed names somebody. */
  readonly address: string;
}

const randomOf = ({ thread, depth }: Letter, { key, person }: Correspondent, what: string): SeededRandom =>
  stableRandom(key, person.alias, thread, depth, what);

/** What all mails of a conversation share. */
function threadOf(letter: Letter, of: Correspondent): Thread {
  const random = randomOf({ ...letter, depth: 0 }, of, 'thread');
  const isForeign = random.next() < 0.3;
  const language = languages[isForeign ? 'en' : of.person.culture.language];
  const others = Array.from({ length: random.integer(1, 4) }, () => anybody(random, of));
  return { subject: random.pick(language.subjects), language, others };
}

function anybody(random: SeededRandom, { people, outsiders }: Correspondent): Other {
  if (random.next() < externalShare) {
    const { name, address } = random.pick(outsiders);
    return { name, address: `${name} <${address}>` };
  }
  const { displayName: name, alias: address } = random.pick(people);
  return { name, address };
}

function peopleOf({ kind, depth }: Letter, { others }: Thread, { person }: Correspondent) {
  const addresses = others.map(({ address }) => address);
  if (kind !== 'received') return { from: person.alias, to: addresses };
  const at = depth % addresses.length;
  return { from: addresses[at]!, to: [person.alias, ...addresses.filter((_, index) => index !== at)] };
}

/** What is written, with up to three of the mails before it below. */
function textOf(letter: Letter, thread: Thread, of: Correspondent): string[] {
  const texts: string[] = [];
  for (let back = 0; back <= Math.min(letter.depth, quoted); back++) {
    const before = { ...letter, depth: letter.depth - back };
    const author = back === 0 ? letter.kind : before.depth % 2 === 0 ? 'received' : 'sent';
    const other = thread.others[before.depth % thread.others.length]!;
    const signature = author === 'received' ? other.name : of.person.displayName;
    if (back > 0) texts.push(`-----Original Message-----\r\nFrom: ${signature}\r\nSubject: ${thread.subject}`);
    texts.push(...paragraphs(randomOf(before, of, 'text'), thread.language, signature));
  }
  return texts;
}

const categories = ['Red Category', 'Customers', 'Größere Projekte', 'Follow-up 2012', '重要'];

const marksOf = (random: SeededRandom): Partial<SeedMail> => ({
  ...(random.next() < 0.06 ? { importance: random.pick(['high', 'high', 'low'] as const) } : {}),
  ...(random.next() < 0.05 ? { categories: [random.pick(categories)] } : {}),
  ...(random.next() < 0.04 ? { flag: { text: 'Follow up' } } : {}),
  ...(random.next() < 0.01 ? { sensitivity: 'private' as const } : {}),
});

/** Files, or the mail before this one as a whole. */
function attachmentsOf(
  random: SeededRandom,
  { language }: Thread,
  letter: Letter,
  of: Correspondent,
): SeedAttachment[] {
  const before: Letter = { ...letter, depth: letter.depth - 1, kind: 'received' };
  if (letter.depth > 0 && random.next() < 0.1) return [{ item: writeLetter(before, of) }];
  return Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, () => anyAttachment(random, language.files));
}

const isFromOutside = (from: string): boolean => from.endsWith('>');

const headerOf = (letter: Letter, { from, subject }: { from: string; subject: string }, of: Correspondent): string =>
  internetHeader({
    from,
    to: `${of.person.displayName} <${of.person.alias}@${of.domain}>`,
    subject,
    sentAt: new Date(letter.sentAt),
    messageId: messageId(letter, of),
    server: `mail.${of.domain}`,
  });

const messageId = ({ thread, depth }: Letter, { key, person, domain }: Correspondent): string =>
  `<${Buffer.from(stableBytes(16, key, person.alias, thread, depth))
    .toString('hex')
    .toUpperCase()}@mail.${domain}>`;

/** 0071: that of the first mail, and five bytes for each answer. [MS-OXOMSG] 2.2.1.3 */
function indexOf({ thread, depth, began, sentAt }: Letter, { key, person }: Correspondent): Uint8Array {
  let index = conversationIndex(filetimeFromDate(new Date(began)), stableGuid(key, person.alias, thread));
  for (let level = 0; level < depth; level++) index = answerIndex(index, filetimeFromDate(new Date(sentAt)), level);
  return index;
}

const senders = [
  'Proseware News <news@proseware.com>',
  'Fourth Coffee <shop@fourthcoffee.com>',
  'Litware <noreply@litware.com>',
];
const headlines = [
  'Your weekly digest',
  '20 % off – this week only',
  'Nouveautés de mars',
  'Statusbericht: alles läuft',
];

function newsletter(letter: Letter, of: Correspondent): SeedMail {
  const random = randomOf(letter, of, 'newsletter');
  const subject = random.pick(headlines);
  const from = random.pick(senders);
  const items = Array.from({ length: random.integer(3, 12) }, () => random.pick(languages.en.sentences));
  return {
    type: 'mail',
    subject,
    from,
    to: [of.person.alias],
    sentAt: new Date(letter.sentAt),
    transportHeaders: headerOf(letter, { from, subject }, of),
    html: wordHtml([subject, ...items, 'Unsubscribe: http://www.example.com/unsubscribe?id=4711&list=7']),
    messageId: messageId(letter, of),
  };
}
