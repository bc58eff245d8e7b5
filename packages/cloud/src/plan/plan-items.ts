import { isMigrated } from '@cutover/migration';
import { failedStep, warnedSteps } from '../source/connectivity.ts';
import type { PlanFacts } from './plan-facts.ts';

export type PlanPhase = 'Plan' | 'Prepare' | 'Migrate' | 'Complete' | 'Afterwards';
export type PlanStatus = 'Done' | 'Warning' | 'Open' | 'Manual' | 'NotApplicable';

/** What a check finds; without a detail the item speaks for itself. */
export interface Finding {
  readonly status: PlanStatus;
  readonly detail?: string | undefined;
}

/** One item of the plan. `Manual` ones are ticked off by hand, the others turn done by their checks. */
export interface PlanEntry {
  readonly id: string;
  readonly phase: PlanPhase;
  readonly title: string;
  readonly why: string;
  readonly command?: string;
  readonly check: (facts: PlanFacts) => Finding;
}

const manual = (): Finding => ({ status: 'Manual' });
const when = (isDone: boolean, detail?: string): Finding => ({ status: isDone ? 'Done' : 'Open', detail });
const onlyIf = (applies: boolean): Finding => ({ status: applies ? 'Manual' : 'NotApplicable' });

const settledStatuses: ReadonlySet<string> = new Set(['Synced', 'SyncedWithErrors', 'IncrementalSyncing']);
const isOver = ({ batches }: PlanFacts): boolean =>
  batches.length > 0 && batches.every(({ status }) => status.startsWith('Completed'));
const isSynced = (facts: PlanFacts): boolean =>
  facts.batches.length > 0 && facts.batches.every(({ status }) => settledStatuses.has(status) || isOver(facts));

