import { isMigrated } from '@cutover/migration';
import type { MeasuredMailbox } from './mailbox-survey.ts';
import type { MigratedMailbox, PlanFacts } from './plan-facts.ts';
import { namesIn } from './plan-questions.ts';

export type PlanStatus = 'Done' | 'Warning' | 'Open' | 'NotApplicable';

/** What a check finds; without a detail the item speaks for itself. */
export interface Finding {
  readonly status: PlanStatus;
  readonly detail?: string | undefined;
}

export const when = (isDone: boolean, detail?: string): Finding => ({ status: isDone ? 'Done' : 'Open', detail });
const notApplicable: Finding = { status: 'NotApplicable' };
export const onlyIf = (applies: boolean): Finding => (applies ? when(false) : notApplicable);

const named = 5;

/** The first of them by name, and how many there are besides. */
function listed(names: readonly string[]): string {
  const more = names.length - named;
  return [...names.slice(0, named), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** Done, or open for these. */
const whenNone = (names: readonly string[], text: string): Finding =>
  when(names.length === 0, names.length === 0 ? undefined : `${text}: ${listed(names)}.`);

const settledStatuses: ReadonlySet<string> = new Set(['Synced', 'SyncedWithErrors', 'IncrementalSyncing']);

/** The migration has brought something, and its batches are gone: an administrator has removed them. */
export const isTakenAway = ({ batches, migrated }: Pick<PlanFacts, 'batches' | 'migrated'>): boolean =>
  batches.length === 0 && migrated.length > 0;
export const isOver = (facts: Pick<PlanFacts, 'batches' | 'migrated'>): boolean =>
  isTakenAway(facts) ||
  (facts.batches.length > 0 && facts.batches.every(({ status }) => status.startsWith('Completed')));
export const isSynced = (facts: PlanFacts): boolean =>
  isOver(facts) || (facts.batches.length > 0 && facts.batches.every(({ status }) => settledStatuses.has(status)));

const recommended = 150;
const notLookedAt = 'Not looked at yet.';

export function size({ migrated, survey, users }: PlanFacts): Finding {
  const inBatches = users.filter(({ recipientType }) => recipientType === 'Mailbox').length;
  const count = inBatches || (survey?.mailboxes ?? migrated.length);
  if (count === 0) return when(false, notLookedAt);
  return { status: count > recommended ? 'Warning' : 'Done', detail: `${count} mailboxes.` };
}

/** Who would fail, or has failed, by one of these errors and is not migrated since. */
function failingBy({ survey, users }: PlanFacts, ...codes: readonly string[]): string[] {
  const migrated = new Set(users.filter(isMigrated).map(({ emailAddress }) => emailAddress));
  const surveyed = survey?.problems.map(({ code, emailAddress }) => ({ code, emailAddress })) ?? [];
  const failed = users.map(({ emailAddress, error }) => ({ code: error?.code ?? '', emailAddress }));
  const names = [...surveyed, ...failed].filter(({ code }) => codes.includes(code)).map((one) => one.emailAddress);
  return [...new Set(names)].filter((name) => !migrated.has(name));
}

/** Every mailbox was opened by a survey, or one is migrated: what keeps mailboxes from it would have shown. */
const isLookedInto = (facts: PlanFacts): boolean =>
  facts.survey !== undefined || facts.users.some(isMigrated) || isTakenAway(facts);

export function unifiedMessaging(facts: PlanFacts): Finding {
  const enabled = failingBy(facts, 'migration.unifiedMessagingEnabled');
  if (enabled.length > 0) return whenNone(enabled, 'Still enabled');
  if (!usesUnifiedMessaging(facts)) return notApplicable;
  return isLookedInto(facts) ? when(true) : when(false, notLookedAt);
}

export const usesUnifiedMessaging = ({ answers }: PlanFacts): boolean =>
  answers.UnifiedMessaging === 'Yes' && answers.SourceVersion !== 'Exchange2003';

export function rights(facts: PlanFacts): Finding {
  const denied = failingBy(facts, 'outlookAnywhere.mailboxAccessDenied');
  if (denied.length > 0) return whenNone(denied, 'Denied');
  return isLookedInto(facts) ? when(true) : when(false, notLookedAt);
}

export function securityGroups(facts: PlanFacts): Finding {
  const { SecurityGroups: answer } = facts.answers;
  if (answer === 'None') return notApplicable;
  if (answer === 'Unknown') return when(false, 'Not answered yet: -SecurityGroups with their names, or None.');
  const found = namesIn(answer).map((name) => ({
    name,
    group: facts.securityGroups.find(({ names }) => names.includes(name.toLowerCase())),
  }));
  const missing = found.flatMap(({ group, name }) => (group ? [] : [name]));
  if (missing.length > 0) return whenNone(missing, 'Not there as security groups');
  const empty = found.flatMap(({ group, name }) => (group!.memberCount === 0 ? [name] : []));
  if (!isSynced(facts) || empty.length === 0) return when(true);
  return { status: 'Warning', detail: `Still without members: ${listed(empty)}.` };
}

export const connection = (facts: PlanFacts): Finding =>
  facts.connectivity ?? (isOver(facts) ? when(true) : (facts.lastTest ?? when(false)));

export function acceptedDomains(facts: PlanFacts): Finding {
  if (facts.users.length === 0 && !isLookedInto(facts)) return when(false, notLookedAt);
  const own = facts.users.filter(({ recipientType }) => recipientType !== 'Contact');
  const addresses = [
    ...own.map(({ emailAddress }) => emailAddress),
    ...failingBy(facts, 'migration.domainNotAccepted'),
  ];
  const domains = addresses.map((address) => address.slice(address.lastIndexOf('@') + 1).toLowerCase());
  return whenNone(
    [...new Set(domains)].filter((domain) => !facts.acceptedDomains.includes(domain)),
    'Not accepted',
  );
}

/** Done when all migrated mailboxes are so; else open, with how many are and who is left. */
function whenAll(
  { migrated }: PlanFacts,
  { isDone, text }: { isDone: (mailbox: MigratedMailbox) => boolean; text: string },
): Finding {
  const left = migrated
    .filter((mailbox) => !isDone(mailbox))
    .map(({ address }) => address)
    .toSorted();
  if (left.length === 0) return when(migrated.length > 0);
  const done = migrated.length - left.length;
  return when(false, `${done} of ${migrated.length} mailboxes ${text}; left: ${listed(left)}.`);
}

export const firstPasswords = (facts: PlanFacts): Finding =>
  whenAll(facts, { isDone: ({ hasFirstPassword }) => !hasFirstPassword, text: 'have a password of their users' });

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
const graceTime = 30 * 86_400_000;

export function licenses(facts: PlanFacts): Finding {
  const found = whenAll(facts, { isDone: ({ isLicensed }) => isLicensed, text: 'have one' });
  const [first] = facts.batches.flatMap(({ initialSyncAt }) => initialSyncAt ?? []).toSorted((a, b) => a - b);
  if (found.status === 'Done' || first === undefined) return found;
  const status = first + graceTime <= facts.now ? 'Warning' : found.status;
  return { status, detail: `Until ${dayOf(first + graceTime)}. ${found.detail}` };
}

export const isPublished = ({ routings }: PlanFacts): boolean =>
  routings.size > 0 && [...routings.values()].every((routing) => routing.isPublished === true);

export function desktops(facts: PlanFacts): Finding {
  const found = whenAll(facts, { isDone: ({ isSignedIn }) => isSignedIn, text: 'were opened by their users' });
  if (found.status !== 'Done' || (isOver(facts) && isPublished(facts))) return found;
  return when(false, 'Every user was there, but the migration is not complete, or Autodiscover does not lead there.');
}

export function earlySignIns(facts: PlanFacts): Finding {
  const early = facts.migrated.filter(({ isSignedIn, isUnderWay }) => isSignedIn && isUnderWay);
  if (isOver(facts) || early.length === 0) return when(isOver(facts));
  return { status: 'Warning', detail: `Signed in already: ${listed(early.map(({ address }) => address))}.` };
}

export function comparison({ compared, users }: PlanFacts): Finding {
  const mailboxes = users.filter((user) => user.recipientType === 'Mailbox' && isMigrated(user));
  const addresses = mailboxes.map(({ emailAddress }) => emailAddress.toLowerCase());
  const different = [...compared].filter(([, isEqual]) => !isEqual).map(([address]) => address);
  if (different.length > 0) return { status: 'Warning', detail: `Not the same: ${listed(different)}.` };
  if (compared.size === 0) return when(false);
  const left = addresses.filter((address) => !compared.has(address)).length;
  return when(
    left === 0,
    left === 0 ? undefined : `${compared.size} of ${compared.size + left} mailboxes are compared.`,
  );
}

export function publicFolders({ answers }: PlanFacts): Finding {
  if (answers.PublicFolders === 'Migrated') return when(true);
  return onlyIf(answers.PublicFolders === 'Yes');
}

export function decommission(facts: PlanFacts): Finding {
  if (!isTakenAway(facts)) return when(false);
  const { answeringSource: proxy } = facts;
  return when(proxy === undefined, proxy === undefined ? undefined : `${proxy} still answers.`);
}

/** The largest mailboxes, whose users have the most to tidy up: by what was copied, before that by what a survey found. */
export function largest({ survey, users }: PlanFacts): string | undefined {
  const copied = users
    .filter(({ bytesTransferred }) => bytesTransferred > 0)
    .toSorted((one, other) => other.bytesTransferred - one.bytesTransferred)
    .slice(0, named)
    .map(({ bytesTransferred: bytes, emailAddress, syncedItemCount: items }) => ({ bytes, emailAddress, items }));
  const lines = (copied.length > 0 ? copied : (survey?.largest ?? [])).map(measured);
  if (lines.length === 0) return undefined;
  const together = copied.length === 0 && survey?.bytes ? ` All mailboxes together: ${sizeText(survey.bytes)}.` : '';
  return `The largest: ${lines.join(', ')}.${together}`;
}

const measured = ({ bytes, emailAddress, items }: MeasuredMailbox): string =>
  `${emailAddress} (${bytes ? `${sizeText(bytes)}, ` : ''}${items} ${items === 1 ? 'item' : 'items'})`;

const sizeText = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
