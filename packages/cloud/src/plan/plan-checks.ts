import { isMigrated } from '@cutover/migration';
import { failedStep, warnedSteps } from '../source/connectivity.ts';
import type { PlanFacts } from './plan-facts.ts';

export type PlanStatus = 'Done' | 'Warning' | 'Open' | 'Manual' | 'NotApplicable';

/** What a check finds; without a detail the item speaks for itself. */
export interface Finding {
  readonly status: PlanStatus;
  readonly detail?: string | undefined;
}

export const manual = (): Finding => ({ status: 'Manual' });
export const when = (isDone: boolean, detail?: string): Finding => ({ status: isDone ? 'Done' : 'Open', detail });
export const onlyIf = (applies: boolean): Finding => ({ status: applies ? 'Manual' : 'NotApplicable' });
/** Done, or open for these. */
const whenNone = (names: readonly string[], text: string): Finding =>
  when(names.length === 0, names.length === 0 ? undefined : `${text}: ${names.join(', ')}.`);

const settledStatuses: ReadonlySet<string> = new Set(['Synced', 'SyncedWithErrors', 'IncrementalSyncing']);

/** The migration has brought something, and its batches are gone: an administrator has removed them. */
export const isTakenAway = ({ batches, migrated }: PlanFacts): boolean =>
  batches.length === 0 && migrated.mailboxes > 0;
export const isOver = (facts: PlanFacts): boolean =>
  isTakenAway(facts) ||
  (facts.batches.length > 0 && facts.batches.every(({ status }) => status.startsWith('Completed')));
export const isSynced = (facts: PlanFacts): boolean =>
  isOver(facts) || (facts.batches.length > 0 && facts.batches.every(({ status }) => settledStatuses.has(status)));

const recommended = 150;

export function size({ survey, users }: PlanFacts): Finding {
  const inBatches = users.filter(({ recipientType }) => recipientType === 'Mailbox').length;
  const count = inBatches || (survey?.mailboxes ?? 0);
  if (count === 0) return manual();
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

export function unifiedMessaging(facts: PlanFacts): Finding {
  const enabled = failingBy(facts, 'migration.unifiedMessagingEnabled');
  if (enabled.length > 0) return whenNone(enabled, 'Still enabled');
  if (!usesUnifiedMessaging(facts)) return onlyIf(false);
  return facts.users.some(isMigrated) ? when(true) : manual();
}

export const usesUnifiedMessaging = ({ answers }: PlanFacts): boolean =>
  answers.UnifiedMessaging && answers.SourceVersion !== 'Exchange2003';

export function rights(facts: PlanFacts): Finding {
  const denied = failingBy(facts, 'outlookAnywhere.mailboxAccessDenied');
  if (denied.length > 0) return whenNone(denied, 'Denied');
  return facts.survey !== undefined || facts.users.some(isMigrated) ? when(true) : manual();
}

export function connection(facts: PlanFacts): Finding {
  const { connectivity: tree } = facts;
  if (tree === undefined) return when(isOver(facts));
  const failed = failedStep(tree);
  if (failed) return when(false, `${failed.detail} ${failed.remedy}`.trim());
  const warned = warnedSteps(tree);
  return warned.length > 0
    ? { status: 'Warning', detail: warned.map(({ detail }) => detail).join(' ') }
    : { status: 'Done' };
}

export function acceptedDomains(facts: PlanFacts): Finding {
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

export function firstPasswords({ migrated }: PlanFacts): Finding {
  const { mailboxes, withFirstPassword } = migrated;
  if (mailboxes === 0) return manual();
  if (withFirstPassword === 0) return when(true);
  return { status: 'Manual', detail: `${mailboxes - withFirstPassword} of ${mailboxes} users have chosen their own.` };
}

export function earlySignIns(facts: PlanFacts): Finding {
  const { signedInEarly: early } = facts.migrated;
  if (isOver(facts) || early.length === 0) return when(isOver(facts));
  return { status: 'Warning', detail: `Signed in already: ${early.join(', ')}.` };
}

export function comparison({ compared, users }: PlanFacts): Finding {
  const mailboxes = users.filter((user) => user.recipientType === 'Mailbox' && isMigrated(user));
  const addresses = mailboxes.map(({ emailAddress }) => emailAddress.toLowerCase());
  const different = [...compared].filter(([, isEqual]) => !isEqual).map(([address]) => address);
  if (different.length > 0) return { status: 'Warning', detail: `Not the same: ${different.join(', ')}.` };
  if (compared.size === 0) return when(false);
  const left = addresses.filter((address) => !compared.has(address)).length;
  return when(
    left === 0,
    left === 0 ? undefined : `${compared.size} of ${compared.size + left} mailboxes are compared.`,
  );
}

const named = 5;

/** The largest mailboxes, whose users have the most to tidy up: by what was copied, before that by what was counted. */
export function largest({ survey, users }: PlanFacts): string | undefined {
  const copied = users
    .filter(({ bytesTransferred }) => bytesTransferred > 0)
    .toSorted((one, other) => other.bytesTransferred - one.bytesTransferred)
    .slice(0, named)
    .map(({ bytesTransferred, emailAddress }) => `${emailAddress} (${(bytesTransferred / 1e6).toFixed(1)} MB)`);
  const counted = survey?.largest.map(({ emailAddress, items }) => `${emailAddress} (${items} items)`) ?? [];
  const lines = copied.length > 0 ? copied : counted;
  return lines.length === 0 ? undefined : `The largest: ${lines.join(', ')}.`;
}
