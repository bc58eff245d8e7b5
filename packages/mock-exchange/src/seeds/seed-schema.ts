import { z } from 'zod';
import { doorNames } from '../doors/door-names.ts';
import { exchangeVersions } from '../profiles/exchange-profile.ts';
import { defaultFolders, specialFolders } from '../store/folder.ts';

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
  alias: name.describe('Key of the recipient: what others name it by.'),
  displayName: name.describe('What the address book shows.'),
  primarySmtpAddress: z.string().optional().describe('alias@domain unless given.'),
  proxyAddresses: z
    .array(z.string())
    .optional()
    .describe('Further addresses; SMTP unless a type stands in front, e.g. X400:c=US;…'),
  hidden: z.boolean().optional().describe('Whether address lists leave it out.'),
  manager: name.optional().describe('Alias.'),
  attributes: attributes.optional(),
};
const user = z.strictObject({
  ...recipient,
  userName: name.optional().describe('sAMAccountName; the alias unless given.'),
  password: name.optional().describe('Made from the organisation unless given, the same every time.'),
  database: name.optional().describe("One of the organisation's databases; the first unless given."),
  unifiedMessaging: name
    .optional()
    .describe('Name of the policy by which the mailbox is enabled for Unified Messaging.'),
});
const group = z.strictObject({
  ...recipient,
  members: z.array(name).describe('Aliases of mailboxes, contacts and groups.'),
  managedBy: name.optional().describe('Alias of the owner.'),
});
const contact = z.strictObject({
  ...recipient,
  targetAddress: name.describe('Address outside the organisation that mail goes to.'),
});

const userName = name.describe('User name of an account.');
const permission = z.union([
  z.strictObject({ account: userName, fullAccess: name.describe('Alias of the mailbox that the account may open.') }),
  z.strictObject({
    account: userName,
    receiveAs: z
      .union([z.literal(true), name])
      .describe('Database of which the account may open every mailbox; true for the first one.'),
  }),
]);

const file = z.strictObject({
  name,
  mimeType: z.string().optional(),
  contentId: z.string().optional().describe('By which HTML shows the file: cid:…'),
  inline: z.boolean().optional().describe('Whether the text shows it, rather than a list below.'),
  text: z.string().optional().describe('What it holds, as text.'),
  base64: z.base64().optional().describe('What it holds.'),
  file: name.optional().describe('A file beside the seed that it holds.'),
  size: z.int().min(0).optional().describe('So many bytes, which are made while they are read.'),
});
// An attached item may hold attached items; the type of so deep a structure is checked where it is read.
const embedded = z.strictObject({ item: z.lazy((): z.ZodType<unknown> => item) });
const marks = {
  categories: z.array(z.string()).optional(),
  importance: z.enum(['low', 'normal', 'high']).optional(),
  sensitivity: z.enum(['normal', 'personal', 'private', 'confidential']).optional(),
  read: z.boolean().optional().describe('Mail is unread unless given, everything else is read.'),
  attachments: z
    .array(z.union([file, embedded]))
    .optional()
    .describe('Files by text, base64, file or size; messages by item.'),
};
const mail = z.strictObject({
  type: z.literal('mail'),
  ...marks,
  subject: z.string(),
  from: z.string().optional().describe('Alias, SMTP address, or Name <address>.'),
  sender: z.string().optional().describe('Who sent it for whom it is from: alias, SMTP address, or Name <address>.'),
  to: z.array(z.string()).optional().describe('Aliases, SMTP addresses, or Name <address>.'),
  cc: z.array(z.string()).optional(),
  bcc: z.array(z.string()).optional(),
  sentAt: moment,
  text: z.string().optional(),
  html: z.string().optional(),
  rtf: z.string().optional(),
  messageId: z.string().optional().describe('Made unless given.'),
  inReplyTo: z.string().optional().describe('messageId of what it answers.'),
  flag: z.strictObject({ text: z.string(), completedAt: moment.optional() }).optional().describe('For follow-up.'),
  unsent: z.boolean().optional().describe('A draft.'),
});