/** The checklist of a cutover from Exchange 2003, 2007 or 2010, in the order in which an administrator goes through it. */
export const planItems: readonly PlanEntry[] = [
  {
    id: 'directory-synchronization',
    phase: 'Plan',
    title: 'Deactivate directory synchronization',
    why: 'A cutover makes the accounts itself; synchronized ones would be in its way.',
    command: 'Get-MigrationConfig',
    check: ({ directorySynchronization }) => when(!directorySynchronization),
  },
  {
    id: 'single-sign-on',
    phase: 'Plan',
    title: 'Leave single sign-on for after the migration',
    why: 'The accounts that a cutover makes are cloud accounts.',
    command: 'Get-OrganizationConfig',
    check: ({ singleSignOn }) => when(!singleSignOn),
  },
  {
    id: 'size',
    phase: 'Plan',
    title: 'See whether a cutover suits the number of mailboxes',
    why: 'More than 150 mailboxes take long, and 1,000 are the most.',
    check: ({ users }) => {
      const count = users.filter(({ recipientType }) => recipientType === 'Mailbox').length;
      if (count === 0) return { status: 'Manual' };
      return { status: count > 150 ? 'Warning' : 'Done', detail: `${count} mailboxes.` };
    },
  },
  {
    id: 'tell-users',
    phase: 'Plan',
    title: 'Tell the users, and ask them to tidy up and to back up their Inbox',
    why: 'What is deleted before need not be copied; until the completion nobody should use the new mailbox.',
    check: ({ users }) => ({ status: 'Manual', detail: largest(users) }),
  },
  {
    id: 'accepted-domains',
    phase: 'Prepare',
    title: 'Add the domains of all addresses as accepted domains',
    why: 'An object whose domain is not accepted fails.',
    command: 'New-AcceptedDomain -Name fabrikam.com -DomainName fabrikam.com',
    check: (facts) => {
      const foreign = foreignDomains(facts);
      return when(foreign.length === 0, foreign.length > 0 ? `Not accepted: ${foreign.join(', ')}.` : undefined);
    },
  },
  {
    id: 'unified-messaging',
    phase: 'Prepare',
    title: 'Disable unified messaging for the mailboxes',
    why: 'A mailbox with unified messaging cannot be migrated; it can be enabled again afterwards.',
    command: 'Disable-UMMailbox -Identity annb@contoso.com',
    check: ({ source, unifiedMessaging }) => onlyIf(unifiedMessaging && source !== 'Exchange2003'),
  },
  {
    id: 'rights',
    phase: 'Prepare',
    title: 'Give the migration account Full Access to the mailboxes, or Receive As on their databases',
    why: 'The account opens every mailbox.',
    check: ({ users }) => {
      const denied = users.filter(({ error }) => error?.code === 'outlookAnywhere.mailboxAccessDenied');
      if (denied.length > 0)
        return { status: 'Open', detail: `Denied: ${denied.map((user) => user.emailAddress).join(', ')}.` };
      return users.some(isMigrated) ? { status: 'Done' } : { status: 'Manual' };
    },
  },
  {
    id: 'security-groups',
    phase: 'Prepare',
    title: 'Make security groups beforehand',
    why: 'A cutover makes distribution groups of all groups.',
    command: 'New-DistributionGroup -Name Sales -Type Security',
    check: manual,
  },
  {
    id: 'endpoint',
    phase: 'Prepare',
    title: 'Store the connection settings of the source',
    why: 'They persist between batches.',
    command:
      'New-MigrationEndpoint -ExchangeOutlookAnywhere -Name Contoso -ExchangeServer … -RpcProxyServer … -Credentials (Get-Credential)',
    check: ({ endpoints }) => when(endpoints.length > 0, endpoints[0]?.rpcProxyServer),
  },
  {
    id: 'connection',
    phase: 'Prepare',
    title: 'Test the connection to the source',
    why: 'Outlook Anywhere, its certificate and its ports must be as they have to be.',
    command: 'Test-MigrationServerAvailability -Endpoint Contoso -Detailed',
    check: ({ connectivity }) => connectionFinding(connectivity),
  },
  {
    id: 'time-to-live',
    phase: 'Prepare',
    title: 'Lower the TTL of the MX record to 3600 seconds',
    why: 'Its change is then known everywhere sooner.',
    command: 'Test-MailRouting',
    check: ({ routings }) => {
      if (routings.size === 0) return { status: 'Open', detail: 'Not looked at yet.' };
      const long = [...routings].filter(([, { oldTimeToLive = 0 }]) => oldTimeToLive > 3600).map(([domain]) => domain);
      return when(long.length === 0, long.length > 0 ? `Still longer: ${long.join(', ')}.` : undefined);
    },
  },
  {
    id: 'batch',
    phase: 'Migrate',
    title: 'Create the batch and review what it will migrate',
    why: 'Hidden objects are not shown by the directory, and are not migrated.',
    command: 'New-MigrationBatch -Name Cutover -SourceEndpoint Contoso',
    check: ({ batches }) => {
      const warnings = batches.flatMap(({ validationWarnings }) => validationWarnings);
      if (warnings.length > 0) return { status: 'Warning', detail: warnings.join(' ') };
      return when(batches.length > 0);
    },
  },
  {
    id: 'sync',
    phase: 'Migrate',
    title: 'Start the batch and wait for the first synchronization',
    why: 'From then on the mailboxes are synchronized every 24 hours.',
    command: 'Start-MigrationBatch -Identity Cutover',
    check: (facts) => when(isSynced(facts), facts.batches.map(({ name, status }) => `${name}: ${status}.`).join(' ')),
  },
  {
    id: 'errors',
    phase: 'Migrate',
    title: 'Mend what failed, and start again',
    why: 'Errors keep the migration from being completed.',
    command: 'Get-MigrationUser -Status Failed',
    check: ({ batches }) => {
      const failed = batches.reduce((sum, { failedCount }) => sum + failedCount, 0);
      return batches.length === 0
        ? { status: 'Open' }
        : when(failed === 0, failed > 0 ? `${failed} failed.` : undefined);
    },
  },
  {
    id: 'passwords',
    phase: 'Migrate',
    title: 'Give the users their first passwords, with a word of welcome',
    why: 'They stand in MigrationStatistics.csv of the status mail and nowhere else, and must be changed at the first sign-in.',
    check: manual,
  },
  {
    id: 'licenses',
    phase: 'Migrate',
    title: 'Assign licenses',
    why: 'A mailbox without one is disabled after 30 days.',
    check: ({ batches }) => {
      const first = batches.flatMap(({ initialSyncAt }) => initialSyncAt ?? []).toSorted((a, b) => a - b)[0];
      if (first === undefined) return { status: 'Manual' };
      const until = new Date(first + 30 * 86_400_000).toISOString().slice(0, 10);
      return { status: 'Manual', detail: `Until ${until}.` };
    },
  },
  {
    id: 'mx',
    phase: 'Complete',
    title: 'Point the MX record at the cloud',
    why: 'Until then new mail comes to the source.',
    command: 'Test-MailRouting',
    check: ({ routings }) =>
      when(routings.size > 0 && [...routings.values()].every(({ routesToCloud }) => routesToCloud)),
  },
  {
    id: 'wait',
    phase: 'Complete',
    title: 'Wait 24 to 72 hours, and let the batch go on',
    why: 'Others keep the old MX record for a while and still send to the source.',
    check: ({ now, routings }) => {
      const ends = [...routings.values()].map(({ settledAt = Infinity }) => settledAt);
      const end = ends.length === 0 ? Infinity : Math.max(...ends);
      return when(end <= now, Number.isFinite(end) && end > now ? `Until ${new Date(end).toISOString()}.` : undefined);
    },
  },
  {
    id: 'complete',
    phase: 'Complete',
    title: 'Complete the migration',
    why: 'A last synchronization, then no more.',
    command: 'Complete-MigrationBatch',
    check: (facts) => when(isOver(facts)),
  },
  {
    id: 'compare',
    phase: 'Complete',
    title: 'Compare the mailboxes with their copies',
    why: 'A file proves that nothing is missing before a server is taken down.',
    command: 'Get-MigrationUser | Compare-MigratedMailbox',
    check: manual,
  },
  {
    id: 'autodiscover',
    phase: 'Afterwards',
    title: 'Point Autodiscover at the cloud, and let SPF name it',
    why: 'Outlook then finds the new mailboxes, and others accept their mail.',
    command: 'Test-MailRouting',
    check: manual,
  },
  {
    id: 'desktops',
    phase: 'Afterwards',
    title: 'Set up Outlook on the desktops anew',
    why: 'A profile of the old server does not lead to the new mailbox.',
    check: manual,
  },
  {
    id: 'public-folders',
    phase: 'Afterwards',
    title: 'Migrate the public folders',
    why: 'A cutover does not take them along.',
    check: ({ publicFolders }) => onlyIf(publicFolders),
  },
  {
    id: 'unified-messaging-again',
    phase: 'Afterwards',
    title: 'Enable unified messaging for the new mailboxes',
    why: 'It was disabled for the migration.',
    check: ({ source, unifiedMessaging }) => onlyIf(unifiedMessaging && source !== 'Exchange2003'),
  },
  {
    id: 'single-sign-on-later',
    phase: 'Afterwards',
    title: 'Set up single sign-on',
    why: 'Users then sign in with the passwords that they have.',
    check: ({ singleSignOnLater }) => onlyIf(singleSignOnLater),
  },
  {
    id: 'decommission',
    phase: 'Afterwards',
    title: 'Remove the batch, then the source organization',
    why: 'Nothing is synchronized any more, and no mail comes there.',
    command: 'Remove-MigrationBatch -Identity Cutover',
    check: manual,
  },
];

