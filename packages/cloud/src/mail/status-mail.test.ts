import { buildStatusReport, type ReportMoment, type SkippedItem, type UserView } from '@cutover/migration';
import { expect, test } from 'vitest';
import { batchView, userView } from '../testing/views.ts';
import { statusMail } from './status-mail.ts';

const madeAt = Date.UTC(2026, 2, 2, 8, 10);
const files = {
  statistics: 'file:///data/MigrationStatistics.csv',
  errors: 'file:///data/MigrationErrors.csv',
  wereThere: false,
};
const failure = {
  code: 'outlookAnywhere.mailboxAccessDenied',
  summary: 'The account has no right.',
  detail: 'The account has no right to open the mailbox <bob>.',
  at: madeAt,
};
const users = [
  userView('Ann Beebe'),
  userView('Bob Kelly', { status: 'Failed', initialSyncedAt: undefined, error: failure }),
  userView('Sales', { recipientType: 'Group', syncedItemCount: 0 }),
  userView('Pat Coleman', { recipientType: 'Contact', syncedItemCount: 0 }),
];

function mailOf(options: {
  users?: UserView[];
  moment?: ReportMoment;
  skippedItems?: SkippedItem[];
  password?: string;
}) {
  const moment = options.moment ?? 'synced';
  const status = options.users ? 'Synced' : 'SyncedWithErrors';
  const report = buildStatusReport({
    batch: batchView({ status }),
    moment,
    madeAt,
    users: options.users ?? users,
    skippedItems: options.skippedItems ?? [],
    passwords: new Map(options.password ? [['guid of Ann Beebe', options.password]] : []),
  });
  return statusMail(report, { to: ['admin@contoso.com'], files });
}

test('the text holds counts, next steps, files, errors and every object', () => {
  expect(mailOf({ password: 'Aa2Bb3Cc' }).text).toMatchInlineSnapshot(`
    "Migration batch "Cutover" has been synchronized with errors
    ===========================================================

    Status:          SyncedWithErrors
    Started by:      admin@contoso.com
    Started:         2026-03-02 08:01:00 UTC
    Initial sync:    2026-03-02 08:06:00 UTC
    Last synced:     2026-03-02 08:06:00 UTC
    Next sync:       2026-03-03 08:06:00 UTC
    Source endpoint: Contoso
    Report made:     2026-03-02 08:10:00 UTC
    Links end:       2026-05-31 08:10:00 UTC

    Counts
    ------
    Mailboxes            1 of 2 migrated, 1 failed
    Distribution groups  1 of 1 migrated
    Contacts             1 of 1 migrated

    What to do next
    ---------------
    1. Look at MigrationErrors.csv, mend what failed, and try it again: Start-MigrationBatch -Identity "Cutover"
    2. Give each user the password in MigrationStatistics.csv. It must be changed at the first sign-in, and the service does not keep it.
    3. Until you complete the migration, the source and the cloud-based mailboxes are synchronized every 24 hours.
    4. Assign licenses to the users, and point the MX record at the cloud (a TTL of 3600 seconds speeds it up).
    5. Wait until all mail goes to the cloud-based mailboxes, which takes up to 72 hours; then: Complete-MigrationBatch -Identity "Cutover"

    Files
    -----
    MigrationStatistics.csv: what was migrated, with the first password of each new mailbox
      file:///data/MigrationStatistics.csv
    MigrationErrors.csv: what was not migrated or not synchronized, why, and what to do
      file:///data/MigrationErrors.csv

    Not migrated, or not synchronized
    ---------------------------------
    bob.kelly@contoso.com (Mailbox): The account has no right to open the mailbox <bob>.
      Give the migration account Full Access to the mailbox, or Receive As on its database, and start the batch again.

    Migrated
    --------
    ann.beebe@contoso.com (Mailbox, Synced): 120 items
    sales@contoso.com (Group, Synced)
    pat.coleman@contoso.com (Contact, Synced)
    "
  `);
});

test('a migrated mailbox whose later sync has failed is counted as such', () => {
  const unsynced = userView('Bob Kelly', { status: 'IncrementalFailed', error: failure });
  const { html, text } = mailOf({ users: [users[0]!, unsynced] });
  expect(text).toMatch(/^Mailboxes +2 of 2 migrated, 1 not synchronized$/m);
  expect(html).toContain('>1 not synchronized<');
});

test('the passwords stand in the statistics file and nowhere else', () => {
  const mail = mailOf({ password: 'Aa2Bb3Cc' });
  expect(mail.attachments[0]).toMatchObject({
    fileName: 'MigrationStatistics.csv',
    content: expect.stringContaining('ann.beebe@contoso.com,Synced,120,0,Aa2Bb3Cc,Mailbox'),
  });
  expect(mail.text + mail.html + mail.subject).not.toContain('Aa2Bb3Cc');
});

test('the error file is there only when there are errors', () => {
  expect(mailOf({}).attachments.map(({ fileName }) => fileName)).toEqual([
    'MigrationStatistics.csv',
    'MigrationErrors.csv',
  ]);
  const good = mailOf({ users: [users[0]!] });
  expect(good.attachments.map(({ fileName }) => fileName)).toEqual(['MigrationStatistics.csv']);
  expect(good.subject).toBe('Migration batch "Cutover" has been synchronized');
  expect(good.html).not.toContain('MigrationErrors.csv');
});

test('why things are not as they were asked to be stands first, and when the batch goes', () => {
  const message = 'The batch was stopped, because no administrator did anything with it for 60 days.';
  const batch = batchView({ message, status: 'Stopped', statusSince: madeAt });
  const report = buildStatusReport({ batch, moment: 'stopped', madeAt, users, skippedItems: [], passwords: new Map() });
  const { html, text } = statusMail(report, { to: ['admin@contoso.com'], files });
  expect(text).toMatch(/^Migration batch "Cutover" was stopped\n=+\n\nThe batch was stopped, because/);
  expect(text).toContain('Batch removed:   2026-05-31 08:10:00 UTC');
  expect(html).toContain(`>${message}</p>`);
});

test('what the source says is no markup in the mail', () => {
  const { html } = mailOf({});
  expect(html).toContain('open the mailbox &lt;bob&gt;.');
  expect(html).not.toContain('<bob>');
  expect(html).toContain('<a href="file:///data/MigrationErrors.csv"');
});

test.each([
  ['synced', 'has been synchronized', 'Complete-MigrationBatch'],
  ['stopped', 'was stopped', 'Start-MigrationBatch'],
  ['completed', 'has been completed', 'Remove-MigrationBatch'],
  ['interval', 'is being synchronized', 'Complete-MigrationBatch'],
] as const)('%s: the subject says what happened, the text what to do', (moment, happened, command) => {
  const mail = mailOf({ moment, users: [users[0]!] });
  expect(mail.subject).toContain(happened);
  expect(mail.text).toContain(`${command} -Identity "Cutover"`);
});