const recurrence = z.strictObject({
  every: z.enum(['day', 'week', 'month', 'year']),
  interval: z.int().min(1).default(1),
  weekdays: z
    .array(z.enum(['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']))
    .optional()
    .describe('Of a week; of a month or a year together with nth.'),
  nth: z.int().min(1).max(5).optional().describe("Which of the month's weekdays; 5 is the last."),
  dayOfMonth: z.int().min(1).max(31).optional(),
  count: z.int().min(1).optional().describe('Ends after so many.'),
  until: moment.optional().describe('Ends with this moment.'),
  timeZone: name.describe('Of the IANA database, e.g. Europe/Berlin.'),
  description: z.string().optional(),
  deleted: z.array(moment).optional().describe('Starts of instances that do not take place.'),
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
  reminderMinutes: minutes.optional().describe('Before the start.'),
  organizer: name.optional().describe('Alias, SMTP address, or Name <address>.'),
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
  done: z.number().min(0).max(1).optional().describe('Share of it, 0 to 1.'),
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

const folderPath = z
  .union([z.enum([...specialFolders, ...defaultFolders]), z.array(z.string().min(1)).min(1)])
  .describe('A folder that every mailbox has, or names from the top that its owner sees.');
const folder = z.strictObject({
  path: folderPath,
  containerClass: z.string().optional().describe('e.g. IPF.Appointment; that of the folder above unless given.'),
  items: z.array(item).optional(),
});
const mailbox = z.strictObject({
  folders: z.array(folder).optional(),
  import: z
    .array(z.strictObject({ path: name, folder: folderPath.optional() }))
    .optional()
    .describe(
      'Files beside the seed: .eml, .mbox, .ics, .vcf, a Maildir, or a folder of these; mail goes to `folder`, or else to the Inbox.',
    ),
});

const publicFolders = z.strictObject({
  folders: z
    .array(folder.extend({ path: z.array(z.string().min(1)).min(1).describe('Names from the top that people see.') }))
    .optional(),
  import: z
    .array(z.strictObject({ path: name, folder: z.array(z.string().min(1)).min(1) }))
    .optional()
    .describe('Files beside the seed, as for a mailbox.'),
});

/** The JSON form of a seed. */
export const seedSchema = z.strictObject({
  $schema: z.string().optional().describe('Where an editor finds this schema.'),
  organisation: z.strictObject({
    name: name.describe('e.g. Contoso.'),
    domain: name.describe('e.g. contoso.com.'),
    number: z.int().optional().describe('Another number gives other GUIDs, keys and generated passwords.'),
    netBiosDomain: name.optional().describe('First label of the domain in upper case unless given.'),
    acceptedDomains: z.array(name).optional().describe('The domain alone unless given.'),
    serverName: name.optional().describe('Short name; EXCH-MSG-1 unless given.'),
    proxyServer: name.optional().describe('mail.domain unless given.'),
    administrativeGroup: name.optional().describe('First Administrative Group unless given.'),
    databases: z.array(name).min(1).optional().describe('Mailbox Store alone unless given.'),
    createdAt: moment.optional().describe('When the objects of the directory were made.'),
  }),
  profile: z.enum(exchangeVersions).optional().describe('Which Exchange it is; 2003 unless given.'),
  doors: z.array(z.enum(doorNames)).optional().describe('Ways in that are open; RPC unless given.'),
  directory: z
    .array(name)
    .optional()
    .describe('Files beside the seed, of csvde or ldifde, that users, groups and contacts come from.'),
  users: z.array(user).optional().describe('Each has a mailbox and an account.'),
  groups: z.array(group).optional(),
  contacts: z.array(contact).optional(),
  accounts: z
    .array(z.strictObject({ userName: name, password: name.optional() }))
    .optional()
    .describe('Accounts without a mailbox, e.g. that of an administrator.'),
  permissions: z.array(permission).optional().describe('Who may open mailboxes besides their owners.'),
  publicFolders: publicFolders
    .optional()
    .describe('Gives the server a database of public folders, and says what they hold.'),
  mailboxes: z.record(name, mailbox).optional().describe('What mailboxes hold, by the alias of their owner.'),
});

export type SeedFile = z.output<typeof seedSchema>;
export type SeedFileItem = z.output<typeof item>;
export type SeedFileMailbox = z.output<typeof mailbox>;
export type SeedFileAttachment = z.output<typeof file> | z.output<typeof embedded>;
export type SeedFileRecurrence = z.output<typeof recurrence>;

/** The JSON schema of a seed file, for editors. */
export const seedJsonSchema = (): unknown => z.toJSONSchema(seedSchema, { io: 'input' });
