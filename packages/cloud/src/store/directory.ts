import type { UnitOfWork } from '@cutover/migration';
import type { Selectable } from 'kysely';
import { type Queries, sql } from './query.ts';
import type { CloudTables, DomainType, RecipientKind } from './tables.ts';

export type { RecipientKind } from './tables.ts';

/** An object of the organisation that mail can be addressed to. */
export interface StoredRecipient {
  readonly guid: string;
  readonly kind: RecipientKind;
  /** What it was migrated from. */
  readonly sourceId: string | undefined;
  readonly displayName: string;
  readonly alias: string;
  readonly primaryAddress: string;
  /** With their prefixes. */
  readonly proxyAddresses: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  /** Where mail to a contact goes. */
  readonly externalAddress: string | undefined;
  readonly createdAt: number;
  /** What the owner of a mailbox signs in with. */
  readonly signInName?: string | undefined;
}

export interface AcceptedDomain {
  readonly name: string;
  readonly isDefault: boolean;
  readonly domainType: DomainType;
}

/** What the sign-in knows of a mailbox's owner. */
export interface Account {
  readonly signInHash: string;
  readonly mustChangePassword: boolean;
  /** When the owner was last there; undefined: never. */
  readonly signedInAt?: number | undefined;
}

/** The organisation's domains, recipients, members and accounts. Names, addresses and DNs are compared without case. */
export interface Directory {
  acceptedDomains(): AcceptedDomain[];
  /** The first one becomes the default. */
  addAcceptedDomain(name: string, domainType?: DomainType): void;
  changeAcceptedDomain(name: string, changes: { domainType?: DomainType; isDefault?: true }): void;
  recipients(filter?: { kind?: RecipientKind | undefined }): StoredRecipient[];
  findByGuid(guid: string): StoredRecipient | undefined;
  findBySource(sourceId: string): StoredRecipient | undefined;
  /** By any of its SMTP addresses. */
  findByAddress(address: string): StoredRecipient | undefined;
  add(recipient: StoredRecipient, account?: Account): void;
  /** Everything about a recipient but its GUID; a mail user may become a mailbox. */
  change(recipient: StoredRecipient): void;
  /** A mailbox must have been emptied before. */
  remove(guid: string): void;
  account(guid: string): Account | undefined;
  saveAccount(guid: string, account: Account): void;
  /** GUIDs of a group's direct members. */
  members(groupGuid: string): string[];
  setMembers(groupGuid: string, members: readonly string[]): void;
}

type RecipientRow = Selectable<CloudTables['recipient']>;

export function createDirectory(queries: Queries, unitOfWork: UnitOfWork): Directory {
  return {
    ...domainMethods(queries),
    ...lookUps(queries),
    ...accountMethods(queries),
    ...memberMethods(queries, unitOfWork),
    change: (recipient) => unitOfWork.transaction(() => changeRecipient(queries, recipient)),
    remove: (guid) => queries.run(sql.deleteFrom('recipient').where('guid', '=', guid)),
    add: (recipient, account) =>
      unitOfWork.transaction(() => {
        addRecipient(queries, recipient);
        if (account) accountMethods(queries).saveAccount(recipient.guid, account);
      }),
  };
}

const domainMethods = (
  queries: Queries,
): Pick<Directory, 'acceptedDomains' | 'addAcceptedDomain' | 'changeAcceptedDomain'> => ({
  acceptedDomains: () =>
    queries
      .all(sql.selectFrom('accepted_domain').selectAll().orderBy('isDefault', 'desc').orderBy('name'))
      .map(({ isDefault, ...domain }) => ({ ...domain, isDefault: isDefault === 1 })),
  changeAcceptedDomain: (name, { domainType, isDefault }) => {
    if (domainType) queries.run(sql.updateTable('accepted_domain').set({ domainType }).where('name', '=', name));
    if (!isDefault) return;
    queries.run(sql.updateTable('accepted_domain').set({ isDefault: 0 }));
    queries.run(sql.updateTable('accepted_domain').set({ isDefault: 1 }).where('name', '=', name));
  },
  addAcceptedDomain: (name, domainType) => {
    const others = queries.first(sql.selectFrom('accepted_domain').select('name').limit(1));
    const row = { name, isDefault: Number(others === undefined), domainType };
    queries.run(
      sql
        .insertInto('accepted_domain')
        .values(row)
        .onConflict((conflict) => conflict.doNothing()),
    );
  },
});

const recipients = sql.selectFrom('recipient').selectAll('recipient');
const byGuid = (guid: string) => sql.selectFrom('recipient').select('number').where('guid', '=', guid);

