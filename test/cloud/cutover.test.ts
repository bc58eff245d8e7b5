import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { steppedClock } from '@cutover/base';
import {
  completeMigrationBatch,
  connect,
  getMigrationBatch,
  getMigrationUser,
  getMigrationUserStatistics,
  newMigrationBatch,
  newMigrationEndpoint,
  psCredential,
  testMigrationServerAvailability,
  type Session,
} from '@cutover/core';
import { MockExchange, OrganisationBuilder, type Seed } from '@cutover/mock-exchange';
import PostalMime, { type Email } from 'postal-mime';
import { expect, test } from 'vitest';
import { addressOf } from '../support/mock-source.ts';
import { openOrganisation, type SourceAddress, temporaryFolder } from '../support/rehearsal.ts';

const day = 86_400_000;

/** Three mailboxes, one of them closed to the migration account; a nested group; a contact; a stranger's domain. */
function fabrikam(): Seed {
  const builder = new OrganisationBuilder({ name: 'Fabrikam', domain: 'fabrikam.com', serverName: 'EX2003' });
  for (const alias of ['anna', 'ben', 'cora']) {
    builder.user({
      alias,
      displayName: `${alias} of Fabrikam`,
      fill: (mailbox) => {
        for (let number = 1; number <= 3; number++) {
          mailbox.add('inbox', {
            type: 'mail',
            subject: `Mail ${number}`,
            sentAt: new Date(Date.UTC(2013, 1, number)),
          });
        }
      },
    });
  }
  builder.user({ alias: 'dora', displayName: 'Dora', primarySmtpAddress: 'dora@litware.com' });
  builder.group({ alias: 'team', displayName: 'Team', members: ['anna', 'inner'] });
  builder.group({ alias: 'inner', displayName: 'Inner circle', members: ['ben'] });
  builder.contact({ alias: 'pat', displayName: 'Pat', targetAddress: 'pat@contoso.com' });
  builder.account({ userName: 'administrator', password: 'Adm1n-of-Fabrikam' });
  for (const alias of ['anna', 'ben', 'dora']) builder.grantFullAccess('administrator', alias);
  return builder.build();
}

const connection = (source: SourceAddress) => ({
  ExchangeOutlookAnywhere: true,
  ExchangeServer: source.exchangeServer,
  Credentials: psCredential(source.userName, source.password),
  MailboxPermission: 'FullAccess' as const,
});

const endpoint = (session: Session, source: SourceAddress) =>
  newMigrationEndpoint(session, {
    Name: 'Fabrikam',
    RpcProxyServer: source.rpcProxyServer,
    SkipVerification: true,
    ...connection(source),
  });

async function mailsIn(folder: string): Promise<Email[]> {
  const names = readdirSync(join(folder, 'mail')).toSorted((a, b) => (a < b ? -1 : 1));
  return Promise.all(names.map((name) => PostalMime.parse(readFileSync(join(folder, 'mail', name)))));
}

const csvOf = (mail: Email, fileName: string): string[][] => {
  const attachment = mail.attachments.find(({ filename }) => filename === fileName);
  const text = Buffer.from(attachment!.content as ArrayBuffer).toString();
  return text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
};

