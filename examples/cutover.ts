/**
 * The main job: a whole cutover migration on one machine, step by step as Microsoft's guides for Exchange 2003 tell an
 * administrator. A mock Exchange 2003 speaks the genuine protocols on loopback; an emulated Exchange Online organisation
 * takes its mailboxes, groups and contacts over RPC over HTTP.
 */
import { readdirSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { embeddedOrganisation } from '@cutover/cloud';
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
  type MigrationBatch,
  type Session,
} from '@cutover/core';
import { MockExchange } from '@cutover/mock-exchange';
import { rehearsalClock } from './support/rehearsal-clock.ts';
import { liveLine, run, title } from './support/transcript.ts';

const administrator = 'admin@contoso.com';
const mailbox = 'annb@contoso.com';
const day = 24 * 3_600_000;

await using exchange = await MockExchange.start();
const data = await mkdtemp(join(tmpdir(), 'cutover-'));
const clock = rehearsalClock();
await using organisation = embeddedOrganisation({
  data,
  clock,
  acceptedDomains: ['contoso.com'],
  administrator,
  connections: { [exchange.proxyServer]: addressOf(exchange) },
});
const session = connect(organisation, { onWarning: (message) => console.log(`WARNING: ${message}`) });

const account = exchange.accounts.find(({ userName }) => userName === 'administrator')!;
const source = {
  ExchangeServer: exchange.exchangeServer,
  Credentials: psCredential(`${account.domain}\\${account.userName}`, account.password),
};
console.log(`Exchange 2003 of Contoso listens at ${exchange.url} as ${exchange.proxyServer}.`);
console.log(`The data of the organization in the cloud lie in ${data}.\n`);

title('Step 1: test the existing set-up');
const outcome = await run(session, testMigrationServerAvailability, {
  ExchangeOutlookAnywhere: true,
  ...source,
  RPCProxyServer: exchange.proxyServer,
});
if (outcome.Result !== 'Success') throw new Error(outcome.Message);

title('Step 2: configure and start the cutover migration');
await run(session, newMigrationEndpoint, {
  Name: 'Contoso',
  ExchangeOutlookAnywhere: true,
  ...source,
  RpcProxyServer: exchange.proxyServer,
});
await run(session, newMigrationBatch, {
  Name: 'Cutover',
  SourceEndpoint: 'Contoso',
  NotificationEmails: [administrator],
  AutoStart: true,
});

title('Step 3: wait until everything is provisioned and synced');
await watch(session, ({ Status }) => Status === 'Synced' || Status === 'SyncedWithErrors');
await organisation.untilIdle();
await run(session, getMigrationBatch, { Identity: 'Cutover' });
await run(session, getMigrationUser, { BatchId: 'Cutover' });

title('Step 4: point the MX record to the cloud, and let the batch go on syncing');
console.log('A message still arrives at the old server; 24 hours later the batch syncs again.\n');
receiveMessage();
clock.jump(day + 60_000);
await organisation.untilIdle();
await run(session, getMigrationUserStatistics, { Identity: mailbox });

title('Step 5: complete the migration');
await run(session, completeMigrationBatch, { Identity: 'Cutover' });
await watch(session, ({ Status }) => Status === 'Completed' || Status === 'CompletedWithErrors');
await organisation.untilIdle();
const [batch] = await run(session, getMigrationBatch, { Identity: 'Cutover' });
printStatistics(batch!);
printFiles();
printNext();

/** Where the public name of the RPC proxy is really found, and whose certificates it is trusted by. */
function addressOf({ url, certificateAuthority }: MockExchange): { host: string; port: number; ca: string } {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port), ca: certificateAuthority };
}

/** Shows how far the batch is until it has come as far as is asked. */
async function watch(to: Session, isThere: (batch: MigrationBatch) => boolean): Promise<void> {
  const line = liveLine();
  for (;;) {
    const [now] = await getMigrationBatch(to, { Identity: 'Cutover' });
    const users = await getMigrationUser(to, { BatchId: 'Cutover', ResultSize: 'Unlimited' });
    const items = users.reduce((sum, { SyncedItemCount }) => sum + SyncedItemCount, 0);
    const { Status, ProvisionedCount, SyncedCount, FailedCount, TotalCount } = now!;
    line.show(
      `${Status.padEnd(10)} provisioned ${ProvisionedCount}/${TotalCount}  synced ${SyncedCount}/${TotalCount}  failed ${FailedCount}  items ${items}`,
    );
    if (isThere(now!)) break;
    await setTimeout(150);
  }
  line.end();
  console.log();
}

/** A message comes to a mailbox of the old server. */
function receiveMessage(): void {
  exchange.mailbox(mailbox).add('inbox', {
    type: 'mail',
    subject: 'One more before we move',
    from: 'hollyh',
    to: [mailbox],
    sentAt: new Date(),
    text: 'Mail that comes while the batch runs is copied by the next sync.',
  });
}

function printStatistics(of: MigrationBatch): void {
  title('Statistics');
  const counts = ['TotalCount', 'ProvisionedCount', 'SyncedCount', 'FinalizedCount', 'FailedCount'] as const;
  for (const name of counts) console.log(`${name.padEnd(18)} ${of[name]}`);
  console.log(`${'First sync'.padEnd(18)} ${((of.InitialSyncDuration ?? 0) / 1000).toFixed(1)} s\n`);
}

function printFiles(): void {
  title('Status mail and reports');
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:eml|csv)$/.test(file));
  for (const file of files.toSorted()) console.log(join(data, file));
  console.log();
}

function printNext(): void {
  title('What to do next');
  console.log(`1. Send each user the first password of MigrationStatistics.csv; it has to be changed at the first sign-in.
2. Assign licenses: a mailbox without one is disabled after 30 days.
3. Create the Autodiscover CNAME record autodiscover.contoso.com → autodiscover.outlook.com, and set up the desktops.
4. Remove the batch when no mail has come to the old server for 72 hours: Remove-MigrationBatch -Identity Cutover
5. Decommission the Exchange 2003 servers.`);
}
