import { coreErrors, newMigrationPlan, type MigrationPlanQuestion } from '@cutover/core';
import type { PlanAnswers } from './plan-facts.ts';

interface Question {
  readonly text: string;
  readonly choices: readonly string[];
}

const yesOrNo = ['No', 'Yes'] as const;

/** What only a person can tell, in the order in which it is asked; by the parameter that answers it, too. */
const questions: Readonly<Record<keyof PlanAnswers, Question>> = {
  SourceVersion: {
    text: 'Which version of Exchange does the source run?',
    choices: ['Exchange2003', 'Exchange2007', 'Exchange2010'],
  },
  PublicFolders: { text: 'Are there public folders to migrate?', choices: yesOrNo },
  UnifiedMessaging: { text: 'Are mailboxes of the source enabled for unified messaging?', choices: yesOrNo },
  SingleSignOnLater: { text: 'Is single sign-on to be set up after the migration?', choices: yesOrNo },
};

/** Every question with the answer that holds now. */
export const askedQuestions = (answers: PlanAnswers): MigrationPlanQuestion[] =>
  Object.entries(questions).map(([Id, { choices: Choices, text: Question }]) => ({
    Id,
    Question,
    Choices,
    Answer: textOf(answers[Id as keyof PlanAnswers]),
  }));

const textOf = (answer: PlanAnswers[keyof PlanAnswers]): string =>
  typeof answer === 'string' ? answer : answer ? 'Yes' : 'No';

/** Reads answers of the form `PublicFolders=Yes`; an empty answer leaves what was answered before. */
export function readAnswers(given: readonly string[]): Partial<PlanAnswers> {
  return Object.fromEntries(given.flatMap(readAnswer));
}

function readAnswer(given: string): [name: string, answer: string | boolean][] {
  const [name = '', answer] = given.split('=', 2).map((part) => part.trim());
  const found = Object.entries(questions).find(([id]) => sameText(id, name));
  if (!found) throw refused(`-Answer "${given}" answers no question; there are ${Object.keys(questions).join(', ')}`);
  const [id, { choices }] = found;
  if (answer === '') return [];
  const choice = choices.find((one) => sameText(one, answer ?? ''));
  if (!choice) throw refused(`-Answer "${given}" is none of ${choices.map((one) => `${id}=${one}`).join(', ')}`);
  return [[id, choices === yesOrNo ? choice === 'Yes' : choice]];
}

const sameText = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const refused = (problem: string): Error =>
  coreErrors.parameterInvalid({ cmdlet: newMigrationPlan.definition.name, problems: [problem] });
