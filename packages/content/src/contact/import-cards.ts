import { createHash } from 'node:crypto';
import { pidLid, pidTag, propertyType } from '@cutover/wire/properties';
import { fileAttachment } from '../attachments.ts';
import type { AttachmentContent, MessageContent, StoredProperty } from '../message-content.ts';
import { composeContact, type Contact, type PhoneKind, type PostalAddress } from './contact.ts';
import { type Card, type CardField, parseCards, splitValue, unescapeText } from './parse-cards.ts';

/** What a vCard file does not say itself. */
export interface CardOptions {
  /** Date of contacts whose card tells none. */
  readonly now: Date;
}

/** Makes the cards of a file into contacts. [MS-OXVCARD] */
export const importCards = (source: string, options: CardOptions): MessageContent[] =>
  parseCards(source).map((card) => composeContact(contactOf(card, options)));

function contactOf(card: Card, { now }: CardOptions): Contact {
  const [surname, givenName, middleName, prefix, suffix] = parts(card, 'n');
  const [company, department] = parts(card, 'org');
  const whole = [prefix, givenName, middleName, surname, suffix].filter(Boolean).join(' ');
  const photo = field(card, 'photo');
  const { phones, left } = phonesOf(card);
  return {
    displayName: text(card, 'fn') ?? (whole || (company ?? '')),
    surname,
    givenName,
    middleName,
    prefix,
    suffix,
    company,
    department,
    fileAs: text(card, 'x-ms-ol-file-as') ?? text(card, 'sort-as'),
    nickname: text(card, 'nickname'),
    title: text(card, 'title'),
    profession: text(card, 'role'),
    phones,
    emails: fields(card, 'email').map(({ value }) => unescapeText(value).replace(/^mailto:/i, '')),
    workAddress: address(card, 'work'),
    homeAddress: address(card, 'home'),
    otherAddress: address(card, undefined),
    birthday: day(text(card, 'bday')),
    anniversary: day(text(card, 'anniversary') ?? text(card, 'x-anniversary')),
    homePage: text(card, 'url'),
    instantMessaging: text(card, 'impp') ?? text(card, 'x-ms-imaddress'),
    text: [text(card, 'note'), ...left].filter(Boolean).join('\r\n') || undefined,
    categories: splitValue(field(card, 'categories')?.value ?? '', ',').filter((category) => category !== ''),
    ...(text(card, 'class')?.toLowerCase() === 'private' ? { sensitivity: 'private' as const } : {}),
    createdAt: instant(text(card, 'rev')) ?? now,
    searchKey: Uint8Array.from(createHash('sha256').update(JSON.stringify(card)).digest().subarray(0, 16)),
    ...(photo?.data === undefined ? {} : { attachments: [photoOf(photo.data)], besides: [hasPicture] }),
  };
}

const fields = (card: Card, name: string): CardField[] => card.filter((one) => one.name === name);
const field = (card: Card, name: string): CardField | undefined => card.find((one) => one.name === name);

function text(card: Card, name: string): string | undefined {
  const value = field(card, name)?.value;
  return value === undefined || value === '' ? undefined : unescapeText(value);
}

/** The parts of a structured value; empty ones are not there. */
const parts = (card: Card, name: string): (string | undefined)[] =>
  splitValue(field(card, name)?.value ?? '').map((part) => (part === '' ? undefined : part));

/** Which number a telephone line is, by its types; the first that fits and is free. */
const phoneForms: readonly (readonly [needed: readonly string[], kinds: readonly PhoneKind[]])[] = [
  [['fax', 'home'], ['homeFax']],
  [['fax'], ['businessFax', 'homeFax']],
  [['cell'], ['mobile']],
  [['pager'], ['pager']],
  [['car'], ['car']],
  [['isdn'], ['isdn']],
  [['home'], ['home', 'home2']],
  [['work'], ['business', 'business2']],
  [['pref'], ['primary']],
  [[], ['other', 'primary', 'business2', 'home2']],
];

/** The numbers by kind, and those that no kind is left for. */
function phonesOf(card: Card): { phones: Partial<Record<PhoneKind, string>>; left: string[] } {
  const phones: Partial<Record<PhoneKind, string>> = {};
  const left: string[] = [];
  for (const { types, value } of fields(card, 'tel')) {
    const kinds = phoneForms.filter(([needed]) => needed.every((type) => types.has(type))).flatMap(([, all]) => all);
    const free = kinds.find((kind) => phones[kind] === undefined);
    const number = unescapeText(value).replace(/^tel:/i, '');
    if (free === undefined) left.push(number);
    else phones[free] = number;
  }
  return { phones, left };
}

/** The address of a type; without one, that which is neither for work nor for home. */
function address(card: Card, type: 'work' | 'home' | undefined): PostalAddress | undefined {
  const found = fields(card, 'adr').find(({ types }) =>
    type === undefined ? !types.has('work') && !types.has('home') : types.has(type),
  );
  if (found === undefined) return undefined;
  const [box, extended, street, city, state, postalCode, country] = splitValue(found.value);
  const lines = [box, extended, street].filter(Boolean).join('\r\n');
  return { street: lines || undefined, city, state, postalCode, country };
}

/** A date with or without hyphens; the time of day, if there is one, does not count. */
function day(value: string | undefined): Date | undefined {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(value ?? '');
  return found === null ? undefined : new Date(Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])));
}

function instant(value: string | undefined): Date | undefined {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})T(\d{2}):?(\d{2}):?(\d{2})/.exec(value ?? '');
  if (found === null) return undefined;
  const [year, month, date, hour, minute, second] = found.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return new Date(Date.UTC(year, month - 1, date, hour, minute, second));
}

const hasPicture: StoredProperty = { tag: 0x80000000 + propertyType.bool, name: pidLid.hasPicture.name, value: true };

function photoOf(data: Uint8Array): AttachmentContent {
  const photo = fileAttachment({ name: 'ContactPicture.jpg', mimeType: 'image/jpeg', data });
  return { properties: [...photo.properties, { tag: pidTag.attachmentContactPhoto, value: true }] };
}
