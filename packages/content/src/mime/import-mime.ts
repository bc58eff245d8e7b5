import { createHash } from 'node:crypto';
import { pidTag } from '@cutover/wire/properties';
import PostalMime, { type Attachment, decodeWords, type Email } from 'postal-mime';
import { fileAttachment, messageAttachment } from '../attachments.ts';
import type { MailAddress } from '../addresses.ts';
import { contentLimits } from '../limits.ts';
import { composeMail, type Mail } from '../mail.ts';
import { type AttachmentContent, bytesOfMemory, type MessageContent } from '../message-content.ts';
import { checkMessage } from './check-message.ts';
import { findLostParts } from './find-lost-parts.ts';
import { codePageOf } from './code-pages.ts';
import { parseParameters } from './content-type.ts';
import { type HeaderBlock, headerValue, readHeaderBlock } from './header-block.ts';
import {
  addressesOf,
  categoriesOf,
  headerProperties,
  importanceOf,
  receivedAt,
  sensitivityOf,
} from './header-properties.ts';
import { mimeProblem, mimeProblems, type MimeProblem } from './mime-problem.ts';
import { parseMailDate } from './parse-date.ts';
import { meetingMail } from './meeting-mail.ts';
import { messageClassOf } from './message-class.ts';
import { signedEntity } from './secure-mail.ts';

/** How a message is taken over. */
export interface ImportOptions {
  /** Gives the directory's entry for an address of the organisation. */
  readonly resolve?: (address: MailAddress) => MailAddress;
  /** Keeps the message as it came in `mime`, for doors that show it again. */
  readonly keepOriginal?: boolean;
}

/** A message with what was wrong with it. No byte of it is lost: what its parts do not hold is attached as a file. */
export interface ImportedMessage {
  readonly content: MessageContent;
  /** When it arrived, by its Received field or else its date. */
  readonly deliveredAt?: Date;
  readonly problems: readonly MimeProblem[];
}

/** Name of the file that holds a message as it came. */
export const originalName = 'original message.eml';

/** Makes an Internet message into properties, recipients and attachments. RFC 5322, RFC 2045; [MS-OXCMAIL] */
export async function importMime(raw: Uint8Array, options: ImportOptions = {}): Promise<ImportedMessage> {
  const imported = await importAt(raw, options, 0);
  if (options.keepOriginal !== true) return imported;
  return { ...imported, content: { ...imported.content, mime: bytesOfMemory(raw) } };
}

async function importAt(raw: Uint8Array, options: ImportOptions, depth: number): Promise<ImportedMessage> {
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.length).toString('latin1');
  const header = readHeaderBlock(text);
  const { problems, leaves } = checkMessage(text);
  const email = await parse(withUnicodeHeader(raw, header), problems);
  problems.push(...findLostParts(raw, leaves, email));
  if (isUndecodable(email)) problems.push(mimeProblem('undecodable'));
  const sentAt = dateOf(header, problems);
  const attached = await attachmentsOf(email, { options, depth, problems });
  const secure = signedEntity(raw, header);
  const loses = problems.some(({ kind }) => mimeProblems[kind].loses);
  const attachments = secure === undefined ? attached : [secure];
  const content = composeMail({
    ...mailOf(email, header, options),
    sentAt,
    transportHeaders: headerText(raw.subarray(0, header.bodyStart)),
    searchKey: Uint8Array.from(createHash('sha256').update(raw).digest().subarray(0, 16)),
    attachments: loses ? [...attachments, originalOf(raw)] : attachments,
  });
  const deliveredAt = receivedAt(header) ?? sentAt;
  return { content, problems, ...(deliveredAt === undefined ? {} : { deliveredAt }) };
}

const originalOf = (raw: Uint8Array): AttachmentContent =>
  fileAttachment({ name: originalName, mimeType: 'application/octet-stream', data: Uint8Array.from(raw) });

/** What the parser makes of a message; of one that it refuses only the header, which is read here. */
async function parse(raw: Uint8Array, problems: MimeProblem[]): Promise<Email> {
  try {
    return await PostalMime.parse(raw, {
      forceRfc822Attachments: true,
      maxNestingDepth: contentLimits.multipartDepth,
    });
  } catch {
    problems.push(mimeProblem('notRead'));
    return { headers: [], headerLines: [], attachments: [] };
  }
}

/** The sign that decoders put where bytes do not fit; a message may hold it itself, which costs a copy and nothing else. */
const replacement = '\ufffd';

const isUndecodable = ({ text = '', html = '' }: Email): boolean =>
  text.includes(replacement) || html.includes(replacement);

function dateOf(header: HeaderBlock, problems: MimeProblem[]): Date | undefined {
  const value = headerValue(header, 'date');
  const date = value === undefined ? undefined : parseMailDate(value);
  if (value !== undefined && date === undefined) problems.push(mimeProblem('badDate'));
  return date;
}

/** 8-bit bytes of a header are UTF-8 if they can be, else what Windows takes them for. */
function decodeHeader(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.includes(replacement) ? new TextDecoder('windows-1252').decode(bytes) : text;
}

const headerText = (bytes: Uint8Array): string => decodeHeader(bytes).replaceAll(/\r?\n/g, '\r\n');

