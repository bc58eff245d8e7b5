import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect } from '@cutover/core';
import { MockExchange, OrganisationBuilder } from '@cutover/mock-exchange';
import { createShell } from '@cutover/shell';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { addressOf } from '../support/mock-source.ts';
import { beginMigration, openOrganisation, temporaryFolder } from '../support/rehearsal.ts';

const seed = new OrganisationBuilder({ name: 'Contoso', domain: 'contoso.com' })
  .user({
    alias: 'annb',
    displayName: 'Ann Beebe',
    fill: (mailbox) => void mailbox.add('inbox', { type: 'mail', subject: 'Hello', sentAt: new Date(0) }),
  })
  .account({ userName: 'administrator' })
  .grantReceiveAs('administrator')
  .build();

/** A migrated organisation on a stepped clock, and a shell that tells what an administrator sees. */
async function rehearsal() {
  await using stack = new AsyncDisposableStack();
  const mock = stack.use(await MockExchange.start({ seed, httpPort: 0 }));
  const folder = stack.use(temporaryFolder());
  const source = addressOf(mock);
  const organisation = stack.use(openOrganisation(folder.path, source));
  organisation.clock.setMode('Stepped');
  const session = connect(organisation);
  let shown = '';
  const shell = stack.use(
    createShell({ session, folder: folder.path, width: 200, onShown: (text) => (shown += text) }),
  );
  await beginMigration(session, source);
  await organisation.untilIdle();
  const kept = stack.move();
  return {
    folder: folder.path,
    organisation,
    see: async (script: string): Promise<string> => {
      shown = '';
      await shell.invoke(script, { show: true });
      return shown.trim();
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

const days = (count: number): string => `Set-EmulatorClock -Advance ${count}.00:00:00 | Out-Null`;
const status = '(Get-MigrationBatch).Status';
const links = '(Get-MigrationBatch).Reports.SuccessUrl';

/** What is left, whatever became of the batch. */
const left = `"$((Get-Mailbox).Count) mailbox, $((Get-MailboxStatistics annb).ItemCount) item, $(@(Get-MigrationEndpoint).Count) endpoint"`;

async function lastMail(folder: string): Promise<string> {
  const name = readdirSync(join(folder, 'mail')).toSorted().at(-1)!;
  return (await PostalMime.parse(readFileSync(join(folder, 'mail', name)))).text!;
}

test(
  '60 idle days stop a batch, 90 days end its links, 90 more remove it; the mailboxes stay',
  { timeout: 60_000 },
  async () => {
    await using world = await rehearsal();
    const { folder, organisation, see } = world;
    const passwords = fileURLToPath(await see(links));
    expect(await see(`${days(59)}; ${status}`)).toBe('Synced');
    expect(await see(`${days(1)}; ${status}; (Get-MigrationBatch).Message`)).toMatch(
      /^Stopped\s+The batch was stopped, because no administrator did anything with it for 60 days\.$/,
    );
    const expires = await see('"{0:yyyy-MM-dd}" -f (Get-MigrationBatch).ExpirationDateTimeUTC');
    const mail = await lastMail(folder);
    expect(mail).toContain('no administrator did anything with it for 60 days');
    expect(mail).toContain(`Batch removed:   ${expires}`);

    expect((await see(`${days(29)}; ${links}`)).split('\n')).toHaveLength(2);
    const [only, ...more] = (await see(`${days(1)}; ${links}`)).split('\n');
    expect([only, more]).toEqual([expect.stringContaining('-stopped/'), []]);
    expect(await see(`${days(59)}; ${status}`)).toBe('Stopped');
    expect(await see(`${days(1)}; Get-MigrationBatch; Get-MigrationUser`)).toBe('');
    expect(
      await see('Get-MigrationBatch Cutover; Get-MigrationUser annb@contoso.com; Start-MigrationBatch Cutover'),
    ).toBe(
      [
        'Get-MigrationBatch: The migration batch "Cutover" can\'t be found.',
        'Get-MigrationUser: The migration user "annb@contoso.com" can\'t be found.',
        'Start-MigrationBatch: The migration batch "Cutover" can\'t be found.',
      ].join('\n'),
    );
    expect(await see(left)).toBe('1 mailbox, 1 item, 1 endpoint');

    await see('New-MigrationBatch -Name Again -AutoStart | Out-Null');
    await organisation.untilIdle();
    expect(await see(`${status}; ${left}; (Get-MigrationUserStatistics annb@contoso.com).SyncedItemCount`)).toBe(
      'Synced\n1 mailbox, 1 item, 1 endpoint\n1',
    );
    expect(existsSync(passwords)).toBe(false);
  },
);

test(
  'a completed batch goes after 60 days; the mailboxes and the mail with the files stay',
  { timeout: 60_000 },
  async () => {
    await using world = await rehearsal();
    const { folder, organisation, see } = world;
    await see('Set-EmulatorClock -Advance 01:00:00 | Out-Null; Complete-MigrationBatch Cutover -Confirm:$false');
    await organisation.untilIdle();
    const url = (await see(links)).split('\n').find((link) => link.includes('-completed/'))!;
    const message = /^Nothing is synchronized any more\. The batch is removed by itself at \d{4}-/;
    expect(await see(`${days(59)}; (Get-MigrationBatch).Message`)).toMatch(message);
    expect(await see('Get-MigrationUser | ForEach-Object { "$($_.Identity) $($_.Status)" }')).toBe(
      'annb@contoso.com Completed',
    );
    expect(await see(`${days(1)}; Get-MigrationBatch; Get-MigrationUser; ${left}`)).toBe(
      '1 mailbox, 1 item, 1 endpoint',
    );
    expect(await see('(Get-MigrationStatistics).TotalCount')).toBe('0');
    expect(readFileSync(fileURLToPath(url), 'utf8')).toContain('annb@contoso.com,Completed');
    expect(await lastMail(folder)).toContain('has been completed');
  },
);
