import { anything, date, type FieldCheck, type FieldTable, list, oneOf, text, trueOrFalse } from '../check-fields.ts';
import type {
  SeedAppointment,
  SeedAttachment,
  SeedContact,
  SeedContent,
  SeedItem,
  SeedMail,
  SeedNote,
  SeedTask,
} from './seed-item.ts';

type Fields<T> = Readonly<Record<keyof T & string, FieldCheck>>;

const bytes: FieldCheck = {
  takes: "bytes, e.g. Buffer.from('…'), or fileBytes('a.pdf')",
  holds: (value) => typeof value === 'object' && value !== null,
};

const common = {
  type: text,
  categories: list,
  importance: oneOf('low', 'normal', 'high'),
  sensitivity: oneOf('normal', 'personal', 'private', 'confidential'),
  attachments: list,
  besides: list,
  read: trueOrFalse,
};

const mail: Fields<SeedMail> = {
  ...common,
  subject: text,
  from: text,
  sender: text,
  to: list,
  cc: list,
  bcc: list,
  sentAt: date,
  text,
  html: text,
  rtf: text,
  messageId: text,
  inReplyTo: text,
  conversationIndex: bytes,
  flag: anything,
  transportHeaders: text,
  unsent: trueOrFalse,
};

const appointment: Fields<SeedAppointment> = {
  ...common,
  subject: text,
  start: date,
  end: date,
  text,
  location: text,
  allDay: trueOrFalse,
  busy: oneOf('free', 'tentative', 'busy', 'outOfOffice'),
  reminderMinutes: anything,
  organizer: text,
  attendees: list,
  recurrence: anything,
};

const contact: Fields<SeedContact> = {
  ...common,
  text,
  displayName: text,
  fileAs: text,
  prefix: text,
  givenName: text,
  middleName: text,
  surname: text,
  suffix: text,
  nickname: text,
  company: text,
  department: text,
  title: text,
  profession: text,
  phones: anything,
  emails: list,
  workAddress: anything,
  homeAddress: anything,
  otherAddress: anything,
  birthday: date,
  anniversary: date,
  homePage: text,
  instantMessaging: text,
  createdAt: date,
};

const task: Fields<SeedTask> = {
  ...common,
  subject: text,
  text,
  status: anything,
  done: anything,
  startsOn: date,
  dueOn: date,
  completedOn: date,
  owner: text,
  reminderAt: date,
  createdAt: date,
};

const note: Fields<SeedNote> = {
  type: text,
  categories: list,
  read: trueOrFalse,
  besides: list,
  text,
  color: anything,
  createdAt: date,
};

const content: Fields<SeedContent> = { type: text, content: anything, deliveredAt: date, read: trueOrFalse };

/** What an item of each kind may have, and must: what says when it was, and what people see of it. */
export const itemFields: Readonly<Record<SeedItem['type'], FieldTable>> = {
  mail: { fields: mail, needed: ['subject', 'sentAt'] },
  appointment: { fields: appointment, needed: ['subject', 'start', 'end'] },
  contact: { fields: contact, needed: ['createdAt'] },
  task: { fields: task, needed: ['subject', 'createdAt'] },
  note: { fields: note, needed: ['text', 'createdAt'] },
  content: { fields: content, needed: ['content'] },
};

type File = Exclude<SeedAttachment, { item: SeedItem }>;
const file: Fields<File> = { name: text, data: bytes, mimeType: text, contentId: text, inline: trueOrFalse };

/** The same of an attachment that is a file. */
export const fileFields: FieldTable = { fields: file, needed: ['name', 'data'] };
