import {
  anything,
  date,
  type FieldCheck,
  type FieldTable,
  list,
  text,
  trueOrFalse,
  wholeNumber,
} from '../check-fields.ts';
import type {
  AccountOptions,
  ContactOptions,
  GroupOptions,
  OrganisationOptions,
  UserOptions,
} from './organisation-builder.ts';

type Fields<T> = Readonly<Record<keyof T & string, FieldCheck>>;

const recipient = {
  alias: text,
  displayName: text,
  primarySmtpAddress: text,
  proxyAddresses: list,
  hidden: trueOrFalse,
  attributes: anything,
  manager: text,
};

const organisation: Fields<OrganisationOptions> = {
  name: text,
  domain: text,
  number: wholeNumber(0),
  netBiosDomain: text,
  acceptedDomains: list,
  serverName: text,
  proxyServer: text,
  administrativeGroup: text,
  databases: list,
  createdAt: date,
};
const user: Fields<UserOptions> = {
  ...recipient,
  userName: text,
  password: text,
  database: text,
  unifiedMessaging: text,
  fill: { takes: 'a function', holds: (value) => typeof value === 'function' },
};
const group: Fields<GroupOptions> = { ...recipient, members: list, managedBy: text };
const contact: Fields<ContactOptions> = { ...recipient, targetAddress: text };
const account: Fields<AccountOptions> = { userName: text, password: text };

/** What the steps of an OrganisationBuilder take, and which of it must be there. */
export const organisationFields = {
  organisation: { fields: organisation, needed: ['name', 'domain'] },
  user: { fields: user, needed: ['alias', 'displayName'] },
  group: { fields: group, needed: ['alias', 'displayName', 'members'] },
  contact: { fields: contact, needed: ['alias', 'displayName', 'targetAddress'] },
  account: { fields: account, needed: ['userName'] },
} as const satisfies Readonly<Record<string, FieldTable>>;
