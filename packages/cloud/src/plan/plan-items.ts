import {
  acceptedDomains,
  comparison,
  connection,
  decommission,
  desktops,
  earlySignIns,
  firstPasswords,
  isOver,
  isPublished,
  isSynced,
  isTakenAway,
  largest,
  licenses,
  onlyIf,
  publicFolders,
  rights,
  securityGroups,
  size,
  unifiedMessaging,
  usesUnifiedMessaging,
  when,
  type Finding,
} from './plan-checks.ts';
import { utcText } from '../objects/utc-text.ts';
import { shortTimeToLive } from '../dns/mail-routing.ts';
import type { PlanFacts } from './plan-facts.ts';

export type PlanPhase = 'Plan' | 'Prepare' | 'Migrate' | 'Complete' | 'Afterwards';

/** One item of the plan, which turns done by its check. */
export interface PlanEntry {
  readonly id: string;
  readonly phase: PlanPhase;
  readonly title: string;
  readonly why: string;
  readonly command?: string;
  /** What the check looks for. */
  readonly doneWhen: string;
  readonly check: (facts: PlanFacts) => Finding;
}

/** The checklist of a cutover from Exchange 2003, 2007 or 2010, in the order in which an administrator goes through it. */
export const planItems: readonly PlanEntry[] = [
  {
    id: 'directory-synchronization',
    phase: 'Plan',
    title: 'Deactivate directory synchronization',
    why: 'A cutover makes the accounts itself; synchronized ones would be in its way.',
    command: 'Get-MigrationConfig',
    doneWhen: 'directory synchronization is not active',
    check: (facts) => when(!facts.directorySynchronization || isOver(facts)),
  },
  {
    id: 'single-sign-on',
    phase: 'Plan',
    title: 'Leave single sign-on for after the migration',
    why: 'The accounts that a cutover makes are cloud accounts.',
    command: 'Get-OrganizationConfig',
    doneWhen: 'single sign-on is not set up',
    check: (facts) => when(!facts.singleSignOn || isOver(facts)),
  },
  {
    id: 'size',
    phase: 'Plan',
    title: 'See whether a cutover suits the number of mailboxes',
    why: 'More than 150 mailboxes take long, and 1,000 are the most.',
    doneWhen: 'the mailboxes are counted, by a survey or a batch, and are 150 at most',
    check: size,
  },
  {
    id: 'tell-users',
    phase: 'Plan',
    title: 'Tell the users, and ask them to tidy up and to back up their Inbox',
    why: 'What is deleted before need not be copied.',
    command: 'New-MigrationPlan -TestMailboxes; New-MigrationPlan -UsersTold',
    doneWhen: 'you answer UsersTold=Yes',
    check: (facts) => when(facts.answers.UsersTold === 'Yes', largest(facts)),
  },
  {
    id: 'accepted-domains',
    phase: 'Prepare',
    title: 'Add the domains of all addresses as accepted domains',
    why: 'An object whose domain is not accepted fails.',
    command: 'New-AcceptedDomain -Name fabrikam.com -DomainName fabrikam.com',
    doneWhen: 'the domains of all addresses are accepted',
    check: acceptedDomains,
  },
  {
    id: 'unified-messaging',
    phase: 'Prepare',
    title: 'Disable unified messaging for the mailboxes',
    why: 'A mailbox with unified messaging cannot be migrated; it can be enabled again afterwards.',
    command: 'Disable-UMMailbox -Identity annb@contoso.com',
    doneWhen: 'a survey or a batch finds no mailbox that is enabled for it',
    check: unifiedMessaging,
  },
  {
    id: 'rights',
    phase: 'Prepare',
    title: 'Give the migration account Full Access to the mailboxes, or Receive As on their databases',
    why: 'The account opens every mailbox.',
    command: 'New-MigrationPlan -TestMailboxes',
    doneWhen: 'a survey or a batch has opened the mailboxes, and none is denied',
    check: rights,
  },
  {
    id: 'security-groups',
    phase: 'Prepare',
    title: 'Make security groups beforehand',
    why: 'A cutover makes distribution groups of all groups.',
    command: 'New-DistributionGroup -Name Sales -PrimarySmtpAddress sales@contoso.com -Type Security',
    doneWhen: 'every group that SecurityGroups names is a security group here, and has members after the migration',
    check: securityGroups,
  },
  {
    id: 'endpoint',
    phase: 'Prepare',
    title: 'Store the connection settings of the source',
    why: 'They persist between batches.',
    command:
      'New-MigrationEndpoint -ExchangeOutlookAnywhere -Name Contoso -ExchangeServer … -RpcProxyServer … -Credentials (Get-Credential)',
    doneWhen: 'there is a migration endpoint, or the migration is over',
    check: (facts) => when(facts.endpoints.length > 0 || isOver(facts), facts.endpoints[0]?.rpcProxyServer),
  },
  {
    id: 'connection',
    phase: 'Prepare',
    title: 'Test the connection to the source',
    why: 'Outlook Anywhere, its certificate and its ports must be as they have to be.',
    command: 'Test-MigrationServerAvailability -Endpoint Contoso -Detailed',
    doneWhen:
      'every step of the connectivity test succeeds: of the endpoint now, or of the last test that was made before there is one',
    check: connection,
  },
  {
    id: 'time-to-live',
    phase: 'Prepare',
    title: 'Lower the TTL of the MX record to 3600 seconds',
    why: 'Its change is then known everywhere sooner.',
    command: 'Test-MailRouting',
    doneWhen: 'Test-MailRouting has seen no MX record with a longer TTL',
    check: ({ routings }) => {
      if (routings.size === 0) return { status: 'Open', detail: 'Not looked at yet.' };
      const unknown = [...routings]
        .filter(([, { oldTimeToLive, routesToCloud }]) => oldTimeToLive === undefined && !routesToCloud)
        .map(([domain]) => domain);
      if (unknown.length > 0) return { status: 'Open', detail: `DNS shows no MX record of ${unknown.join(', ')}.` };
      const long = [...routings]
        .filter(([, { oldTimeToLive = 0 }]) => oldTimeToLive > shortTimeToLive)
        .map(([domain]) => domain);
      return when(long.length === 0, long.length > 0 ? `Still longer: ${long.join(', ')}.` : undefined);
    },
  },
  {
    id: 'batch',
    phase: 'Migrate',
    title: 'Create the batch and review what it will migrate',
    why: 'Hidden objects are not shown by the directory, and are not migrated.',
    command: 'New-MigrationBatch -Name Cutover -SourceEndpoint Contoso',
    doneWhen: 'there is a batch, and its review warns of nothing',
    check: (facts) => {
      const warnings = facts.batches.flatMap(({ validationWarnings }) => validationWarnings);
      if (warnings.length > 0) return { status: 'Warning', detail: warnings.join(' ') };
      return when(facts.batches.length > 0 || isTakenAway(facts));
    },
  },
  {
    id: 'sync',
    phase: 'Migrate',
    title: 'Start the batch and wait for the first synchronization',
    why: 'From then on the mailboxes are synchronized every 24 hours.',
    command: 'Start-MigrationBatch -Identity Cutover',
    doneWhen: 'every batch is synced',
    check: (facts) => when(isSynced(facts), facts.batches.map(({ name, status }) => `${name}: ${status}.`).join(' ')),
  },
  {
    id: 'errors',
    phase: 'Migrate',
    title: 'Mend what failed, and start again',
    why: 'Errors keep the migration from being completed.',
    command: 'Get-MigrationUser -Status Failed',
    doneWhen: 'every batch is synced, and no mailbox, group or contact of one has failed',
    check: (facts) => {
      const failed = facts.batches.reduce((sum, { failedCount }) => sum + failedCount, 0);
      return failed > 0 ? when(false, `${failed} failed.`) : when(isSynced(facts));
    },
  },
  {
    id: 'passwords',
    phase: 'Migrate',
    title: 'Give the users their first passwords, with a word of welcome',
    why: 'They stand in MigrationStatistics.csv of the status mail and nowhere else, and must be changed at the first sign-in.',
    command:
      'Test-MailboxSignIn -Credential (Get-Credential annb@contoso.com) -NewPassword (Read-Host -AsSecureString)',
    doneWhen: 'every user has changed the first password',
    check: firstPasswords,
  },
  {
    id: 'sign-ins',
    phase: 'Migrate',
    title: 'Keep the users out of the new mailboxes until the completion',
    why: 'New mail still comes to the source, and what they change in the new mailbox is not there.',
    doneWhen: 'the migration is complete; before that, who signs in is warned of here',
    check: earlySignIns,
  },
  {
    id: 'licenses',
    phase: 'Migrate',
    title: 'Assign licenses',
    why: 'A mailbox without one is disabled after 30 days.',
    command: 'Get-Mailbox | Set-MsolUserLicense -AddLicenses contoso:EXCHANGESTANDARD',
    doneWhen: 'every migrated mailbox has a license',
    check: licenses,
  },
  {
    id: 'mx',
    phase: 'Complete',
    title: 'Point the MX record at the cloud',
    why: 'Until then new mail comes to the source.',
    command: 'Test-MailRouting',
    doneWhen: 'Test-MailRouting has seen all mail of all domains go to the cloud',
    check: ({ routings }) =>
      when(routings.size > 0 && [...routings.values()].every(({ routesToCloud }) => routesToCloud)),
  },
  {
    id: 'wait',
    phase: 'Complete',
    title: 'Wait 24 to 72 hours, and let the batch go on',
    why: 'Others keep the old MX record for a while and still send to the source.',
    doneWhen: 'the old MX records are forgotten everywhere',
    check: ({ now, routings }) => {
      const ends = [...routings.values()].map(({ settledAt = Infinity }) => settledAt);
      const end = ends.length === 0 ? Infinity : Math.max(...ends);
      return when(end <= now, Number.isFinite(end) && end > now ? `Until ${utcText(end)}.` : undefined);
    },
  },
  {
    id: 'complete',
    phase: 'Complete',
    title: 'Complete the migration',
    why: 'A last synchronization, then no more.',
    command: 'Complete-MigrationBatch',
    doneWhen: 'every batch is completed',
    check: (facts) => when(isOver(facts)),
  },
  {
    id: 'compare',
    phase: 'Complete',
    title: 'Compare the mailboxes with their copies',
    why: 'A file proves that nothing is missing before a server is taken down.',
    command: 'Get-MigrationUser | Compare-MigratedMailbox',
    doneWhen: 'every migrated mailbox was compared, and is the same',
    check: comparison,
  },
  {
    id: 'autodiscover',
    phase: 'Afterwards',
    title: 'Point Autodiscover at the cloud, and let SPF name it',
    why: 'Outlook then finds the new mailboxes, and others accept their mail.',
    command: 'Test-MailRouting',
    doneWhen: 'Test-MailRouting has seen the records of all domains lead to the cloud',
    check: (facts) => when(isPublished(facts)),
  },
  {
    id: 'desktops',
    phase: 'Afterwards',
    title: 'Set up Outlook on the desktops anew',
    why: 'A profile of the old server does not lead to the new mailbox.',
    doneWhen: 'every user has signed in, the migration is complete, and Autodiscover leads to the cloud',
    check: desktops,
  },
  {
    id: 'public-folders',
    phase: 'Afterwards',
    title: 'Migrate the public folders',
    why: 'A cutover does not take them along.',
    command: 'New-MigrationPlan -Answer PublicFolders=Migrated',
    doneWhen: 'you answer PublicFolders=Migrated',
    check: publicFolders,
  },
  {
    id: 'unified-messaging-again',
    phase: 'Afterwards',
    title: 'Enable unified messaging for the new mailboxes',
    why: 'It was disabled for the migration.',
    command: 'Enable-UMMailbox -Identity annb@contoso.com -UMMailboxPolicy Standard',
    doneWhen: 'a migrated mailbox is enabled for it',
    check: (facts) =>
      facts.migrated.some(({ hasUnifiedMessaging }) => hasUnifiedMessaging)
        ? when(true)
        : onlyIf(usesUnifiedMessaging(facts)),
  },
  {
    id: 'single-sign-on-later',
    phase: 'Afterwards',
    title: 'Set up single sign-on',
    why: 'Users then sign in with the passwords that they have.',
    doneWhen: 'single sign-on is set up and the migration is complete',
    check: (facts) =>
      facts.singleSignOn && isOver(facts) ? when(true) : onlyIf(facts.answers.SingleSignOnLater === 'Yes'),
  },
  {
    id: 'remove-batch',
    phase: 'Afterwards',
    title: 'Remove the batch, and the connection settings',
    why: 'Nothing is synchronized any more.',
    command: 'Remove-MigrationBatch -Identity Cutover',
    doneWhen: 'there is no batch and no endpoint left',
    check: (facts) => when(isTakenAway(facts) && facts.endpoints.length === 0),
  },
  {
    id: 'decommission',
    phase: 'Afterwards',
    title: 'Remove the source organization',
    why: 'No mail comes there, and everything that was there is in the cloud.',
    doneWhen: 'nothing answers at its RPC proxy server any more',
    check: decommission,
  },
];
