import { coreErrors, newMigrationPlan, type AnyParametersOf } from '@cutover/core';
import { seenRoutings } from '../dns/routing-history.ts';
import { implement, type CmdletContext } from '../implement.ts';
import { comparedMailboxes } from '../plan/compared-mailboxes.ts';
import { keepSurvey, keptSurvey } from '../plan/mailbox-survey.ts';
import { makePlan } from '../plan/make-plan.ts';
import type { MigratedObjects, PlanAnswers, PlanFacts } from '../plan/plan-facts.ts';
import { planItems } from '../plan/plan-items.ts';
import { readAnswers } from '../plan/plan-questions.ts';
import { unifiedMessagingOf } from '../recipients/unified-messaging.ts';

type Parameters = AnyParametersOf<typeof newMigrationPlan.definition>;

/** Answers are kept, so that the next plan need not be given them again; so is what a survey of the source found. */
export const handler = implement(newMigrationPlan, async function* (context, parameters) {
  assertItems(parameters);
  const answered = keepAnswers(context, parameters);
  if (parameters.TestMailboxes) await survey(context);
  yield makePlan({ ...answered, ...(await lookAround(context)) });
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

interface Kept {
  readonly answers: PlanAnswers;
  readonly done: readonly string[];
}

const usual: PlanAnswers = {
  SourceVersion: 'Exchange2003',
  PublicFolders: false,
  UnifiedMessaging: false,
  SingleSignOnLater: false,
};

function keepAnswers({ values }: CmdletContext, given: Parameters): Pick<PlanFacts, 'answers' | 'done'> {
  const { answers: before, done: doneBefore = [] } = JSON.parse(values.all()[answersName] ?? '{}') as Partial<Kept>;
  const known = { ...usual, ...before, ...readAnswers(given.Answer ?? []) };
  const answers: PlanAnswers = {
    SourceVersion: given.SourceVersion ?? known.SourceVersion,
    PublicFolders: given.PublicFolders ?? known.PublicFolders,
    UnifiedMessaging: given.UnifiedMessaging ?? known.UnifiedMessaging,
    SingleSignOnLater: given.SingleSignOnLater ?? known.SingleSignOnLater,
  };
  const done = new Set([...doneBefore, ...(given.Done ?? [])]);
  for (const id of given.Undone ?? []) done.delete(id);
  values.set(answersName, JSON.stringify({ answers, done: [...done] } satisfies Kept));
  return { answers, done };
}

/** Over the connection settings that are there; without any there is nothing to open. */
async function survey({ clock, migration, signal, values, writeWarning }: CmdletContext): Promise<void> {
  const [settings] = migration.endpoints();
  if (settings) keepSurvey(values, await migration.surveyMailboxes(settings.guid, { signal }), clock.now());
  else writeWarning('There are no connection settings to open the mailboxes by: create a migration endpoint first.');
}

async function lookAround(context: CmdletContext): Promise<Omit<PlanFacts, 'answers' | 'done'>> {
  const { clock, directory, migration, signal, values } = context;
  const endpoints = migration.endpoints();
  const [settings] = endpoints;
  const source = settings && { settings, password: context.endpointPassword(settings) };
  return {
    directorySynchronization: context.directorySynchronization,
    singleSignOn: context.singleSignOn,
    acceptedDomains: directory.acceptedDomains().map(({ name }) => name.toLowerCase()),
    endpoints,
    connectivity: source && (await context.connectivity(source, { signal })),
    survey: keptSurvey(values),
    batches: migration.batches(),
    users: migration.users(),
    migrated: migratedObjects(context),
    routings: seenRoutings(values),
    compared: comparedMailboxes(values),
    now: clock.now(),
  };
}

function migratedObjects({ directory, migration }: CmdletContext): MigratedObjects {
  const mailboxes = directory.recipients({ kind: 'mailbox' }).filter(({ sourceId }) => sourceId !== undefined);
  const accounts = mailboxes.map(({ guid, primaryAddress }) => ({ guid, primaryAddress, ...directory.account(guid) }));
  const users = migration.users().filter(({ status }) => status !== 'Completed');
  const underWay = new Set(users.map(({ targetGuid }) => targetGuid));
  const early = accounts.filter(({ guid, signedInAt }) => signedInAt !== undefined && underWay.has(guid));
  return {
    mailboxes: mailboxes.length,
    withFirstPassword: accounts.filter(({ mustChangePassword }) => mustChangePassword === true).length,
    signedInEarly: early.map(({ primaryAddress }) => primaryAddress),
    withUnifiedMessaging: mailboxes.filter((mailbox) => unifiedMessagingOf(mailbox) !== undefined).length,
  };
}
