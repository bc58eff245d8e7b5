import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedOrganisation } from '@cutover/cloud';
import { connect } from '@cutover/core';
import {
  contoso,
  FaultPlan,
  loadSeed,
  MockExchange,
  OrganisationBuilder,
  type MockExchangeOptions,
  type Seed,
} from '@cutover/mock-exchange';
import { createShell } from '@cutover/shell';
import { expect, test } from 'vitest';
import { addressOf } from './support/mock-source.ts';
import { temporaryFolder } from './support/rehearsal.ts';

/** A page of the guide: where it begins, what must be seen of its parts, and which mails it leads to. */
interface Page {
  readonly file: string;
  /** The source; the seed that the page itself tells goes first. */
  readonly mock: MockExchangeOptions;
  readonly seen: Readonly<Record<string, readonly RegExp[]>>;
  readonly mails: readonly string[];
}

/** Three mailboxes and a group. */
const small = () =>
  new OrganisationBuilder({ name: 'Contoso', domain: 'contoso.com' })
    .user({ alias: 'administrator', displayName: 'Administrator' })
    .user({ alias: 'annb', displayName: 'Ann Beebe' })
    .user({
      alias: 'bobk',
      displayName: 'Bob Kelly',
      fill: (mailbox) => void mailbox.add('inbox', { type: 'mail', subject: 'Hello', sentAt: new Date(0) }),
    })
    .group({ alias: 'staff', displayName: 'Staff', members: ['annb', 'bobk'] });

const firstItemUnreadable = new FaultPlan();
firstItemUnreadable.on({ item: '*', mailbox: 'annb', nth: 1 }).unreadable();

const pages: readonly Page[] = [
  {
    file: 'walk-through.md',
    mock: { seed: contoso(), faults: firstItemUnreadable },
    seen: {
      Plan: [/Done +Deactivate directory synchronization/, /DoneCount +: \d+/],
      'Test the existing set-up': [/Result +: Failed/, /Autodiscover/, /^Success$/m, /Success .*RPC\/HTTP/],
      'Configure the connection': [/MaxConcurrentMigrations +: 3/],
      'Create the batch, and review it': [/12 mailboxes, 3 distribution groups and 5 contacts will be migrated\./],
      'Run it': [
        /Status +: Synced/,
        /TotalCount +: 20/,
        /annb@contoso\.com +Synced +36 +1/,
        /Inbox +migration\.itemUnreadable +Open the item in Outlook/,
      ],
      'Every day': [/^24 hours later: /m],
      'Complete the migration': [
        /Status +: Completed/,
        /Message +: .*removed by itself at \d{4}-/,
        /Folder +: \(All\)/,
        /IsEqual +: True/,
        /Open +Set up Outlook/,
      ],
    },
    mails: ['has been synchronized', 'has been completed'],
  },
  {
    file: 'four-steps.md',
    mock: { seed: small().grantReceiveAs('administrator').build() },
    seen: {
      'Step 1: Planning': [
        /SourceVersion +Which version/,
        /Done +Leave single sign-on/,
        /Status +: Done\s+DoneWhen +: you answer UsersTold=Yes/,
      ],
      'Step 2: Testing the existing set-up': [/Result +: Failed/, /^Success$/m, /Success +Testing RPC\/HTTP/],
      'Step 3: Configuring the migration': [/Cutover +(Starting|Syncing) +4/, /annb@contoso\.com +Mailbox +Synced/],
      'Step 4: Completing the migration': [
        /SuccessUrl +: file:.*MigrationStatistics\.csv/,
        /Done +Assign licenses/,
        /RoutesToCloud +: True/,
        /^True$/m,
        /Afterwards +Set up Outlook/,
      ],
    },
    mails: ['has been synchronized', 'has been completed'],
  },
  {
    file: 'six-steps.md',
    mock: { managementPort: 0 },
    seen: {
      'Before you begin': [
        /SupportsCutover +: True/,
        /ExternalHostname +: mail\.contoso\.com/,
        /Result +: Success/,
        /Receive-As/,
        /FullAccess/,
        /fabrikam\.com +Authoritative/,
        /Staff +Universal, SecurityEnabled/,
        /Ann Beebe +True/,
      ],
      'Step 2: Configure the connection settings': [/Found +EXCH-MSG-1/, /Contoso +3/],
      'Step 3: Run the migration batch': [
        /3 mailboxes, 1 distribution group and 0 contacts will be migrated\. The mailbox "annb@/,
        /StartedByUser +: admin@contoso\.com/,
        /Identity +: annb@contoso\.com\s+ErrorSummary +: The mailbox "annb@contoso\.com" is enabled for Unified/,
        /MigratedMailboxCount +: 2\s+MigratedGroupCount +: 1\s+MigratedContactCount +: 0/,
        /FailedCount +: 1/,
        /Bob Kelly +UserMailbox/,
        /SuggestedAction +: Disable unified messaging/,
        /The migration of bobk@contoso\.com isn't complete/,
        /Result +: PasswordChangeRequired/,
        /TotalCount +: 1\s+SourceEndpoint +: Contoso/,
        /Second +Synced +1 +0/,
        /the next time at/,
      ],
      'Step 4: Complete the migration': [/RoutesToCloud +: True/, /First +Completed +3/, /Second +Completed +1/],
      'Step 6: Remove the source, if you like': [/annb@contoso\.com +0 +0 +True/, /bobk@contoso\.com +1 +1 +True/],
      'Best practices': [/Detail +: The largest: bobk@contoso\.com \(\d+ KB, \d+ items?\)/, /Status +: Done/],
    },
    mails: ['First has been synchronized with errors', 'First has been completed', 'Second has been completed'],
  },
];

