import { newMigrationPlan, type AnyParametersOf } from '@cutover/core';
import { seenRoutings } from '../dns/routing-history.ts';
import { implement, type CmdletContext } from '../implement.ts';
import { makePlan } from '../plan/make-plan.ts';
import type { PlanFacts } from '../plan/plan-facts.ts';

type Parameters = AnyParametersOf<typeof newMigrationPlan.definition>;

/** Answers are kept, so that the next plan need not be given them again. */
export const handler = implement(newMigrationPlan, async function* (context, parameters) {
  const answers = keepAnswers(context, parameters);
  yield makePlan({ ...answers, ...(await lookAround(context)) });
});

const answersName = 'plan';

interface Answers extends Pick<PlanFacts, 'source' | 'publicFolders' | 'singleSignOnLater' | 'unifiedMessaging'> {
  readonly done: readonly string[];
}

const usual: Answers = {
  source: 'Exchange2003',
  publicFolders: false,
  singleSignOnLater: false,
  unifiedMessaging: false,
  done: [],
};

function keepAnswers({ values }: CmdletContext, given: Parameters): Omit<Answers, 'done'> & Pick<PlanFacts, 'done'> {
  const kept = JSON.parse(values.all()[answersName] ?? '{}') as Partial<Answers>;
  const before = { ...usual, ...kept };
  const answers: Answers = {
    source: given.SourceVersion ?? before.source,
    publicFolders: given.PublicFolders ?? before.publicFolders,
    singleSignOnLater: given.SingleSignOnLater ?? before.singleSignOnLater,
    unifiedMessaging: given.UnifiedMessaging ?? before.unifiedMessaging,
    done: [...new Set([...before.done, ...(given.Done ?? [])])].filter((id) => !given.Undone?.includes(id)),
  };
  values.set(answersName, JSON.stringify(answers));
  return { ...answers, done: new Set(answers.done) };
}

async function lookAround(context: CmdletContext): Promise<Omit<PlanFacts, keyof Answers>> {
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
    batches: migration.batches(),
    users: migration.users(),
    routings: seenRoutings(values),
    now: clock.now(),
  };
}
