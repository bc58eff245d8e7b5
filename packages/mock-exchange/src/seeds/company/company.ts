import { checkFields, numberWithin, text, wholeNumber } from '../../check-fields.ts';
import { OrganisationBuilder } from '../organisation-builder.ts';
import type { Seed } from '../seed.ts';
import { stableRandom } from '../stable.ts';
import { cultures, departments } from './cultures.ts';
import { logNormal } from './distribution.ts';
import { fillMailbox } from './fill-mailbox.ts';
import type { Correspondent } from './letters.ts';
import { type Outsider, outsidersOf } from './outsiders.ts';
import { peopleOf, type Person } from './people.ts';

/** How large a made-up company is; the same options give the same company, byte for byte. */
export interface CompanyOptions {
  /** 100 unless given; further ones do not change those that there are. */
  readonly mailboxes?: number;
  /** Items in a mailbox, the median of all; 500 unless given. */
  readonly messages?: number;
  /** How much mailboxes differ: 0 gives each the same number of items, 0.6 (unless given) what is found in offices. */
  readonly spread?: number;
  /** Another number gives another company. */
  readonly seed?: number;
  /** Humongous Insurance unless given. */
  readonly name?: string;
  /** humongousinsurance.com unless given. */
  readonly domain?: string;
}

const mailboxesOfDatabase = 250;

/** As many as one directory holds in memory, and one mailbox. */
const optionChecks = {
  mailboxes: wholeNumber(0, 100_000),
  messages: wholeNumber(0, 1_000_000),
  spread: numberWithin(0, 5),
  seed: numberWithin(0),
  name: text,
  domain: text,
};

/**
 * A company of any size, as companies were: people of seven countries and departments, groups in groups, contacts, four
 * years of mail in conversations with answers, attachments, calendars, tasks. The same options give the same company.
 * A mailbox is made when it is opened, an item when it is read, and both are let go again.
 */
export function company(options: CompanyOptions = {}): Seed {
  checkFields(options, 'the options of company()', optionChecks);
  const { mailboxes = 100, seed = 1, name = 'Humongous Insurance', domain = 'humongousinsurance.com' } = options;
  const databases = Array.from(
    { length: Math.max(1, Math.ceil(mailboxes / mailboxesOfDatabase)) },
    (_, index) => `Mailbox Store ${index + 1}`,
  );
  const builder = new OrganisationBuilder({ name, domain, number: seed, databases });
  const people = peopleOf(mailboxes, { seed, company: name });
  const outsiders = outsidersOf(Math.max(5, Math.round(mailboxes / 8)), seed);
  const staff = { people, outsiders, domain, key: `company/${seed}` };
  for (const [index, person] of people.entries()) {
    addPerson(builder, { ...staff, person }, { ...options, database: databases[index % databases.length]! });
  }
  addGroups(builder, people);
  addContacts(builder, outsiders);
  builder.account({ userName: 'administrator' });
  for (const database of databases) builder.grantReceiveAs('administrator', database);
  return { ...builder.build(), isRepeatable: true };
}

type Share = Pick<CompanyOptions, 'messages' | 'spread'> & { readonly database: string };

function addPerson(
  builder: OrganisationBuilder,
  of: Correspondent,
  { messages = 500, spread = 0.6, database }: Share,
): void {
  const { alias, displayName, manager, attributes } = of.person;
  const size = { median: messages, sigma: spread, least: 0, most: messages * 20 };
  builder.user({
    alias,
    displayName,
    database,
    ...(manager === undefined ? {} : { manager }),
    attributes,
    fill: (mailbox) => fillMailbox(mailbox, of, logNormal(stableRandom(of.key, alias, 'size'), size)),
  });
}

/** A group for each department and each site that has people, and one of all that holds the sites'. */
function addGroups(builder: OrganisationBuilder, people: readonly Person[]): void {
  const groups = [
    ...departments.map(([name]) => ({
      alias: `dept-${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`,
      displayName: name,
      has: ({ department }: Person) => department === name,
    })),
    ...cultures.map(([{ site }]) => ({
      alias: `site-${site.alias}`,
      displayName: `${site.city} (${site.country})`,
      has: ({ culture }: Person) => culture.site === site,
    })),
  ];
  const sites: string[] = [];
  for (const { alias, displayName, has } of groups) {
    const members = people.filter(has).map((person) => person.alias);
    if (members.length === 0) continue;
    builder.group({ alias, displayName, members, managedBy: members[0]! });
    if (alias.startsWith('site-')) sites.push(alias);
  }
  builder.group({ alias: 'everybody', displayName: 'Everybody – 全員', members: sites });
}

function addContacts(builder: OrganisationBuilder, outsiders: readonly Outsider[]): void {
  for (const { alias, name, company: employer, address } of outsiders) {
    builder.contact({
      alias,
      displayName: `${name} (${employer})`,
      targetAddress: address,
      attributes: { company: employer },
    });
  }
}