/** The source that a page tells its reader to start, if it does. */
async function seedOf(file: string, folder: string): Promise<{ seed?: Seed }> {
  const json = /^```json\n(.*?)^```$/ms.exec(textOf(file))?.[1];
  if (json === undefined) return {};
  const path = join(folder, 'organization.json');
  writeFileSync(path, json);
  return { seed: await loadSeed(path) };
}

const textOf = (file: string): string => readFileSync(join(import.meta.dirname, '../docs/guide', file), 'utf8');

/** The page's parts by their heads, each with the commands of its blocks; what stands before them has none. */
const partsOf = (file: string) =>
  textOf(file)
    .split(/^## /m)
    .map((part) => ({
      head: part.slice(0, part.indexOf('\n')),
      scripts: [...part.matchAll(/^```powershell\n(.*?)^```$/gms)].map((match) => match[1]!),
    }));

/** What DNS tells once mail goes to the cloud. */
const records = {
  MX: 'contoso-com.mail.protection.outlook.com',
  CNAME: 'autodiscover.outlook.com',
  TXT: 'v=spf1 include:spf.protection.outlook.com -all',
} as const;

const queryDns = async ({ type }: { type: keyof typeof records }) => [
  { type, timeToLive: 3600, value: records[type], preference: 0 },
];

/** The mock by the names that a DNS would have. */
function connectionsTo(mock: MockExchange) {
  const { connection, exchangeServer, rpcProxyServer } = addressOf(mock);
  const management = mock.urls['management'];
  const managed = management === undefined ? {} : { management };
  const hosts = [rpcProxyServer, ...(mock.profile === '2010' ? ['autodiscover.contoso.com'] : [])];
  const reached = Object.fromEntries(hosts.map((host) => [host, { ...connection, ...managed }]));
  return management === undefined ? reached : { ...reached, [exchangeServer]: managed };
}

test.each(pages)(
  '$file does what it says, part by part',
  { timeout: 180_000 },
  async ({ file, mails, mock: options, seen }) => {
    using folder = temporaryFolder('cutover-pages-');
    await using mock = await MockExchange.start({ ...options, ...(await seedOf(file, folder.path)) });
    const { acceptedDomains, password } = addressOf(mock);
    const connections = connectionsTo(mock);
    const data = join(folder.path, 'data');
    await using organisation = embeddedOrganisation({ data, acceptedDomains, connections, queryDns });
    let shown = '';
    await using shell = createShell({
      session: connect(organisation),
      connections,
      answers: ({ secret }) => (secret ? password : ''),
      folder: folder.path,
      width: 240,
      onShown: (text) => void (shown += text),
    });
    const parts = partsOf(file);
    for (const { head, scripts } of parts) {
      shown = '';
      for (const script of scripts) {
        const { succeeded, errors } = await shell.invoke(script, { show: true });
        expect({ head, script, succeeded, errors, shown: succeeded ? '' : shown }).toMatchObject({
          succeeded: true,
          errors: [],
        });
        expect(shown, script).not.toMatch(/^Line \|/m);
      }
      for (const expected of seen[head] ?? []) expect(shown, head).toMatch(expected);
    }
    expect(parts.map(({ head }) => head)).toEqual(expect.arrayContaining(Object.keys(seen)));
    const sent = readdirSync(join(data, 'mail'))
      .toSorted()
      .map((name) => name.slice(25, -13));
    for (const mail of mails) expect(sent).toContainEqual(expect.stringContaining(mail));
  },
);
