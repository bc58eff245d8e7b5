/**
 * The main job: a whole cutover migration on one machine, by a script as an administrator would write it. A mock Exchange
 * 2003 speaks the genuine protocols on loopback; an emulated Exchange Online organisation takes its mailboxes, groups and
 * contacts over RPC over HTTP. This program starts both, runs cutover.ps1, and answers its questions.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedOrganisation } from '@cutover/cloud';
import { connect } from '@cutover/core';
import { MockExchange } from '@cutover/mock-exchange';
import { createShell } from '@cutover/shell';
import { progressLine } from './support/progress-line.ts';
import { rehearsalClock } from './support/rehearsal-clock.ts';

const administrator = 'admin@contoso.com';
const day = 24 * 3_600_000;

await using exchange = await MockExchange.start();
const data = process.env['CUTOVER_DATA'] ?? (await mkdtemp(join(tmpdir(), 'cutover-')));
const clock = rehearsalClock();
await using organisation = embeddedOrganisation({
  data,
  clock,
  acceptedDomains: ['contoso.com'],
  administrator,
  connections: { [exchange.proxyServer]: addressOf(exchange) },
});
console.log(`Exchange 2003 of Contoso listens at ${exchange.url} as ${exchange.proxyServer}.`);
console.log(`The data of the organization in the cloud lie in ${data}.`);

const account = exchange.accounts.find(({ userName }) => userName === 'administrator')!;
const progress = progressLine();
await using shell = createShell({
  session: connect(organisation),
  clock,
  width: process.stdout.columns || 100,
  answers: ({ text }) => answer(text),
  onShown: (text) => progress.write(text),
  onProgress: (record) => progress.show(record),
});
const file = join(import.meta.dirname, 'cutover.ps1');
const { succeeded } = await shell.invoke(readFileSync(file, 'utf8'), {
  file,
  parameters: {
    ExchangeServer: exchange.exchangeServer,
    RpcProxyServer: exchange.proxyServer,
    NotificationEmail: administrator,
  },
  show: true,
});
if (succeeded) {
  await organisation.untilIdle();
  printFiles();
  printNext();
} else process.exitCode = 1;

/** Where the public name of the RPC proxy is really found, and whose certificates it is trusted by. */
function addressOf({ url, certificateAuthority }: MockExchange): { host: string; port: number; ca: string } {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port), ca: certificateAuthority };
}

/** What the administrator types. */
async function answer(question: string): Promise<string> {
  const typed = await answerTo(question);
  progress.write(`${question}${/password/i.test(question) ? '********' : typed}\n`);
  return typed;
}

async function answerTo(question: string): Promise<string> {
  if (/^user/i.test(question)) return `${account.domain}\\${account.userName}`;
  if (/^password/i.test(question)) return account.password;
  if (question.includes('MX record')) await aDayPasses();
  return '';
}

/** A message still comes to the old server, and the batch syncs again after 24 hours. */
async function aDayPasses(): Promise<void> {
  exchange.mailbox('annb@contoso.com').add('inbox', {
    type: 'mail',
    subject: 'One more before we move',
    from: 'hollyh',
    to: ['annb@contoso.com'],
    sentAt: new Date(),
    text: 'Mail that comes while the batch runs is copied by the next sync.',
  });
  clock.jump(day + 60_000);
  await organisation.untilIdle();
}

function printFiles(): void {
  console.log('\nStatus mail and reports:\n');
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:eml|csv)$/.test(name));
  for (const name of files.toSorted()) console.log(join(data, name));
}

function printNext(): void {
  console.log(`
What to do next:

1. Send each user the first password of MigrationStatistics.csv; it has to be changed at the first sign-in.
2. Assign licenses: a mailbox without one is disabled after 30 days.
3. Create the Autodiscover CNAME record autodiscover.contoso.com → autodiscover.outlook.com, and set up the desktops.
4. Remove the batch when no mail has come to the old server for 72 hours: Remove-MigrationBatch -Identity Cutover
5. Decommission the Exchange 2003 servers.`);
}
