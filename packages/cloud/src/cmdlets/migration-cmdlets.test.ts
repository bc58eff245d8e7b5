import {
  completeMigrationBatch,
  getMigrationBatch,
  getMigrationEndpoint,
  getMigrationUser,
  getMigrationUserStatistics,
  migrationBatch,
  migrationEndpoint,
  migrationUser,
  migrationUserStatistics,
  newMigrationBatch,
  newMigrationEndpoint,
  removeMigrationBatch,
  startMigrationBatch,
  stopMigrationBatch,
  type ErrorRecord,
} from '@cutover/core';
import { migrationErrors } from '@cutover/migration';
import { contactEntry, mailboxEntry } from '@cutover/migration/testing';
import { describe, expect, test } from 'vitest';
import { organisationUnderTest, source, type OrganisationUnderTest } from '../testing/organisation-under-test.ts';

const damaged = migrationErrors.itemUnreadable({ reason: 'it is damaged' });
const endpoint = (world: OrganisationUnderTest) => newMigrationEndpoint(world.session, { Name: 'Contoso', ...source });

/** Endpoint, batch, first sync. */
async function migrate(world: OrganisationUnderTest, Name = 'Cutover'): Promise<void> {
  await endpoint(world);
  await newMigrationBatch(world.session, { Name, SourceEndpoint: 'Contoso', AutoStart: true });
  await world.organisation.untilIdle();
}

