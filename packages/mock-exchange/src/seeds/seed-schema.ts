import { z } from 'zod';
import { doorNames } from '../doors/door-names.ts';
import { exchangeVersions } from '../profiles/exchange-profile.ts';
import { defaultFolders, specialFolders } from '../store/folder.ts';

/** A moment with its offset, e.g. 2012-11-06T09:00:00-08:00. */
const moment = z.iso
  .datetime({ offset: true, error: 'write a date and time with offset, e.g. 2012-11-06T09:00:00-08:00' })
  .transform((text) => new Date(text));
const name = z.string().min(1, { error: 'write at least one character' });
const minutes = z.int().min(0);

const attributes = z.strictObject({
  givenName: z.string().optional(),
  surname: z.string().optional(),
  initials: z.string().optional(),
  title: z.string().optional(),
  department: z.string().optional(),
  company: z.string().optional(),
  office: z.string().optional(),
  businessPhone: z.string().optional(),
  otherPhones: z.array(z.string()).optional(),
  homePhone: z.string().optional(),
  mobilePhone: z.string().optional(),
  fax: z.string().optional(),
  street: z.string().optional(),
  city: z.string().optional(),
  state: z.string().optional(),
  postalCode: z.string().optional(),
  country: z.string().optional(),
  printableName: z.string().optional(),
  extensionAttributes: z
    .record(z.string().regex(/^([1-9]|1[0-5])$/, { error: 'number them from 1 to 15' }), z.string())
    .optional(),
});

const recipient = {
  alias: name,
  displayName: name,
  primarySmtpAddress: z.string().optional(),
  proxyAddresses: z.array(z.string()).optional(),
  hidden: z.boolean().optional(),
  manager: name.optional(),
  attributes: attributes.optional(),
};
const user = z.strictObject({
  ...recipient,
  userName: name.optional(),
  password: name.optional(),
  database: name.optional(),
  unifiedMessaging: name.optional(),
});
const group = z.strictObject({ ...recipient, members: z.array(name), managedBy: name.optional() });
const contact = z.strictObject({ ...recipient, targetAddress: name });

const permission = z.union([
  z.strictObject({ account: name, fullAccess: name }),
  z.strictObject({ account: name, receiveAs: z.union([z.literal(true), name]) }),
]);

const file = z.strictObject({
  name,
  mimeType: z.string().optional(),
  contentId: z.string().optional(),
  inline: z.boolean().optional(),
  text: z.string().optional(),
  base64: z.base64().optional(),
  /** A file beside the seed. */
  file: name.optional(),
  /** So many bytes that are made while they are read. */
  size: z.int().min(0).optional(),
});
// An attached item may hold attached items; the type of so deep a structure is checked where it is read.
const embedded = z.strictObject({ item: z.lazy((): z.ZodType<unknown> => item) });
const marks = {
  categories: z.array(z.string()).optional(),
  importance: z.enum(['low', 'normal', 'high']).optional(),
  sensitivity: z.enum(['normal', 'personal', 'private', 'confidential']).optional(),
  read: z.boolean().optional(),
  attachments: z.array(z.union([file, embedded])).optional(),
};
const mail = z.strictObject({
  type: z.literal('mail'),
  ...marks,
  subject: z.string(),
  from: z.string().optional(),
  sender: z.string().optional(),
  to: z.array(z.string()).optional(),
  cc: z.array(z.string()).optional(),
  bcc: z.array(z.string()).optional(),
  sentAt: moment,
  text: z.string().optional(),
  html: z.string().optional(),
  rtf: z.string().optional(),
  messageId: z.string().optional(),
  inReplyTo: z.string().optional(),
  flag: z.strictObject({ text: z.string(), completedAt: moment.optional() }).optional(),
  unsent: z.boolean().optional(),
});

const recurrence = z.strictObject({
  every: z.enum(['day', 'week', 'month', 'year']),
  interval: z.int().min(1).default(1),
  /** Weekdays as MO, TU, …; of a month or year with `nth`. */
  weekdays: z.array(z.enum(['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'])).optional(),
  nth: z.int().min(1).max(5).optional(),
  dayOfMonth: z.int().min(1).max(31).optional(),
  count: z.int().min(1).optional(),
  until: moment.optional(),
  timeZone: name,
  description: z.string().optional(),
  deleted: z.array(moment).optional(),
  modified: z
    .array(
      z.strictObject({
        original: moment,
        start: moment,
        end: moment,
        subject: z.string().optional(),
        location: z.string().optional(),
      }),
    )
    .optional(),
});
const attendee = z.strictObject({
  address: name,
  role: z.enum(['required', 'optional', 'resource']).optional(),
  response: z.enum(['none', 'tentative', 'accepted', 'declined', 'notResponded']).optional(),
});
const appointment = z.strictObject({
  type: z.literal('appointment'),
  ...marks,
  subject: z.string(),
  start: moment,
  end: moment,
  text: z.string().optional(),
  location: z.string().optional(),
  allDay: z.boolean().optional(),
  busy: z.enum(['free', 'tentative', 'busy', 'outOfOffice']).optional(),
  reminderMinutes: minutes.optional(),
  organizer: name.optional(),
  attendees: z.array(attendee).optional(),
  recurrence: recurrence.optional(),
});

