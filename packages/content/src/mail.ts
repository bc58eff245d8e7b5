import { filetimeFromDate } from '@cutover/wire';
import { pidLid, pidName, pidTag } from '@cutover/wire/properties';
import { displayList, recipientProperties, setRepresenting, setSender, type MailAddress } from './addresses.ts';
import { compressRtf } from './blobs/compressed-rtf.ts';
import type { AttachmentContent, MessageContent, StoredProperty } from './message-content.ts';
import { PropertyList } from './property-list.ts';

/** Code page of HTML that we write ourselves. */
const utf8CodePage = 65001;

/** What a mail consists of, before it is properties. */
export interface Mail {
  readonly subject: string;
  readonly from?: MailAddress | undefined;
  /** Who sent it on behalf of `from`; the same unless given. */
  readonly sender?: MailAddress | undefined;
  readonly to?: readonly MailAddress[];
  readonly cc?: readonly MailAddress[];
  readonly bcc?: readonly MailAddress[];
  readonly sentAt?: Date | undefined;
  readonly text?: string | undefined;
  readonly html?: string | undefined;
  readonly rtf?: Uint8Array | undefined;
  /** 3FDE of a mail without HTML; HTML is always kept in UTF-8. */
  readonly codePage?: number | undefined;
  /** IPM.Note unless given. */
  readonly messageClass?: string;
  readonly messageId?: string | undefined;
  readonly inReplyTo?: string | undefined;
  readonly references?: string | undefined;
  readonly importance?: 'low' | 'normal' | 'high' | undefined;
  readonly sensitivity?: 'normal' | 'personal' | 'private' | 'confidential' | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly flag?: FollowUpFlag | undefined;
  readonly conversationTopic?: string | undefined;
  readonly conversationIndex?: Uint8Array | undefined;
  readonly transportHeaders?: string | undefined;
  /** 300B: 16 bytes that stay with the message and all its copies. */
  readonly searchKey: Uint8Array;
  /** Not yet sent. */
  readonly unsent?: boolean;
  readonly attachments?: readonly AttachmentContent[];
  /** Properties besides; they replace what follows from the rest. */
  readonly besides?: readonly StoredProperty[];
}

/** A flag for follow-up: a text and a colour, or that it is done. */
export interface FollowUpFlag {
  readonly text: string;
  readonly completedAt?: Date;
}

const importances = { low: 0, normal: 1, high: 2 } as const;
const priorities = { low: -1, normal: 0, high: 1 } as const;
const sensitivities = { normal: 0, personal: 1, private: 2, confidential: 3 } as const;
const flagStatus = { complete: 1, flagged: 2 } as const;
const redFlag = 6;
/** 0E07. */
const messageFlag = { unmodified: 2, unsent: 8 } as const;

const filetime = (date: Date | undefined): bigint | undefined =>
  date === undefined ? undefined : filetimeFromDate(date);

/** Makes a mail into properties, recipients and attachments. [MS-OXCMSG], [MS-OXOMSG] */
export function composeMail(mail: Mail): MessageContent {
  const { to = [], cc = [], bcc = [], attachments = [], besides = [] } = mail;
  const list = new PropertyList()
    .set(pidTag.messageClass, mail.messageClass ?? 'IPM.Note')
    .set(pidTag.clientSubmitTime, filetime(mail.sentAt))
    .set(pidTag.creationTime, filetime(mail.sentAt))
    .set(pidTag.displayTo, displayList(to))
    .set(pidTag.displayCc, displayList(cc))
    .set(pidTag.displayBcc, displayList(bcc))
    .set(pidTag.searchKey, mail.searchKey)
    .set(pidTag.messageFlags, mail.unsent === true ? messageFlag.unsent : messageFlag.unmodified);
  setSubject(list, mail);
  setPeople(list, mail);
  setBodies(list, mail);
  setHeaders(list, mail);
  setMarks(list, mail);
  for (const property of besides) if ('value' in property) setBeside(list, property);
  return {
    properties: list.toArray(),
    recipients: [
      ...to.map((recipient) => recipientProperties(recipient, 'to')),
      ...cc.map((recipient) => recipientProperties(recipient, 'cc')),
      ...bcc.map((recipient) => recipientProperties(recipient, 'bcc')),
    ],
    attachments,
  };
}

function setBeside(list: PropertyList, { tag, name, value }: Extract<StoredProperty, { value: unknown }>): void {
  if (name === undefined) list.set(tag, value);
  else list.setNamed({ name, type: tag & 0xffff }, value);
}

/** One to three characters that are no digits, and a colon. [MS-OXCMSG] 2.2.1.9 */
const prefixForm = /^[^\s\d:]{1,3}: /u;

/** Sets the subject and its two parts. */
export function setSubject(
  list: PropertyList,
  { subject, conversationTopic }: Pick<Mail, 'subject' | 'conversationTopic'>,
): void {
  const prefix = prefixForm.exec(subject)?.[0] ?? '';
  const normalized = subject.slice(prefix.length);
  list
    .set(pidTag.subject, subject)
    .set(pidTag.subjectPrefix, prefix)
    .set(pidTag.normalizedSubject, normalized)
    .set(pidTag.conversationTopic, conversationTopic ?? normalized);
}

function setPeople(list: PropertyList, { from, sender = from }: Mail): void {
  if (from !== undefined) setRepresenting(list, from);
  if (sender !== undefined) setSender(list, sender);
}

function setBodies(list: PropertyList, { text, html, rtf, codePage }: Mail): void {
  list
    .set(pidTag.body, text)
    .set(pidTag.html, html === undefined ? undefined : Uint8Array.from(Buffer.from(html)))
    .set(pidTag.rtfCompressed, rtf === undefined ? undefined : compressRtf(rtf))
    .set(pidTag.rtfInSync, rtf === undefined ? undefined : true)
    .set(pidTag.internetCodepage, html === undefined ? codePage : utf8CodePage);
}

function setHeaders(list: PropertyList, mail: Mail): void {
  list
    .set(pidTag.internetMessageId, mail.messageId)
    .set(pidTag.inReplyToId, mail.inReplyTo)
    .set(pidTag.internetReferences, mail.references)
    .set(pidTag.conversationIndex, mail.conversationIndex)
    .set(pidTag.transportMessageHeaders, mail.transportHeaders);
}

function setMarks(list: PropertyList, mail: Mail): void {
  const { importance = 'normal', sensitivity = 'normal', categories, flag } = mail;
  list
    .set(pidTag.importance, importances[importance])
    .set(pidTag.priority, priorities[importance])
    .set(pidTag.sensitivity, sensitivities[sensitivity])
    .setNamed(pidLid.private, sensitivity === 'private' ? true : undefined)
    .setNamed(pidName.keywords, categories === undefined || categories.length === 0 ? undefined : categories);
  if (flag === undefined) return;
  list
    .set(pidTag.flagStatus, flag.completedAt === undefined ? flagStatus.flagged : flagStatus.complete)
    .set(pidTag.followupIcon, flag.completedAt === undefined ? redFlag : undefined)
    .set(pidTag.flagCompleteTime, filetime(flag.completedAt))
    .setNamed(pidLid.flagRequest, flag.text);
}