describe('New-MigrationEndpoint', () => {
  test('tests the connection, and answers the endpoint without its password', async () => {
    await using world = organisationUnderTest();
    const made = await endpoint(world);
    expect(migrationEndpoint.schema.parse(made)).toMatchObject({
      Identity: 'Contoso',
      EndpointType: 'ExchangeOutlookAnywhere',
      ExchangeServer: 'EXCH-MSG-1.contoso.com',
      RpcProxyServer: 'mail.contoso.com',
      MaxConcurrentMigrations: 3,
      Authentication: 'Basic',
      Username: 'CONTOSO\\administrator',
      ObjectState: 'New',
    });
    expect(await getMigrationEndpoint(world.session)).toEqual([{ ...made, ObjectState: 'Unchanged' }]);
    expect(await getMigrationEndpoint(world.session, { Identity: made.Guid })).toHaveLength(1);
    expect(await getMigrationEndpoint(world.session, { Type: 'IMAP' })).toEqual([]);
  });

  test('a connection that fails is an error, unless the test is skipped', async () => {
    await using world = organisationUnderTest();
    const errorCode = 'outlookAnywhere.authenticationFailed';
    world.connectivity = { ...world.connectivity, status: 'failed', errorCode, detail: 'HTTP 401.' };
    await expect(endpoint(world)).rejects.toMatchObject({
      code: 'migration.accessDenied',
      message: expect.stringContaining("refused the sign-in of 'CONTOSO\\administrator'"),
      cause: { message: 'HTTP 401.' },
    });
    expect(world.warnings).toEqual([expect.stringMatching(/failed at this step: .* HTTP 401\. .*-Detailed/)]);
    await newMigrationEndpoint(world.session, { Name: 'Contoso', ...source, SkipVerification: true });
  });

  test('names what is missing, and what it cannot do', async () => {
    await using world = organisationUnderTest();
    const { RpcProxyServer: _, ...incomplete } = source;
    await expect(newMigrationEndpoint(world.session, { Name: 'A', ...incomplete })).rejects.toMatchObject({
      code: 'binding.missingMandatoryParameter',
      message: expect.stringContaining('RpcProxyServer'),
    });
    const made = (parameters: object) => newMigrationEndpoint(world.session, { Name: 'A', ...source, ...parameters });
    await expect(made({ Authentication: 'Kerberos' })).rejects.toThrow(/Kerberos isn't supported.*use Basic or Ntlm/);
    await expect(made({ MaxConcurrentMigrations: 'Unlimited' })).rejects.toThrow(/can't be Unlimited/);
    await expect(made({ MaxConcurrentMigrations: 11 })).rejects.toThrow(/11/);
    await expect(made({ Autodiscover: true })).rejects.toMatchObject({ code: expect.stringMatching(/^binding/) });
  });
});

describe('New-MigrationBatch', () => {
  test('shows before the start what will be migrated', async () => {
    await using world = organisationUnderTest();
    await endpoint(world);
    const batch = await newMigrationBatch(world.session, { Name: 'Cutover', SourceEndpoint: 'Contoso' });
    expect(migrationBatch.schema.parse(batch)).toMatchObject({
      Identity: 'Cutover',
      Status: 'Created',
      MigrationType: 'ExchangeOutlookAnywhere',
      BatchDirection: 'Onboarding',
      TotalCount: 6,
      SubmittedByUser: 'admin@contoso.com',
      StartedByUser: null,
      SourceEndpoint: 'Contoso',
      Message: '3 mailboxes, 2 distribution groups and 1 contact will be migrated.',
      StartDateTime: null,
    });
    expect(world.verbose).toEqual(['3 mailboxes, 2 distribution groups and 1 contact will be migrated.']);
    expect(world.warnings).toEqual([]);
  });

  test('warns of addresses in a domain that is not accepted, before they fail', async () => {
    await using world = organisationUnderTest();
    const stranger = { ...mailboxEntry('dan'), primaryAddress: 'dan@tailspintoys.com' };
    world.source.entries.push(stranger, contactEntry('eve'));
    await endpoint(world);
    await newMigrationBatch(world.session, { Name: 'Cutover', SourceEndpoint: 'Contoso' });
    expect(world.warnings).toEqual([
      expect.stringContaining("1 object has an address in tailspintoys.com, which isn't an accepted domain"),
    ]);
  });

  test('uses the settings of the batch before when it is given none', async () => {
    await using world = organisationUnderTest();
    await migrate(world);
    world.source.entries.push(mailboxEntry('dan'));
    const second = await newMigrationBatch(world.session, { Name: 'Second' });
    expect(second).toMatchObject({ SourceEndpoint: 'Contoso', TotalCount: 1 });
  });

  test('reads its times in the given zone', async () => {
    await using world = organisationUnderTest();
    await endpoint(world);
    const StartAfter = new Date('2026-07-01T08:00:00Z');
    const batch = await newMigrationBatch(world.session, {
      Name: 'Cutover',
      SourceEndpoint: 'Contoso',
      StartAfter,
      TimeZone: 'Europe/Berlin',
    });
    expect(batch.StartAfterUTC).toEqual(new Date('2026-07-01T06:00:00Z'));
    const backwards = { Name: 'B', StartAfter, CompleteAfter: new Date(StartAfter.getTime() - 1) };
    await expect(newMigrationBatch(world.session, backwards)).rejects.toThrow(/-CompleteAfter is before -StartAfter/);
    const nowhere = { Name: 'B', SourceEndpoint: 'Contoso', StartAfter, TimeZone: 'Nowhere/Land' };
    await expect(newMigrationBatch(world.session, nowhere)).rejects.toThrow(/an IANA name such as Europe\/Berlin/);
  });

  test('takes at most 1,000 mailboxes, as many groups and contacts as there are', async () => {
    await using world = organisationUnderTest();
    const { entries } = world.source;
    while (entries.filter(({ kind }) => kind === 'mailbox').length < 1000)
      entries.push(mailboxEntry(`user${entries.length}`));
    await endpoint(world);
    const first = await newMigrationBatch(world.session, { Name: 'Full', SourceEndpoint: 'Contoso' });
    expect(first.TotalCount).toBe(1003);
    expect(world.warnings).toEqual([
      expect.stringContaining('has 1000 mailboxes. A cutover of more than 150 takes long'),
    ]);
    await removeMigrationBatch(world.session, { Identity: 'Full' });
    entries.push(mailboxEntry('one.more'));
    await expect(newMigrationBatch(world.session, { Name: 'Over', SourceEndpoint: 'Contoso' })).rejects.toMatchObject({
      code: 'migration.tooManyMailboxes',
      message: expect.stringMatching(/1001 mailboxes.* at most 1000\. Raise "mostMailboxes".* or migrate in stages/),
    });
  });

  test('takes 2,000 mailboxes where the settings say so, and 150 without a word', async () => {
    await using world = organisationUnderTest({ mostMailboxes: 2000 });
    const { entries } = world.source;
    const fill = (count: number): void => {
      while (entries.filter(({ kind }) => kind === 'mailbox').length < count)
        entries.push(mailboxEntry(`user${entries.length}`));
    };
    await endpoint(world);
    fill(150);
    await newMigrationBatch(world.session, { Name: 'Recommended', SourceEndpoint: 'Contoso' });
    expect(world.warnings).toEqual([]);
    await removeMigrationBatch(world.session, { Identity: 'Recommended' });
    fill(1001);
    const { TotalCount } = await newMigrationBatch(world.session, { Name: 'Large', SourceEndpoint: 'Contoso' });
    expect(TotalCount).toBe(1004);
  });

  test('refuses by name what no cutover is, and a cutover beside directory synchronisation', async () => {
    await using world = organisationUnderTest({ directorySynchronization: true });
    const moved = { Name: 'Moved', TargetDeliveryDomain: 'contoso.mail.onmicrosoft.com' } as never;
    await expect(newMigrationBatch(world.session, moved)).rejects.toMatchObject({
      code: 'core.parameterNotSupported',
      message: expect.stringContaining("'TargetDeliveryDomain'"),
    });
    await endpoint(world);
    await expect(newMigrationBatch(world.session, { Name: 'A', SourceEndpoint: 'Contoso' })).rejects.toMatchObject({
      code: 'migration.directorySynchronizationActive',
    });
  });
});

describe('a batch from start to end', () => {
  test('is started, synced, completed and removed', async () => {
    await using world = organisationUnderTest();
    const { session, organisation } = world;
    await endpoint(world);
    await newMigrationBatch(session, { Name: 'Cutover', SourceEndpoint: 'Contoso' });
    await startMigrationBatch(session);
    await organisation.untilIdle();
    const [synced] = await getMigrationBatch(session, { Identity: 'cutover', IncludeReport: true });
    expect(synced).toMatchObject({
      Status: 'Synced',
      StartedByUser: 'admin@contoso.com',
      SyncedCount: 6,
      TotalCount: 6,
      Message: expect.stringContaining('the next time at 2026-03-03 12:00:00 UTC'),
      DataConsistencyScore: 'Perfect',
    });
    expect(synced!.Report!.Entries.length).toBeGreaterThan(3);
    await completeMigrationBatch(session);
    await organisation.untilIdle();
    const [completed] = await getMigrationBatch(session, { Status: 'Completed' });
    expect(completed).toMatchObject({ FinalizedCount: 6 });
    expect(organisation.isScheduled).toBe(false);
    await removeMigrationBatch(session, { Identity: completed!.BatchGuid });
    expect(await getMigrationBatch(session)).toEqual([]);
  });

  test('is stopped while it copies, and goes on', async () => {
    await using world = organisationUnderTest();
    const { session, organisation } = world;
    const copying = Promise.withResolvers<void>();
    world.source.onStep = ({ step, mailbox, signal }) => {
      if (step !== 'message' || mailbox !== 'bob') return;
      copying.resolve();
      return world.clock.sleep(1e9, { signal });
    };
    await endpoint(world);
    await newMigrationBatch(session, { Name: 'Cutover', SourceEndpoint: 'Contoso', AutoStart: true });
    await copying.promise;
    await stopMigrationBatch(session);
    expect((await getMigrationBatch(session))[0]).toMatchObject({ Status: 'Stopped' });
    await organisation.untilIdle();
    const [mail] = organisation.sentMail;
    expect(mail!.subject).toBe('Migration batch "Cutover" was stopped');
    expect(mail!.attachments.map(({ content }) => content)).toEqual([
      expect.stringContaining('sales@contoso.com,Synced'),
      expect.stringContaining('bob@contoso.com,This object was being migrated when the migration was stopped.'),
    ]);
    world.source.onStep = () => undefined;
    await startMigrationBatch(session, { Identity: 'Cutover' });
    await organisation.untilIdle();
    expect((await getMigrationBatch(session))[0]).toMatchObject({ Status: 'Synced', SyncedCount: 6 });
  });

  test('what is not there is an error after which the pipeline goes on', async () => {
    await using world = organisationUnderTest();
    const errors: ErrorRecord[] = [];
    const onError = (error: ErrorRecord) => void errors.push(error);
    await getMigrationBatch(world.session, { Identity: 'None' }, { onError });
    await getMigrationBatch(world.session, { Endpoint: 'None' }, { onError });
    await getMigrationUser(world.session, { Identity: 'nobody@contoso.com' }, { onError });
    await getMigrationUser(world.session, { BatchId: 'None' }, { onError });
    await getMigrationUserStatistics(world.session, { Identity: 'nobody@contoso.com' }, { onError });
    await getMigrationEndpoint(world.session, { Identity: 'None' }, { onError });
    const missing = /FailureCategory=Cmdlet-ManagementObjectNotFoundException\].*\.(\w+)$/;
    expect(errors.map(({ fullyQualifiedErrorId: id, target }) => [missing.exec(id)?.[1], target])).toEqual([
      ['GetMigrationBatch', 'None'],
      ['GetMigrationBatch', 'None'],
      ['GetMigrationUser', 'nobody@contoso.com'],
      ['GetMigrationUser', 'None'],
      ['GetMigrationUserStatistics', 'nobody@contoso.com'],
      ['GetMigrationEndpoint', 'None'],
    ]);
    await expect(startMigrationBatch(world.session, { Identity: 'None' })).rejects.toMatchObject({
      code: 'migration.batchNotFound',
    });
    await expect(removeMigrationBatch(world.session)).rejects.toMatchObject({
      code: 'binding.missingMandatoryParameter',
    });
    await expect(startMigrationBatch(world.session)).rejects.toMatchObject({
      code: 'binding.missingMandatoryParameter',
    });
  });
});

describe('Get-MigrationUser and Get-MigrationUserStatistics', () => {
  test('list every object with its state', async () => {
    await using world = organisationUnderTest();
    await migrate(world);
    const users = await getMigrationUser(world.session, { BatchId: 'Cutover' });
    for (const user of users) migrationUser.schema.parse(user);
    expect(users.map(({ Identity, RecipientType, Status }) => [Identity, RecipientType, Status])).toEqual([
      ['ann@contoso.com', 'Mailbox', 'Synced'],
      ['bob@contoso.com', 'Mailbox', 'Synced'],
      ['carol@contoso.com', 'Mailbox', 'Synced'],
      ['sales@contoso.com', 'Group', 'Synced'],
      ['everyone@contoso.com', 'Group', 'Synced'],
      ['pat@fabrikam.com', 'Contact', 'Synced'],
    ]);
    const [ann] = await getMigrationUser(world.session, { MailboxGuid: users[0]!.MailboxGuid! });
    expect(ann).toMatchObject({ Identity: 'ann@contoso.com', SyncedItemCount: 3, DataConsistencyScore: 'Perfect' });
    expect(await getMigrationUser(world.session, { StatusSummary: 'Failed' })).toEqual([]);
    expect(await getMigrationUser(world.session, { Status: 'Validating' })).toEqual([]);
    expect(await getMigrationUser(world.session, { ResultSize: 2 })).toHaveLength(2);
    expect(world.warnings).toEqual([expect.stringContaining('There are more results available')]);
  });

  test('say why a mailbox failed', async () => {
    await using world = organisationUnderTest();
    world.source.onStep = ({ step, mailbox }) => {
      if (step === 'open' && mailbox === 'bob') throw new Error('The account has no right.');
    };
    await migrate(world);
    const [batch] = await getMigrationBatch(world.session);
    expect(batch).toMatchObject({ Status: 'SyncedWithErrors', FailedCount: 1 });
    const [bob] = await getMigrationUser(world.session, { StatusSummary: 'Failed' });
    expect(bob!.ErrorSummary).toContain('The account has no right.');
    const [statistics] = await getMigrationUserStatistics(world.session, {
      Identity: 'bob@contoso.com',
      IncludeReport: true,
    });
    expect(statistics!.Error).toMatch(/^\w*Exception: .*The account has no right\./);
    expect(statistics!.Report!.Failures).toHaveLength(1);
  });

  test('list what was left out, with the reason', async () => {
    await using world = organisationUnderTest();
    world.source.deliver('ann', 'Inbox', [{ subject: 'Broken', breaks: damaged }]);
    await migrate(world);
    const of = (parameters: object) =>
      getMigrationUserStatistics(world.session, { Identity: 'ann@contoso.com', ...parameters });
    const [plain] = await of({});
    expect(migrationUserStatistics.schema.parse(plain)).toMatchObject({
      SkippedItemCount: 1,
      SkippedItems: [],
      SyncedItemCount: 3,
      PercentageComplete: 100,
      Report: null,
    });
    expect((await getMigrationBatch(world.session))[0]).toMatchObject({ DataConsistencyScore: 'Investigate' });
    const [full] = await of({ IncludeSkippedItems: true });
    expect(full!.SkippedItems).toMatchObject([{ Kind: 'BadItem', FolderName: 'Inbox', Subject: 'Broken' }]);
    expect((await of({ IncludeSkippedItems: true, LimitSkippedItemsTo: 0 }))[0]!.SkippedItems).toEqual([]);
  });
});