test(
  'an administrator migrates an organisation, is told of everything, and completes',
  { timeout: 60_000 },
  async () => {
    await using mock = await MockExchange.start({ seed: fabrikam() });
    using folder = temporaryFolder();
    const source = addressOf(mock);
    const clock = steppedClock(Date.UTC(2013, 1, 4, 9));
    await using organisation = openOrganisation(folder.path, source, { clock });
    const warnings: string[] = [];
    const session = connect(organisation, { onWarning: (message) => void warnings.push(message) });

    await endpoint(session, source);
    const NotificationEmails = ['helpdesk@fabrikam.com'];
    const created = await newMigrationBatch(session, {
      Name: 'Cutover',
      NotificationEmails,
      AutoStart: true,
      SourceEndpoint: 'Fabrikam',
    });
    expect(created).toMatchObject({ TotalCount: 7, NotificationEmails, SubmittedByUser: 'admin@fabrikam.com' });
    expect(warnings).toEqual([expect.stringContaining("litware.com, which isn't an accepted domain")]);
    await organisation.untilIdle();

    const [batch] = await getMigrationBatch(session, { Identity: 'Cutover' });
    expect(batch).toMatchObject({ Status: 'SyncedWithErrors', SyncedCount: 5, FailedCount: 2 });
    const failed = await getMigrationUser(session, { StatusSummary: 'Failed' });
    expect(failed.map(({ Identity, ErrorSummary }) => [Identity, ErrorSummary])).toEqual([
      ['cora@fabrikam.com', expect.stringContaining('has no right to open the mailbox')],
      ['dora@litware.com', expect.stringContaining('accepted domain')],
    ]);
    const [anna] = await getMigrationUserStatistics(session, { Identity: 'anna@fabrikam.com' });
    expect(anna).toMatchObject({ Status: 'Synced', SyncedItemCount: 3, SkippedItemCount: 0, PercentageComplete: 100 });

    const [first] = await mailsIn(folder.path);
    expect(first!.to!.map(({ address }) => address)).toEqual(['admin@fabrikam.com', 'helpdesk@fabrikam.com']);
    expect(first!.subject).toBe('Migration batch "Cutover" has been synchronized with errors');
    const statistics = csvOf(first!, 'MigrationStatistics.csv');
    expect(
      statistics.map(([address, status, items, , password, type]) => [address, status, items, password!.length, type]),
    ).toEqual([
      ['EmailAddress', 'Status', 'ItemsMigrated', 8, 'ObjectType'],
      ['anna@fabrikam.com', 'Synced', '3', 8, 'Mailbox'],
      ['ben@fabrikam.com', 'Synced', '3', 8, 'Mailbox'],
      ['inner@fabrikam.com', 'Synced', '0', 0, 'Group'],
      ['team@fabrikam.com', 'Synced', '0', 0, 'Group'],
      ['pat@contoso.com', 'Synced', '0', 0, 'Contact'],
    ]);
    expect(csvOf(first!, 'MigrationErrors.csv').map(([address]) => address)).toEqual([
      'EmailAddress',
      'cora@fabrikam.com',
      'dora@litware.com',
    ]);
    for (const url of [batch!.Reports[0]!.SuccessUrl, batch!.Reports[0]!.ErrorUrl!]) {
      expect(first!.html).toContain(url);
      expect(readFileSync(fileURLToPath(url), 'utf8')).toContain('EmailAddress,');
    }

    await clock.advance(day);
    await organisation.untilIdle();
    const [later] = await getMigrationBatch(session);
    expect(later!.LastSyncedDateTime!.getTime()).toBeGreaterThanOrEqual(batch!.LastSyncedDateTime!.getTime() + day);

    await completeMigrationBatch(session, { IgnoreSyncErrors: true });
    await organisation.untilIdle();
    expect(await getMigrationBatch(session)).toMatchObject([{ Status: 'CompletedWithErrors', FinalizedCount: 5 }]);
    const last = (await mailsIn(folder.path)).at(-1)!;
    expect(last.subject).toBe('Migration batch "Cutover" has been completed with errors');
    expect(
      csvOf(last, 'MigrationStatistics.csv')
        .slice(1)
        .map(([, , , , password]) => password),
    ).toEqual(['', '', '', '', '']);
  },
);

test('the connection test tells what is wrong with the way to the source', { timeout: 60_000 }, async () => {
  await using mock = await MockExchange.start({ seed: fabrikam() });
  const source = addressOf(mock);
  const outcomeOf = async (changes: {
    password?: string;
    connection?: SourceAddress['connection'];
    server?: string;
    proxy?: string;
  }) => {
    const { password = source.password, proxy = source.rpcProxyServer, server = source.exchangeServer } = changes;
    const connections = { [source.rpcProxyServer]: changes.connection ?? source.connection };
    await using organisation = openOrganisation(':memory:', source, { connections });
    return await testMigrationServerAvailability(connect(organisation), {
      ...connection(source),
      ExchangeServer: server,
      RPCProxyServer: proxy,
      Credentials: psCredential(source.userName, password),
      EmailAddress: 'anna@fabrikam.com',
    });
  };
  expect(await outcomeOf({})).toMatchObject({ Result: 'Success', SupportsCutover: true });
  expect(await outcomeOf({ password: 'wrong' })).toMatchObject({
    Result: 'Failed',
    Message: expect.stringContaining('refused the sign-in'),
    ErrorDetail: expect.not.stringContaining('wrong'),
  });
  const { ca: _, ...untrusted } = source.connection;
  expect((await outcomeOf({ connection: untrusted })).ErrorDetail).toContain('AuthenticationException');
  expect((await outcomeOf({ connection: { ...source.connection, port: 1 } })).ErrorDetail).toContain('SocketException');
  expect((await outcomeOf({ server: 'OTHER.fabrikam.com' })).ErrorDetail).toContain('ServerUnavailableException');
  expect((await outcomeOf({ proxy: 'nowhere.invalid' })).ErrorDetail).toContain("couldn't be resolved in DNS");
});
