import type { Account } from '../organisation/account.ts';
import type {
  MailboxDatabase,
  MailboxServer,
  Organisation,
  Permission,
  PublicDatabase,
} from '../organisation/organisation.ts';
import type { MailboxUser, Recipient, RecipientAttributes } from '../organisation/recipient.ts';
import { similarNames } from '@cutover/base';
import { checkTable } from '../check-fields.ts';
import { addressBook } from './address-book.ts';
import { seedErrors } from '../errors.ts';
import { buildMailbox, type MailboxBuilder } from './mailbox-builder.ts';
import type { Seed } from './seed.ts';
import { organisationFields } from './organisation-fields.ts';
import { stableGuid, stableRandom } from './stable.ts';

/** Names of the organisation and of its servers. */
export interface OrganisationOptions {
  /** e.g. Contoso. */
  readonly name: string;
  /** e.g. contoso.com. */
  readonly domain: string;
  /** Another number gives other GUIDs, keys and generated passwords. */
  readonly number?: number;
  /** The domain's first label in upper case unless given. */
  readonly netBiosDomain?: string;
  readonly acceptedDomains?: readonly string[];
  /** Short name; EXCH-MSG-1 unless given. */
  readonly serverName?: string;
  /** mail.<domain> unless given. */
  readonly proxyServer?: string;
  /** First Administrative Group unless given. */
  readonly administrativeGroup?: string;
  /** One, Mailbox Store, unless given. */
  readonly databases?: readonly string[];
  /** When the objects of the directory were made. */
  readonly createdAt?: Date;
}

/** What everybody has whom a directory lists. */
export interface RecipientOptions {
  readonly alias: string;
  readonly displayName: string;
  /** <alias>@<domain> unless given. */
  readonly primarySmtpAddress?: string;
  /** Further addresses; without a type they are SMTP. */
  readonly proxyAddresses?: readonly string[];
  readonly hidden?: boolean;
  readonly attributes?: RecipientAttributes;
  /** Alias of the manager. */
  readonly manager?: string;
}

/** A user with a mailbox. */
export interface UserOptions extends RecipientOptions {
  /** The alias unless given. */
  readonly userName?: string;
  /** Generated unless given. */
  readonly password?: string;
  /** The first one unless given. */
  readonly database?: string;
  /** Enables the mailbox for Unified Messaging, by a policy of this name. */
  readonly unifiedMessaging?: string;
  /** Fills the mailbox when it is first opened. */
  readonly fill?: (mailbox: MailboxBuilder) => void;
}

/** A distribution group. */
export interface GroupOptions extends RecipientOptions {
  /** Aliases. */
  readonly members: readonly string[];
  /** Alias of the owner. */
  readonly managedBy?: string;
}

/** Somebody outside whom the address book lists. */
export interface ContactOptions extends RecipientOptions {
  /** Where mail to the contact goes. */
  readonly targetAddress: string;
}

/** An account without a mailbox. */
export interface AccountOptions {
  readonly userName: string;
  /** Generated unless given, the same every time. */
  readonly password?: string;
}

/** Says what an organisation consists of, step by step; `build` makes the Seed. */
export class OrganisationBuilder {
  readonly #options: OrganisationOptions;
  readonly #organisationDN: string;
  readonly #server: MailboxServer;
  readonly #databases: readonly MailboxDatabase[];
  readonly #recipients: Recipient[] = [];
  readonly #accounts: Account[] = [];
  readonly #permissions: Permission[] = [];
  readonly #fills = new Map<string, (mailbox: MailboxBuilder) => void>();
  #fillPublicFolders: ((folders: MailboxBuilder) => void) | undefined;

