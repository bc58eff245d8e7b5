import { coreErrors, newMigrationPlan, type AnyParametersOf, type MigrationPlan } from '@cutover/core';
import { seenRoutings } from '../dns/routing-history.ts';
import { implement, type CmdletContext } from '../implement.ts';
import { comparedMailboxes } from '../plan/compared-mailboxes.ts';
import { findingOf, lastTest } from '../plan/last-test.ts';
import { lastSource } from '../plan/last-source.ts';
import { keepSurvey, keptSurvey } from '../plan/mailbox-survey.ts';
import { makePlan } from '../plan/make-plan.ts';
import { isOver, type Finding } from '../plan/plan-checks.ts';
import type { MigratedMailbox, PlanFacts, SecurityGroup } from '../plan/plan-facts.ts';
import { planItems } from '../plan/plan-items.ts';
import { givenAnswers, keptAnswers } from '../plan/plan-questions.ts';
import { licensesOf } from '../recipients/licenses.ts';
import { unifiedMessagingOf } from '../recipients/unified-messaging.ts';
import type { OrganisationValues } from '../store/organisation-values.ts';

type Parameters = AnyParametersOf<typeof newMigrationPlan.definition>;

/** Answers are kept, so that the next plan need not be given them again; so is what a survey of the source found, and when an item was done. */
export const handler = implement(newMigrationPlan, async function* (context, parameters) {
  assertItems(parameters);
  const told = keepAnswers(context, parameters);
  if (parameters.TestMailboxes) await survey(context);
  const plan = makePlan({ ...told, ...(await lookAround(context)) });
  keepDone(context.values, plan);
  yield plan;
});

/** Nothing that is no item can be ticked off. */
function assertItems({ Done = [], Undone = [] }: Parameters): void {
  const ids = planItems.map(({ id }) => id);
  const unknown = [...Done, ...Undone].filter((id) => !ids.includes(id));
  if (unknown.length === 0) return;
  const problems = unknown.map((id) => `"${id}" is no item of the plan; there are ${ids.join(', ')}`);
  throw coreErrors.parameterInvalid({ cmdlet: newMigrationPlan.definition.name, problems });
}

const answersName = 'plan';

/** What is kept between plans; an older program kept less, and answers as booleans. */
interface Kept {
  readonly answers?: Readonly<Record<string, string | boolean>>;
  readonly done?: readonly string[];
  readonly doneAt?: Readonly<Record<string, number>>;
}

const readKept = (values: OrganisationValues): Kept => JSON.parse(values.all()[answersName] ?? '{}') as Kept;
const keep = (values: OrganisationValues, changes: Kept): void =>
  values.set(answersName, JSON.stringify({ ...readKept(values), ...changes }));

type Told = Pick<PlanFacts, 'answers' | 'doneAt' | 'ticked'>;

function keepAnswers({ values }: CmdletContext, given: Parameters): Told {
  const { answers: before = {}, done = [], doneAt = {} } = readKept(values);
  const answers = { ...keptAnswers(before), ...givenAnswers(given) };
  const ticked = new Set([...done, ...(given.Done ?? [])]);
  for (const id of given.Undone ?? []) ticked.delete(id);
  keep(values, { answers, done: [...ticked] });
  return { answers, doneAt, ticked };
}

/** What is open again will be done at another time. */
const keepDone = (values: OrganisationValues, { Items }: MigrationPlan): void =>
  keep(values, {
    doneAt: Object.fromEntries(Items.flatMap(({ DoneAt, Id }) => (DoneAt ? [[Id, DoneAt.getTime()]] : []))),
  });

/** Over the connection settings that are there; without any there is nothing to open. */
async function survey({ clock, migration, signal, values, writeWarning }: CmdletContext): Promise<void> {
  const [settings] = migration.endpoints();
  if (settings) keepSurvey(values, await migration.surveyMailboxes(settings.guid, { signal }), clock.now());
  else writeWarning('There are no connection settings to open the mailboxes by: create a migration endpoint first.');
}

async function lookAround(context: CmdletContext): Promise<Omit<PlanFacts, keyof Told>> {
  const { clock, directory, migration, values } = context;
  const progress = { batches: migration.batches(), migrated: migratedMailboxes(context) };
  return {
    ...progress,
    ...(isOver(progress)
      ? { connectivity: undefined, answeringSource: await answeringSource(context) }
      : { connectivity: await connectivityNow(context), answeringSource: undefined }),
    directorySynchronization: context.directorySynchronization,
    singleSignOn: context.singleSignOn,
    acceptedDomains: directory.acceptedDomains().map(({ name }) => name.toLowerCase()),
    endpoints: migration.endpoints(),
    lastTest: lastTest(values),
    survey: keptSurvey(values),
    users: migration.users(),
    securityGroups: securityGroups(context),
    routings: seenRoutings(values),
    compared: comparedMailboxes(values),
    now: clock.now(),
  };
}

async function connectivityNow(context: CmdletContext): Promise<Finding | undefined> {
  const [settings] = context.migration.endpoints();
  if (settings === undefined) return undefined;
  const source = { settings, password: context.endpointPassword(settings) };
  return findingOf(await context.connectivity(source, { signal: context.signal }));
}

async function answeringSource({ migration, signal, sourceAnswers, values }: CmdletContext) {
  const proxy = migration.endpoints()[0]?.rpcProxyServer ?? lastSource(values);
  return proxy !== undefined && (await sourceAnswers(proxy, { signal })) ? proxy : undefined;
}

function migratedMailboxes({ directory, migration }: CmdletContext): MigratedMailbox[] {
  const users = migration.users().filter(({ status }) => status !== 'Completed');
  const underWay = new Set(users.map(({ targetGuid }) => targetGuid));
  const mailboxes = directory.recipients({ kind: 'mailbox' }).filter(({ sourceId }) => sourceId !== undefined);
  return mailboxes.map((mailbox) => {
    const account = directory.account(mailbox.guid);
    return {
      address: mailbox.primaryAddress,
      hasFirstPassword: account?.mustChangePassword === true,
      isSignedIn: account?.signedInAt !== undefined,
      isUnderWay: underWay.has(mailbox.guid),
      hasUnifiedMessaging: unifiedMessagingOf(mailbox) !== undefined,
      isLicensed: licensesOf(mailbox).length > 0,
    };
  });
}

const securityGroups = ({ directory }: CmdletContext): SecurityGroup[] =>
  directory
    .recipients({ kind: 'group' })
    .filter(({ attributes }) => attributes['groupType'] === 'Security')
    .map(({ alias, displayName, guid, primaryAddress }) => ({
      names: [alias, displayName, primaryAddress].map((name) => name.toLowerCase()),
      memberCount: directory.members(guid).length,
    }));