/** The message with its header in UTF-8, which is all that the parser knows beyond ASCII. */
function withUnicodeHeader(raw: Uint8Array, { bodyStart }: HeaderBlock): Uint8Array {
  const header = raw.subarray(0, bodyStart);
  if (header.every((byte) => byte < 0x80)) return raw;
  return Buffer.concat([Buffer.from(decodeHeader(header)), raw.subarray(bodyStart)]);
}

function mailOf(
  email: Email,
  header: HeaderBlock,
  { resolve = (address) => address }: ImportOptions,
): Omit<Mail, 'searchKey'> {
  const people = (addresses: Email['to']): MailAddress[] => addressesOf(addresses).map((address) => resolve(address));
  const [from] = people(email.from === undefined ? [] : [email.from]);
  const [sender] = people(email.sender === undefined ? [] : [email.sender]);
  const type = parseParameters(headerValue(header, 'content-type') ?? '');
  const topic = headerValue(header, 'thread-topic');
  const meeting = meetingMail(email.attachments);
  return {
    messageClass: meeting?.messageClass ?? messageClassOf(type, email.attachments),
    subject: email.subject ?? '',
    from,
    sender: sender ?? from,
    to: people(email.to),
    cc: people(email.cc),
    bcc: people(email.bcc),
    ...bodiesOf(email),
    codePage: codePageOf(type.parameters['charset'] ?? 'us-ascii'),
    messageId: email.messageId,
    inReplyTo: email.inReplyTo,
    references: email.references,
    importance: importanceOf(header),
    sensitivity: sensitivityOf(header),
    categories: categoriesOf(header),
    conversationTopic: topic === undefined ? undefined : decodeWords(topic),
    conversationIndex: threadIndexOf(header),
    besides: [...headerProperties(header, people(email.replyTo)), ...(meeting?.properties ?? [])],
  };
}

const richText = new Set(['text/rtf', 'application/rtf']);

/** The bodies; a message that is nothing but rich text has that for its body. */
function bodiesOf(email: Email): Pick<Mail, 'text' | 'html' | 'rtf'> {
  const rtf = rtfBody(email);
  const text = email.text?.replaceAll(/\r?\n/g, '\r\n');
  return { text, html: email.html, rtf: rtf === undefined ? undefined : bytesOf(rtf) };
}

function rtfBody({ text, html, attachments }: Email): Attachment | undefined {
  if (text !== undefined || html !== undefined) return undefined;
  return attachments.find(({ mimeType, disposition }) => richText.has(mimeType) && disposition !== 'attachment');
}

const shortestIndex = 22;

function threadIndexOf(header: HeaderBlock): Uint8Array | undefined {
  const bytes = Buffer.from(headerValue(header, 'thread-index') ?? '', 'base64');
  return bytes.length < shortestIndex ? undefined : Uint8Array.from(bytes);
}

interface Place {
  readonly options: ImportOptions;
  readonly depth: number;
  readonly problems: MimeProblem[];
}

async function attachmentsOf(email: Email, place: Place): Promise<AttachmentContent[]> {
  const body = rtfBody(email);
  const attachments = email.attachments.filter((attachment) => attachment !== body);
  const found: AttachmentContent[] = [];
  // One after the other: an attached message may hold hundreds of megabytes.
  for (const attachment of attachments) found.push(await attachmentOf(attachment, place));
  return found;
}

async function attachmentOf(attachment: Attachment, place: Place): Promise<AttachmentContent> {
  if (attachment.mimeType === 'message/rfc822') {
    const embedded = await embeddedOf(bytesOf(attachment), place);
    if (embedded !== undefined) return messageAttachment(subjectOf(embedded), embedded);
  }
  return fileAttachment({
    name: attachment.filename ?? nameFor(attachment),
    mimeType: attachment.mimeType,
    data: bytesOf(attachment),
    inline: attachment.related === true,
    ...(attachment.contentId === undefined ? {} : { contentId: attachment.contentId.replace(/^<(.*)>$/s, '$1') }),
  });
}

/** An attached message, unless it is none: then it stays a file. */
async function embeddedOf(raw: Uint8Array, { options, depth, problems }: Place): Promise<MessageContent | undefined> {
  const header = readHeaderBlock(Buffer.from(raw).toString('latin1'));
  if (depth >= contentLimits.embeddedDepth || header.beginsBroken || header.fields.length === 0) {
    problems.push(mimeProblem('embeddedNotRead'));
    return undefined;
  }
  return (await importAt(raw, options, depth + 1)).content;
}

const bytesOf = ({ content }: Attachment): Uint8Array => {
  if (typeof content === 'string') return Uint8Array.from(Buffer.from(content));
  return content instanceof Uint8Array ? content : new Uint8Array(content);
};

const extensions: Readonly<Record<string, string>> = {
  'text/calendar': '.ics',
  'text/html': '.htm',
  'text/plain': '.txt',
  'text/x-vcard': '.vcf',
  'text/vcard': '.vcf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
  'application/pdf': '.pdf',
  'application/ms-tnef': '.dat',
  'message/rfc822': '.eml',
};

/** A name for a part that has none, as Outlook makes one. */
const nameFor = ({ mimeType }: Attachment): string =>
  mimeType === 'application/ms-tnef' ? 'winmail.dat' : `attachment${extensions[mimeType] ?? '.dat'}`;

function subjectOf({ properties }: MessageContent): string {
  const subject = properties.find(({ tag }) => tag === pidTag.subject);
  return subject !== undefined && 'value' in subject ? String(subject.value) : '';
}
