import type { MigrationPlan, MigrationPlanItem } from '@cutover/core';
import type { PlanFacts } from './plan-facts.ts';
import type { PlanStatus } from './plan-checks.ts';
import { planItems, type PlanEntry } from './plan-items.ts';
import { planPage } from './plan-page.ts';
import { askedQuestions } from './plan-questions.ts';

/** The plan as it stands: every item with what its check finds now, and the same as Markdown and as a page. */
export function makePlan(facts: PlanFacts): MigrationPlan {
  const Items = planItems.map((entry, index) => toItem(entry, { facts, number: index + 1 }));
  const count = (status: PlanStatus): number => Items.filter(({ Status }) => Status === status).length;
  const plan = {
    CreatedAt: new Date(facts.now),
    DoneCount: count('Done'),
    OpenCount: count('Open') + count('Manual') + count('Warning'),
    Questions: askedQuestions(facts.answers),
    Items,
  };
  return { ...plan, Markdown: toMarkdown(Items), Html: planPage(plan) };
}

function toItem(entry: PlanEntry, { facts, number }: { facts: PlanFacts; number: number }): MigrationPlanItem {
  const { status, detail } = entry.check(facts);
  const ticked = facts.done.has(entry.id) && status !== 'NotApplicable';
  return {
    Number: number,
    Id: entry.id,
    Phase: entry.phase,
    Title: entry.title,
    Why: entry.why,
    Status: ticked ? 'Done' : status,
    Detail: detail || null,
    Command: entry.command ?? null,
  };
}

const boxes: Readonly<Record<PlanStatus, string>> = {
  Done: '[x]',
  Warning: '[ ] (!)',
  Open: '[ ]',
  Manual: '[ ]',
  NotApplicable: '[-]',
};

function toMarkdown(items: readonly MigrationPlanItem[]): string {
  const phases = Map.groupBy(items, ({ Phase }) => Phase);
  const sections = [...phases].map(([phase, own]) => [`## ${phase}`, ...own.map(lineOf)].join('\n'));
  return `${['# Cutover migration', ...sections].join('\n\n')}\n`;
}

function lineOf({ Command, Detail, Status, Title, Why }: MigrationPlanItem): string {
  const lines = [`- ${boxes[Status]} **${Title}.** ${Why}`, Detail, Command && `\`${Command}\``];
  return lines.filter((line) => line !== null).join('\n  ');
}
