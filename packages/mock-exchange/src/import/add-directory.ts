import type { RecipientAttributes } from '../organisation/recipient.ts';
import type { OrganisationBuilder } from '../seeds/organisation-builder.ts';
import type { DirectoryEntry } from './directory-entry.ts';
import { importErrors } from '../errors.ts';

/** What came of the entries: how many of each kind, and those that were none of these. */
export interface AddedDirectory {
  readonly mailboxes: number;
  readonly groups: number;
  readonly contacts: number;
  /** Distinguished names of entries without mail, or of other classes. */
  readonly skipped: readonly string[];
}

type Kind = 'mailboxes' | 'groups' | 'contacts';

/** Adds the users, groups and contacts of a directory to an organisation, with what Exchange 2003 shows of them. */
export function addDirectory(builder: OrganisationBuilder, entries: readonly DirectoryEntry[]): AddedDirectory {
  const added = { mailboxes: 0, groups: 0, contacts: 0 };
  const skipped: string[] = [];
  const known = new Map(entries.map((entry) => [entry.dn.toLowerCase(), entry]));
  for (const entry of entries) {
    const kind = kindOf(entry);
    if (kind === undefined) skipped.push(entry.dn);
    else {
      add[kind](builder, entry, known);
      added[kind]++;
    }
  }
  return { ...added, skipped };
}

type Known = ReadonlyMap<string, DirectoryEntry>;

const values = ({ attributes }: DirectoryEntry, name: string): readonly string[] =>
  attributes.get(name.toLowerCase()) ?? [];
const value = (entry: DirectoryEntry, name: string): string | undefined => values(entry, name)[0];

function kindOf(entry: DirectoryEntry): Kind | undefined {
  const classes = new Set(values(entry, 'objectClass').map((one) => one.toLowerCase()));
  const hasMail = ['mail', 'mailNickname', 'proxyAddresses'].some((name) => value(entry, name) !== undefined);
  if (!hasMail) return undefined;
  if (classes.has('group')) return 'groups';
  if (classes.has('contact')) return 'contacts';
  const isUser = classes.has('user') || classes.has('person') || classes.size === 0;
  if (!isUser) return undefined;
  // A user whose mail goes elsewhere has no mailbox here.
  return value(entry, 'targetAddress') !== undefined && value(entry, 'homeMDB') === undefined
    ? 'contacts'
    : 'mailboxes';
}

const add: Record<Kind, (builder: OrganisationBuilder, entry: DirectoryEntry, known: Known) => void> = {
  mailboxes(builder, entry, known) {
    const userName = value(entry, 'sAMAccountName');
    const password = value(entry, 'userPassword');
    builder.user({
      ...recipientOf(entry, known),
      ...(userName === undefined ? {} : { userName }),
      ...(password === undefined ? {} : { password }),
    });
  },
  groups(builder, entry, known) {
    const managedBy = value(entry, 'managedBy');
    builder.group({
      ...recipientOf(entry, known),
      members: values(entry, 'member').flatMap((dn) => memberAlias(entry, dn, known)),
      ...(managedBy === undefined ? {} : { managedBy: aliasOf(lookUp(entry, managedBy, known)) }),
    });
  },
  contacts(builder, entry, known) {
    const target = value(entry, 'targetAddress') ?? value(entry, 'mail');
    if (target === undefined) throw importErrors.entryIncomplete({ entry: entry.dn, attribute: 'targetAddress' });
    builder.contact({ ...recipientOf(entry, known), targetAddress: target.replace(/^smtp:/i, '') });
  },
};

function lookUp(entry: DirectoryEntry, dn: string, known: Known): DirectoryEntry {
  const found = known.get(dn.toLowerCase());
  if (found === undefined) throw importErrors.memberUnknown({ entry: entry.dn, member: dn });
  return found;
}

/** Members that no mail goes to are left out, as Exchange does. */
function memberAlias(entry: DirectoryEntry, dn: string, known: Known): string[] {
  const member = lookUp(entry, dn, known);
  return kindOf(member) === undefined ? [] : [aliasOf(member)];
}

function aliasOf(entry: DirectoryEntry): string {
  const alias =
    value(entry, 'mailNickname') ?? value(entry, 'sAMAccountName') ?? value(entry, 'mail')?.replace(/@.*$/s, '');
  if (alias === undefined) throw importErrors.entryIncomplete({ entry: entry.dn, attribute: 'mailNickname' });
  return alias;
}

function recipientOf(entry: DirectoryEntry, known: Known) {
  const proxies = values(entry, 'proxyAddresses');
  const primary = value(entry, 'mail') ?? proxies.find((one) => one.startsWith('SMTP:'))?.slice(5);
  const manager = value(entry, 'manager');
  const alias = aliasOf(entry);
  return {
    alias,
    displayName: value(entry, 'displayName') ?? value(entry, 'cn') ?? alias,
    ...(primary === undefined ? {} : { primarySmtpAddress: primary }),
    proxyAddresses: proxies.filter((one) => !one.startsWith('SMTP:')),
    hidden: value(entry, 'msExchHideFromAddressLists')?.toLowerCase() === 'true',
    attributes: attributesOf(entry),
    ...(manager === undefined ? {} : { manager: aliasOf(lookUp(entry, manager, known)) }),
  };
}

/** Names of the attributes in Active Directory. */
const names: readonly (readonly [keyof RecipientAttributes, string])[] = [
  ['givenName', 'givenName'],
  ['surname', 'sn'],
  ['initials', 'initials'],
  ['title', 'title'],
  ['department', 'department'],
  ['company', 'company'],
  ['office', 'physicalDeliveryOfficeName'],
  ['businessPhone', 'telephoneNumber'],
  ['homePhone', 'homePhone'],
  ['mobilePhone', 'mobile'],
  ['fax', 'facsimileTelephoneNumber'],
  ['street', 'streetAddress'],
  ['city', 'l'],
  ['state', 'st'],
  ['postalCode', 'postalCode'],
  ['country', 'co'],
  ['printableName', 'displayNamePrintable'],
];
const extensions = Array.from({ length: 15 }, (_, index) => index + 1);

function attributesOf(entry: DirectoryEntry): RecipientAttributes {
  const found = names.flatMap(([name, attribute]) => {
    const text = value(entry, attribute);
    return text === undefined ? [] : [[name, text] as const];
  });
  const extension = extensions.flatMap((number) => {
    const text = value(entry, `extensionAttribute${number}`);
    return text === undefined ? [] : [[number, text] as const];
  });
  const others = values(entry, 'otherTelephone');
  return {
    ...Object.fromEntries(found),
    ...(others.length === 0 ? {} : { otherPhones: others }),
    ...(extension.length === 0 ? {} : { extensionAttributes: Object.fromEntries(extension) }),
  };
}