const postalAddress = z.strictObject({
  street: z.string().optional(),
  city: z.string().optional(),
  state: z.string().optional(),
  postalCode: z.string().optional(),
  country: z.string().optional(),
});
const phoneKinds = [
  'business',
  'business2',
  'home',
  'home2',
  'mobile',
  'businessFax',
  'homeFax',
  'pager',
  'car',
  'isdn',
  'other',
  'primary',
] as const;
const ownContact = z.strictObject({
  type: z.literal('contact'),
  ...marks,
  displayName: name,
  fileAs: z.string().optional(),
  prefix: z.string().optional(),
  givenName: z.string().optional(),
  middleName: z.string().optional(),
  surname: z.string().optional(),
  suffix: z.string().optional(),
  nickname: z.string().optional(),
  company: z.string().optional(),
  department: z.string().optional(),
  title: z.string().optional(),
  profession: z.string().optional(),
  phones: z.partialRecord(z.enum(phoneKinds), z.string()).optional(),
  emails: z.array(z.string()).optional(),
  workAddress: postalAddress.optional(),
  homeAddress: postalAddress.optional(),
  otherAddress: postalAddress.optional(),
  birthday: moment.optional(),
  anniversary: moment.optional(),
  homePage: z.string().optional(),
  text: z.string().optional(),
  createdAt: moment,
});
const task = z.strictObject({
  type: z.literal('task'),
  ...marks,
  subject: z.string(),
  text: z.string().optional(),
  status: z.enum(['notStarted', 'inProgress', 'complete', 'waiting', 'deferred']).optional(),
  done: z.number().min(0).max(1).optional(),
  startsOn: moment.optional(),
  dueOn: moment.optional(),
  completedOn: moment.optional(),
  owner: z.string().optional(),
  reminderAt: moment.optional(),
  createdAt: moment,
});
const note = z.strictObject({
  type: z.literal('note'),
  text: z.string(),
  color: z.enum(['blue', 'green', 'pink', 'yellow', 'white']).optional(),
  categories: z.array(z.string()).optional(),
  read: z.boolean().optional(),
  createdAt: moment,
});
const item = z.discriminatedUnion('type', [mail, appointment, ownContact, task, note]);

/** A folder that every mailbox has, or names from the top that its owner sees. */
const folderPath = z.union([z.enum([...specialFolders, ...defaultFolders]), z.array(z.string().min(1)).min(1)]);
const folder = z.strictObject({
  path: folderPath,
  containerClass: z.string().optional(),
  items: z.array(item).optional(),
});
const mailbox = z.strictObject({
  folders: z.array(folder).optional(),
  /** Files beside the seed: .eml, .mbox, .ics, .vcf, a Maildir, or a folder of these; mail goes to `folder`, or else to the Inbox. */
  import: z.array(z.strictObject({ path: name, folder: folderPath.optional() })).optional(),
});

/** The JSON form of a seed. */
export const seedSchema = z.strictObject({
  $schema: z.string().optional(),
  organisation: z.strictObject({
    name,
    domain: name,
    number: z.int().optional(),
    netBiosDomain: name.optional(),
    acceptedDomains: z.array(name).optional(),
    serverName: name.optional(),
    proxyServer: name.optional(),
    administrativeGroup: name.optional(),
    databases: z.array(name).min(1).optional(),
    createdAt: moment.optional(),
  }),
  /** Which Exchange the organisation has; 2003 unless told. */
  profile: z.enum(exchangeVersions).optional(),
  /** Ways in that are open. */
  doors: z.array(z.enum(doorNames)).optional(),
  /** Files beside the seed, of csvde or ldifde. */
  directory: z.array(name).optional(),
  users: z.array(user).optional(),
  groups: z.array(group).optional(),
  contacts: z.array(contact).optional(),
  accounts: z.array(z.strictObject({ userName: name, password: name.optional() })).optional(),
  permissions: z.array(permission).optional(),
  /** By alias. */
  mailboxes: z.record(name, mailbox).optional(),
});

export type SeedFile = z.output<typeof seedSchema>;
export type SeedFileItem = z.output<typeof item>;
export type SeedFileMailbox = z.output<typeof mailbox>;
export type SeedFileAttachment = z.output<typeof file> | z.output<typeof embedded>;
export type SeedFileRecurrence = z.output<typeof recurrence>;

/** The JSON schema of a seed file, for editors. */
export const seedJsonSchema = (): unknown => z.toJSONSchema(seedSchema, { io: 'input' });