  constructor(options: OrganisationOptions) {
    checkTable(options, 'the options of an organisation', organisationFields.organisation);
    this.#options = options;
    const { name, domain, serverName = 'EXCH-MSG-1', databases = ['Mailbox Store'] } = options;
    this.#organisationDN = `/o=${name}/ou=${options.administrativeGroup ?? 'First Administrative Group'}`;
    const serverDN = `${this.#organisationDN}/cn=Configuration/cn=Servers/cn=${serverName}`;
    this.#server = { name: `${serverName}.${domain}`, netBiosName: serverName, legacyExchangeDN: serverDN };
    this.#databases = databases.map((database, index) => ({
      name: database,
      legacyExchangeDN: `${serverDN}/cn=Microsoft Private MDB${index === 0 ? '' : ` ${index + 1}`}`,
    }));
  }

  /** A user with a mailbox and an account. */
  user(options: UserOptions): this {
    checkTable(options, 'a user', organisationFields.user);
    const { alias, userName = alias, password, database, fill, unifiedMessaging: policy } = options;
    const base = this.#recipient(options);
    const home = this.#database(database, `The user '${alias}'`);
    const mailboxGuid = this.#guid(alias, 'mailbox');
    this.#recipients.push({
      ...base,
      kind: 'mailbox',
      mailboxGuid,
      homeDatabase: home.legacyExchangeDN,
      ...(policy === undefined ? {} : { unifiedMessaging: { policy, extensions: [] } }),
    });
    this.account({ userName, ...(password === undefined ? {} : { password }) }, base.legacyExchangeDN);
    if (fill !== undefined) this.#fills.set(base.legacyExchangeDN, fill);
    return this;
  }

  /** Fills the mailbox of a user (alias) when it is first opened. */
  mailbox(alias: string, fill: (mailbox: MailboxBuilder) => void): this {
    const owner = this.#recipients.find((recipient) => recipient.alias.toLowerCase() === alias.toLowerCase());
    if (owner?.kind !== 'mailbox') throw this.#unknownMember(alias, 'A mailbox');
    this.#fills.set(owner.legacyExchangeDN, fill);
    return this;
  }

  /** Gives the server a database of public folders, which `fill` fills when it is first opened: paths begin below the top that people see. */
  publicFolders(fill: (folders: MailboxBuilder) => void = () => undefined): this {
    this.#fillPublicFolders = fill;
    return this;
  }

  /** A distribution group; members may be added to the organisation later than it. */
  group(options: GroupOptions): this {
    checkTable(options, 'a group', organisationFields.group);
    const { members, managedBy } = options;
    this.#recipients.push({
      ...this.#recipient(options),
      kind: 'group',
      members: members.map((alias) => this.#dn(alias)),
      ...(managedBy === undefined ? {} : { managedBy: this.#dn(managedBy) }),
    });
    return this;
  }

  /** An address outside the organisation that the address book shows. */
  contact(options: ContactOptions): this {
    checkTable(options, 'a contact', organisationFields.contact);
    const { targetAddress, primarySmtpAddress = targetAddress } = options;
    const base = this.#recipient({ ...options, primarySmtpAddress });
    this.#recipients.push({ ...base, kind: 'contact', targetAddress: `SMTP:${targetAddress}` });
    return this;
  }

  /** An account without a mailbox, or with the one named. */
  account(options: AccountOptions, legacyExchangeDN?: string): this {
    checkTable(options, 'an account', organisationFields.account);
    const { userName, password } = options;
    const { domain, netBiosDomain = domain.split('.')[0]!.toUpperCase() } = this.#options;
    this.#accounts.push({
      domain: netBiosDomain,
      userName,
      userPrincipalName: `${userName}@${domain}`,
      password: password ?? this.#password(userName),
      ...(legacyExchangeDN === undefined ? {} : { legacyExchangeDN }),
    });
    return this;
  }

  /** Lets an account (user name) open one mailbox (alias). */
  grantFullAccess(userName: string, mailbox: string): this {
    this.#permissions.push({ right: 'FullAccess', account: this.#principal(userName), mailbox: this.#dn(mailbox) });
    return this;
  }

  /** Lets an account (user name) open every mailbox of a database; of the first one unless named. */
  grantReceiveAs(userName: string, database?: string): this {
    const { legacyExchangeDN } = this.#database(database, `The right of '${userName}'`);
    this.#permissions.push({ right: 'ReceiveAs', account: this.#principal(userName), database: legacyExchangeDN });
    return this;
  }

  /** Checks that every name leads to something, and makes the seed. */
  build(): Seed {
    this.#assertSound();
    const organisation = this.#organisation();
    const address = addressBook(organisation);
    const seed = `${organisation.domain}/${this.#options.number ?? 0}`;
    const fills = new Map(this.#fills);
    const fillPublicFolders = this.#fillPublicFolders;
    return {
      organisation,
      fill: (mailbox, owner) => fills.get(owner.legacyExchangeDN)?.(buildMailbox(mailbox, { address, seed })),
      fillPublicFolders: (folders) => fillPublicFolders?.(buildMailbox(folders, { address, seed })),
    };
  }

  #organisation(): Organisation {
    const { name, domain, netBiosDomain = domain.split('.')[0]!.toUpperCase() } = this.#options;
    return {
      name,
      domain,
      netBiosDomain,
      acceptedDomains: this.#options.acceptedDomains ?? [domain],
      server: this.#server,
      proxyServer: this.#options.proxyServer ?? `mail.${domain}`,
      legacyExchangeDN: this.#organisationDN,
      databases: this.#databases,
      ...(this.#fillPublicFolders === undefined ? {} : { publicDatabase: this.#publicDatabase() }),
      recipients: [...this.#recipients],
      accounts: [...this.#accounts],
      permissions: [...this.#permissions],
    };
  }

  #publicDatabase(): PublicDatabase {
    const { netBiosName, legacyExchangeDN } = this.#server;
    return {
      name: `Public Folder Store (${netBiosName})`,
      legacyExchangeDN: `${legacyExchangeDN}/cn=Microsoft Public MDB`,
      guid: this.#guid(netBiosName, 'public folders'),
    };
  }

  #recipient(options: RecipientOptions): Omit<MailboxUser, 'kind' | 'mailboxGuid' | 'homeDatabase'> {
    const { alias, displayName, hidden = false, attributes = {}, manager } = options;
    const { domain, createdAt = new Date(Date.UTC(2003, 9, 1, 8)) } = this.#options;
    const primarySmtpAddress = options.primarySmtpAddress ?? `${alias}@${domain}`;
    return {
      objectGuid: this.#guid(alias, 'object'),
      legacyExchangeDN: this.#dn(alias),
      displayName,
      alias,
      primarySmtpAddress,
      proxyAddresses: [`SMTP:${primarySmtpAddress}`, ...(options.proxyAddresses ?? []).map(typed)],
      hidden,
      createdAt,
      changedAt: createdAt,
      attributes: manager === undefined ? attributes : { ...attributes, manager: this.#dn(manager) },
    };
  }

  #assertSound(): void {
    const known = new Set<string>();
    for (const { alias, legacyExchangeDN } of this.#recipients) {
      if (known.has(legacyExchangeDN.toLowerCase())) throw seedErrors.duplicateAlias({ alias });
      known.add(legacyExchangeDN.toLowerCase());
    }
    const assertKnown = (dn: string | undefined, where: string): void => {
      if (dn !== undefined && !known.has(dn.toLowerCase())) {
        throw this.#unknownMember(dn.slice(dn.lastIndexOf('=') + 1), where);
      }
    };
    for (const recipient of this.#recipients) {
      const where = `'${recipient.alias}'`;
      assertKnown(recipient.attributes.manager, where);
      if (recipient.kind !== 'group') continue;
      for (const dn of [...recipient.members, recipient.managedBy]) assertKnown(dn, where);
    }
    for (const permission of this.#permissions) {
      this.#assertAccount(permission.account);
      if (permission.right === 'FullAccess') assertKnown(permission.mailbox, `The right of '${permission.account}'`);
    }
  }

  #unknownMember(alias: string, where: string): Error {
    const aliases = this.#recipients.map((recipient) => recipient.alias);
    return seedErrors.unknownMember({ alias, where, similar: similarNames(alias, aliases) });
  }

  #assertAccount(principal: string): void {
    if (this.#accounts.some(({ userPrincipalName }) => isSame(userPrincipalName, principal))) return;
    const userName = principal.slice(0, principal.lastIndexOf('@'));
    const known = this.#accounts.map((account) => account.userName);
    throw seedErrors.unknownAccount({ userName, similar: similarNames(userName, known) });
  }

  #database(name: string | undefined, where: string): MailboxDatabase {
    const found = this.#databases.find((database) => name === undefined || database.name === name);
    if (found === undefined) throw seedErrors.unknownDatabase({ name: name ?? '', where });
    return found;
  }

  #dn(alias: string): string {
    return `${this.#organisationDN}/cn=Recipients/cn=${alias}`;
  }

  #principal(userName: string): string {
    return `${userName}@${this.#options.domain}`;
  }

  #guid(alias: string, what: string): string {
    return stableGuid(this.#options.domain, this.#options.number ?? 0, alias, what);
  }

  #password(userName: string): string {
    const random = stableRandom(this.#options.domain, this.#options.number ?? 0, userName, 'password');
    return `${random.pick(passwordWords)}-${random.pick(passwordWords)}-${random.integer(1000, 9999)}`;
  }
}

const passwordWords = ['Amber', 'Birch', 'Cedar', 'Delta', 'Ember', 'Fjord', 'Grove', 'Heron', 'Indigo', 'Juniper'];

const isSame = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

const typed = (address: string): string => (/^[A-Za-z0-9]+:/.test(address) ? address : `smtp:${address}`);
