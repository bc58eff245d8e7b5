import { describe, expect, test } from 'vitest';
import type { BatchView } from '../records/batch.ts';
import type { SkippedItem, UserView } from '../records/user.ts';
import { migrationErrorsCsv, migrationStatisticsCsv } from './csv-files.ts';
import { buildStatusReport, type StatusReportInput } from './status-report.ts';

const batch = { name: 'Cutover' } as BatchView;

function user(name: string, changes: Partial<UserView> = {}): UserView {
  return {
    guid: `guid of ${name}`,
    emailAddress: `${name}@contoso.com`,
    recipientType: 'Mailbox',
    entry: { displayName: name },
    status: 'Synced',
    initialSyncedAt: 5,
    startedAt: 1,
    provisioned: true,
    syncedItemCount: 0,
    skippedItemCount: 0,
    ...changes,
  } as UserView;
}

const failure = {
  code: 'outlookAnywhere.mailboxAccessDenied',
  summary: 'No right.',
  detail: 'No right. --> denied',
  at: 0,
};
const untouched = { initialSyncedAt: undefined, startedAt: undefined } as const;
const make = (input: Partial<StatusReportInput>) =>
  buildStatusReport({
    batch,
    moment: 'synced',
    madeAt: 0,
    users: [],
    skippedItems: [],
    passwords: new Map(),
    ...input,
  });

describe('MigrationStatistics.csv', () => {
  test('has a row for each migrated mailbox, group and contact, in this order', () => {
    const users = [
      user('partner', { recipientType: 'Contact' }),
      user('sales', { recipientType: 'Group' }),
      user('zoe', { syncedItemCount: 12, skippedItemCount: 1 }),
      user('adam', { syncedItemCount: 7 }),
      user('bad', { status: 'Failed', ...untouched, error: failure }),
    ];
    const passwords = new Map([['guid of adam', 'Aa2Bb3Cc']]);
    expect(migrationStatisticsCsv(make({ users, passwords }).migrated)).toMatchInlineSnapshot(`
      "EmailAddress,Status,ItemsMigrated,ItemsSkipped,Password,ObjectType,AdditionalComments
      adam@contoso.com,Synced,7,0,Aa2Bb3Cc,Mailbox,The password must be changed at the first sign-in.
      zoe@contoso.com,Synced,12,1,,Mailbox,"The mailbox was there already, or its password was sent in an earlier status report."
      sales@contoso.com,Synced,0,0,,Group,
      partner@contoso.com,Synced,0,0,,Contact,
      "
    `);
  });

  test('keeps a mailbox whose later sync failed', () => {
    const users = [user('later', { status: 'IncrementalFailed', error: failure })];
    const report = make({ users });
    expect(report.migrated).toHaveLength(1);
    expect(report.errors).toHaveLength(1);
    expect(report.counts[0]).toEqual({ type: 'Mailbox', total: 1, migrated: 1, failed: 0, unsynced: 1, open: 0 });
  });

  test('does not promise a password for a mailbox that was there already', () => {
    const [row] = make({ users: [user('old', { provisioned: false })] }).migrated;
    expect(row).toMatchObject({ password: '', comments: 'This object was in the organization already.' });
  });
});

describe('MigrationErrors.csv', () => {
  test('says what failed and what to do', () => {
    const users = [user('bad', { status: 'Failed', ...untouched, error: failure })];
    expect(migrationErrorsCsv(make({ users }).errors)).toMatchInlineSnapshot(`
      "EmailAddress,ErrorMessage,ObjectType,SuggestedAction
      bad@contoso.com,No right. --> denied,Mailbox,"Give the migration account Full Access to the mailbox, or Receive As on its database, and start the batch again."
      "
    `);
  });

  test('after a stop lists what was under way and what was waiting, and nothing that was migrated', () => {
    const users = [
      user('done'),
      user('half', { status: 'Stopped', initialSyncedAt: undefined }),
      user('never', { status: 'Queued', ...untouched }),
    ];
    expect(make({ users, moment: 'stopped' }).errors).toMatchObject([
      { emailAddress: 'half@contoso.com', errorMessage: expect.stringContaining('stopped') },
      { emailAddress: 'never@contoso.com', errorMessage: expect.stringContaining('was waiting to be migrated') },
    ]);
    expect(make({ users, moment: 'synced' }).errors).toEqual([]);
  });

  test('lists each skipped item with its reason, and no subject becomes a formula', () => {
    const item = {
      userGuid: 'guid of zoe',
      folderName: 'Inbox',
      subject: '=1+1',
      reason: 'It is too large.',
      code: 'x',
    };
    const csv = migrationErrorsCsv(make({ users: [user('zoe')], skippedItems: [item as SkippedItem] }).errors);
    expect(csv).toContain('The item ""=1+1"" in the folder ""Inbox"" was skipped: It is too large.');
    const formula = { ...failure, detail: '=HYPERLINK("http://evil")' };
    const failed = [user('bad', { status: 'Failed', ...untouched, error: formula })];
    expect(migrationErrorsCsv(make({ users: failed }).errors)).toContain(`,"'=HYPERLINK(`);
  });

  test.each([
    ['=cmd|calc@contoso.com', "'=cmd|calc@contoso.com"],
    ['+1@contoso.com', "'+1@contoso.com"],
    [' @sum@contoso.com', "' @sum@contoso.com"],
    // A spreadsheet that cuts lines at semicolons.
    ['a;=1+1@contoso.com', "a;'=1+1@contoso.com"],
    ['＝1+1@contoso.com', "'＝1+1@contoso.com"],
    ['o-neil+lists@contoso.com', 'o-neil+lists@contoso.com'],
  ])('no address becomes a formula, neither: %s', (emailAddress, cell) => {
    const users = [{ ...user('bad', { status: 'Failed', ...untouched, error: failure }), emailAddress }];
    expect(migrationErrorsCsv(make({ users }).errors)).toContain(`\r\n${cell},No right.`);
    expect(migrationStatisticsCsv(make({ users: [{ ...user('good'), emailAddress }] }).migrated)).toContain(
      `\r\n${cell},`,
    );
  });
});
