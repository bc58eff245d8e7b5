import type { UnitOfWork } from '@cutover/migration';
import type { Selectable } from 'kysely';
import { type Queries, sql } from './query.ts';
import type { CloudTables } from './tables.ts';

export type RecipientKind = 'mailbox' | 'group' | 'contact';

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
}

export interface AcceptedDomain {
  readonly name: string;
  readonly isDefault: boolean;
}

/** What the sign-in knows of a mailbox's owner. */
export interface Account {
  readonly signInHash: string;
  readonly mustChangePassword: boolean;
}

/** The organisation's domains, recipients, members and accounts. Names, addresses and DNs are compared without case. */
export interface Directory {
  acceptedDomains(): AcceptedDomain[];
  /** The first one becomes the default. */
  addAcceptedDomain(name: string): void;
  recipients(filter?: { kind?: RecipientKind | undefined }): StoredRecipient[];
  findByGuid(guid: string): StoredRecipient | undefined;
  findBySource(sourceId: string): StoredRecipient | undefined;
  /** By any of its SMTP addresses. */
  findByAddress(address: string): StoredRecipient | undefined;
  add(recipient: StoredRecipient, account?: Account): void;
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
    add: (recipient, account) =>
      unitOfWork.transaction(() => {
        addRecipient(queries, recipient);
        if (account) accountMethods(queries).saveAccount(recipient.guid, account);
      }),
  };
}

const domainMethods = (queries: Queries): Pick<Directory, 'acceptedDomains' | 'addAcceptedDomain'> => ({
  acceptedDomains: () =>
    queries
      .all(sql.selectFrom('accepted_domain').selectAll().orderBy('isDefault', 'desc').orderBy('name'))
      .map(({ name, isDefault }) => ({ name, isDefault: isDefault === 1 })),
  addAcceptedDomain: (name) => {
    const others = queries.first(sql.selectFrom('accepted_domain').select('name').limit(1));
    const row = { name, isDefault: Number(others === undefined) };
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

function addRecipient(queries: Queries, recipient: StoredRecipient): void {
  const { sourceId, externalAddress, proxyAddresses, attributes, ...rest } = recipient;
  const row = {
    ...rest,
    sourceId: sourceId ?? null,
    externalAddress: externalAddress ?? null,
    proxyAddresses: JSON.stringify(proxyAddresses),
    attributes: JSON.stringify(attributes),
  };
  const [added] = queries.all(sql.insertInto('recipient').values(row).returning('number'));
  for (const address of smtpAddresses(recipient)) {
    queries.run(sql.insertInto('recipient_address').values({ address, recipient: added!.number }));
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
        .select(['signInHash', 'mustChangePassword'])
        .where('guid', '=', guid),
    );
    return row && { signInHash: row.signInHash, mustChangePassword: row.mustChangePassword === 1 };
  },
  saveAccount: (guid, { signInHash, mustChangePassword }) => {
    const values = { signInHash, mustChangePassword: Number(mustChangePassword) };
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
});
