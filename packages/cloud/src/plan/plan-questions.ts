import { coreErrors, newMigrationPlan, type AnyParametersOf, type MigrationPlanQuestion } from '@cutover/core';

interface Question {
  readonly text: string;
  /** The first is what holds until it is answered. */
  readonly choices: readonly string[];
  /** Names with commas between are an answer, too. */
  readonly takesNames?: boolean;
}

/** What only a person can tell, in the order in which it is asked; by the parameter that answers it, too. */
const questions = {
  SourceVersion: {
    text: 'Which version of Exchange does the source run?',
    choices: ['Exchange2003', 'Exchange2007', 'Exchange2010'],
  },
  UsersTold: {
    text: 'Were the users told what to delete, to back up their Inbox, and when to sign in?',
    choices: ['No', 'Yes'],
  },
  SecurityGroups: {
    text: 'Which groups of the source are security groups? Their names with commas between, or None.',
    choices: ['Unknown', 'None'],
    takesNames: true,
  },
  PublicFolders: {
    text: 'Are there public folders to migrate, or are they migrated already?',
    choices: ['No', 'Yes', 'Migrated'],
  },
  UnifiedMessaging: { text: 'Are mailboxes of the source enabled for unified messaging?', choices: ['No', 'Yes'] },
  SingleSignOnLater: { text: 'Is single sign-on to be set up after the migration?', choices: ['No', 'Yes'] },
} as const satisfies Readonly<Record<string, Question>>;

type QuestionId = keyof typeof questions;
/** The answer to every question. */
export type PlanAnswers = Readonly<Record<QuestionId, string>>;

const entries = Object.entries(questions) as readonly [QuestionId, Question][];

/** What holds as long as nobody has answered. */
export const unanswered = Object.fromEntries(entries.map(([id, { choices }]) => [id, choices[0]])) as PlanAnswers;

/** Every question with the answer that holds now. */
export const askedQuestions = (answers: PlanAnswers): MigrationPlanQuestion[] =>
  entries.map(([Id, { choices, text: Question }]) => ({ Id, Question, Choices: [...choices], Answer: answers[Id] }));

/** The names that answer a question; none while it has another answer. */
export function namesIn(answer: string): string[] {
  if (questions.SecurityGroups.choices.some((choice) => choice === answer)) return [];
  return answer
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

/** Answers by parameters of their own, which go before -Answer with its `PublicFolders=Yes`. */
export const givenAnswers = (given: AnyParametersOf<typeof newMigrationPlan.definition>): Partial<PlanAnswers> => ({
  ...readAnswers(given.Answer ?? []),
  ...Object.fromEntries(
    entries.flatMap(([id, question]) => (given[id] === undefined ? [] : [[id, textOf(question, given[id])]])),
  ),
});

/** An answer as a parameter has it, or as an earlier program kept it. */
function textOf(question: Question, given: string | boolean | readonly string[]): string {
  if (typeof given === 'boolean') return given ? 'Yes' : 'No';
  const text = typeof given === 'string' ? given : given.join(', ');
  return question.choices.find((choice) => sameText(choice, text)) ?? text;
}

/** Answers that were kept. */
export const keptAnswers = (kept: Readonly<Record<string, string | boolean>>): PlanAnswers => ({
  ...unanswered,
  ...Object.fromEntries(entries.flatMap(([id, question]) => (id in kept ? [[id, textOf(question, kept[id]!)]] : []))),
});

/** An empty answer leaves what was answered before. */
function readAnswers(given: readonly string[]): Partial<PlanAnswers> {
  return Object.fromEntries(given.flatMap(readAnswer));
}

function readAnswer(given: string): [id: QuestionId, answer: string][] {
  const [name = '', answer = null] = given.split('=', 2).map((part) => part.trim());
  const found = entries.find(([id]) => sameText(id, name));
  if (!found) throw refused(`-Answer "${given}" answers no question; there are ${Object.keys(questions).join(', ')}`);
  const [id, { choices, takesNames = false }] = found;
  if (answer === '') return [];
  const choice = choices.find((one) => sameText(one, answer ?? ''));
  if (choice !== undefined) return [[id, choice]];
  if (takesNames && answer !== null) return [[id, answer]];
  throw refused(`-Answer "${given}" is none of ${choices.map((one) => `${id}=${one}`).join(', ')}`);
}

const sameText = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const refused = (problem: string): Error =>
  coreErrors.parameterInvalid({ cmdlet: newMigrationPlan.definition.name, problems: [problem] });
