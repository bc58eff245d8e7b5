import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedOrganisation } from '@cutover/cloud';
import { connect } from '@cutover/core';
import { MockExchange, OrganisationBuilder } from '@cutover/mock-exchange';
import { createShell, type Shell } from '@cutover/shell';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressOf } from '../support/mock-source.ts';
import { temporaryFolder } from '../support/rehearsal.ts';

const password = 'Pa$$w0rd';
const held = new AsyncDisposableStack();
let shell: Shell;
let shown = '';

/** `count` mails in an Inbox, so that mailboxes can be told apart by their counts. */
const mails =
  (count: number) =>
  (mailbox: { add(folder: 'inbox', item: { type: 'mail'; subject: string; sentAt: Date }): unknown }) => {
    for (let at = 0; at < count; at++)
      mailbox.add('inbox', { type: 'mail', subject: `Mail ${at}`, sentAt: new Date(at) });
  };

// Nobody but Ann herself may open her mailbox, and she no other: the first script begins with that.
const seed = new OrganisationBuilder({ name: 'Contoso', domain: 'contoso.com' })
  .user({ alias: 'administrator', displayName: 'Administrator', password })
  .user({ alias: 'annb', displayName: 'Ann Beebe', password, fill: mails(3) })
  .user({ alias: 'bobk', displayName: 'Bob Kelly', fill: mails(5) })
  .contact({ alias: 'pat', displayName: 'Pat Coleman', targetAddress: 'pat@fabrikam.com' })
  .group({ alias: 'staff', displayName: 'Staff', members: ['annb', 'bobk', 'pat'] })
  .build();

beforeAll(async () => {
  const mock = held.use(await MockExchange.start({ seed, managementPort: 0 }));
  const { connection, exchangeServer, rpcProxyServer, acceptedDomains } = addressOf(mock);
  const management = mock.urls['management'];
  const connections = { [rpcProxyServer]: { ...connection, management }, [exchangeServer]: { management } };
  const { path: folder } = held.use(temporaryFolder('cutover-administrators-'));
  const organisation = held.use(embeddedOrganisation({ data: join(folder, 'data'), acceptedDomains, connections }));
  const session = connect(organisation);
  shell = held.use(
    createShell({
      session,
      connections,
      folder,
      answers: () => password,
      environment: { SECRET: password },
      onShown: (text) => void (shown += text),
    }),
  );
});
afterAll(() => held.disposeAsync());

/** Scripts as administrators write them for a cutover, run one after another against the same organisations, and what they must tell. */
const scripts: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  '1-retry-failures': [
    'SyncedWithErrors: 3 synced, 2 failed',
    /^Count : 2\nName  : MigrationPermanentException: The account has no right to open the mailbox\nLast  : Initial sync failed$/m,
    'MigrationErrors.csv has 2 rows, of Mailbox',
    'Synced: 5 synced, 0 failed',
  ],
  '2-nightly-report': [
    '"User";"Type";"Status";"Synced";"Skipped";"Bytes";"Last"',
    /^"bobk@contoso\.com";"Mailbox";"Synced";"5";"0";"\d+";"Initial sync completed: 5 changes, 5 items in all\."$/m,
    '239 187 191',
    'True',
    'Contact 1 0',
    'Group 1 0',
    'Mailbox 3 8',
  ],
  '3-welcome-letters': [
    'Dear Administrator, True PasswordChangeRequired',
    'Dear Ann Beebe, True PasswordChangeRequired',
    'Dear Bob Kelly, True PasswordChangeRequired',
  ],
  '4-count-items': [
    'administrator@contoso.com    0   0 False',
    'annb@contoso.com             3   3 True',
    'bobk@contoso.com             5   5 True',
    '/Inbox 3',
  ],
  '5-support-bundle': [
    '5 users, 8 items',
    'MigrationUserStatistics Synced Mailbox annb@contoso.com was created.',
    'mail.contoso.com',
    '0',
  ],
  '6-last-evening': [
    'told: helpdesk@contoso.com, boss@contoso.com',
    'completed between hour 30 and 32: True',
    'again: The migration batch "Cutover" can\'t be completed while its status is Completed',
    'left: 0 batches, 0 users, 0 endpoints, 3 mailboxes',
    '1',
  ],
};

test.each(Object.entries(scripts))('%s.ps1', { timeout: 60_000 }, async (name, told) => {
  shown = '';
  const script = readFileSync(join(import.meta.dirname, 'administrators', `${name}.ps1`), 'utf8');
  const { errors } = await shell.invoke(script, { show: true });
  expect(errors.map(({ message }) => message)).toEqual([]);
  const lines = shown.split('\n').map((line) => line.trimEnd());
  for (const expected of told) {
    if (typeof expected === 'string') expect(lines).toContain(expected);
    else expect(lines.join('\n')).toMatch(expected);
  }
});