function lookUps(queries: Queries): Pick<Directory, 'recipients' | 'findByGuid' | 'findBySource' | 'findByAddress'> {
  const found = (row: RecipientRow | undefined): StoredRecipient | undefined => row && readRecipient(row);
  return {
    recipients: ({ kind } = {}) => {
      const ordered = recipients.orderBy('number');
      return queries.all(kind ? ordered.where('kind', '=', kind) : ordered).map(readRecipient);
    },
    findByGuid: (guid) => found(queries.first(recipients.where('guid', '=', guid))),
    findBySource: (sourceId) => found(queries.first(recipients.where('sourceId', '=', sourceId))),
    findByAddress: (address) =>
      found(
        queries.first(
          recipients
            .innerJoin('recipient_address', 'recipient_address.recipient', 'recipient.number')
            .where('recipient_address.address', '=', address),
        ),
      ),
  };
}

function toRow(recipient: StoredRecipient) {
  const { sourceId, externalAddress, proxyAddresses, attributes, signInName, ...rest } = recipient;
  return {
    ...rest,
    sourceId: sourceId ?? null,
    externalAddress: externalAddress ?? null,
    signInName: signInName ?? null,
    proxyAddresses: JSON.stringify(proxyAddresses),
    attributes: JSON.stringify(attributes),
  };
}

function changeRecipient(queries: Queries, recipient: StoredRecipient): void {
  const { guid, createdAt: _created, ...row } = toRow(recipient);
  queries.run(sql.updateTable('recipient').set(row).where('guid', '=', guid));
  const { number } = queries.first(byGuid(guid))!;
  queries.run(sql.deleteFrom('recipient_address').where('recipient', '=', number));
  addAddresses(queries, recipient, number);
}

function addRecipient(queries: Queries, recipient: StoredRecipient): void {
  const [added] = queries.all(sql.insertInto('recipient').values(toRow(recipient)).returning('number'));
  addAddresses(queries, recipient, added!.number);
}

function addAddresses(queries: Queries, recipient: StoredRecipient, number: number): void {
  for (const address of smtpAddresses(recipient)) {
    queries.run(sql.insertInto('recipient_address').values({ address, recipient: number }));
  }
}

/** Every SMTP address of a recipient, without prefixes. */
export function smtpAddresses({ primaryAddress, proxyAddresses }: StoredRecipient): Set<string> {
  const proxies = proxyAddresses.filter((proxy) => /^smtp:/i.test(proxy)).map((proxy) => proxy.slice('smtp:'.length));
  return new Set([primaryAddress, ...proxies].map((address) => address.toLowerCase()));
}

const accountMethods = (queries: Queries): Pick<Directory, 'account' | 'saveAccount'> => ({
  account: (guid) => {
    const row = queries.first(
      sql
        .selectFrom('account')
        .innerJoin('recipient', 'recipient.number', 'account.recipient')
        .select(['signInHash', 'mustChangePassword', 'signedInAt'])
        .where('guid', '=', guid),
    );
    if (!row) return undefined;
    const { signInHash, mustChangePassword, signedInAt } = row;
    return { signInHash, mustChangePassword: mustChangePassword === 1, signedInAt: signedInAt ?? undefined };
  },
  saveAccount: (guid, { signInHash, mustChangePassword, signedInAt = null }) => {
    const values = { signInHash, mustChangePassword: Number(mustChangePassword), signedInAt };
    const { number } = queries.first(byGuid(guid))!;
    queries.run(
      sql
        .insertInto('account')
        .values({ recipient: number, ...values })
        .onConflict((conflict) => conflict.column('recipient').doUpdateSet(values)),
    );
  },
});

const memberMethods = (queries: Queries, unitOfWork: UnitOfWork): Pick<Directory, 'members' | 'setMembers'> => ({
  members: (groupGuid) =>
    queries
      .all(
        sql
          .selectFrom('group_member')
          .innerJoin('recipient', 'recipient.number', 'group_member.member')
          .select('recipient.guid')
          .where('groupNumber', '=', byGuid(groupGuid))
          .orderBy('recipient.number'),
      )
      .map(({ guid }) => guid),
  setMembers: (groupGuid, members) =>
    unitOfWork.transaction(() => {
      const group = queries.first(byGuid(groupGuid))!.number;
      queries.run(sql.deleteFrom('group_member').where('groupNumber', '=', group));
      for (const guid of new Set(members)) {
        const member = queries.first(byGuid(guid))!.number;
        queries.run(sql.insertInto('group_member').values({ groupNumber: group, member }));
      }
    }),
});

const readRecipient = (row: RecipientRow): StoredRecipient => ({
  guid: row.guid,
  kind: row.kind,
  sourceId: row.sourceId ?? undefined,
  displayName: row.displayName,
  alias: row.alias,
  primaryAddress: row.primaryAddress,
  proxyAddresses: JSON.parse(row.proxyAddresses) as string[],
  attributes: JSON.parse(row.attributes) as Record<string, string>,
  externalAddress: row.externalAddress ?? undefined,
  createdAt: row.createdAt,
  signInName: row.signInName ?? undefined,
});