function connectionFinding(tree: PlanFacts['connectivity']): Finding {
  if (tree === undefined) return { status: 'Open' };
  const failed = failedStep(tree);
  if (failed) return { status: 'Open', detail: `${failed.detail} ${failed.remedy}`.trim() };
  const warned = warnedSteps(tree);
  return warned.length > 0
    ? { status: 'Warning', detail: warned.map(({ detail }) => detail).join(' ') }
    : { status: 'Done' };
}

function foreignDomains({ acceptedDomains, users }: PlanFacts): string[] {
  const own = users.filter(({ recipientType }) => recipientType !== 'Contact');
  const domains = own.map(({ emailAddress }) => emailAddress.slice(emailAddress.lastIndexOf('@') + 1).toLowerCase());
  return [...new Set(domains)].filter((domain) => !acceptedDomains.includes(domain));
}

const named = 5;

/** The largest mailboxes, whose users have the most to tidy up. */
function largest(users: PlanFacts['users']): string | undefined {
  const top = users
    .filter(({ bytesTransferred }) => bytesTransferred > 0)
    .toSorted((one, other) => other.bytesTransferred - one.bytesTransferred)
    .slice(0, named);
  const lines = top.map(
    ({ bytesTransferred, emailAddress }) => `${emailAddress} (${(bytesTransferred / 1e6).toFixed(1)} MB)`,
  );
  return lines.length === 0 ? undefined : `The largest: ${lines.join(', ')}.`;
}
