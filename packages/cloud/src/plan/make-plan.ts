import type { MigrationPlan, MigrationPlanItem } from '@cutover/core';
import type { PlanFacts } from './plan-facts.ts';
import type { Finding, PlanStatus } from './plan-checks.ts';
import { planItems, type PlanEntry } from './plan-items.ts';
import { planPage } from './plan-page.ts';
import { askedQuestions } from './plan-questions.ts';
import { doneText } from './done-text.ts';

/** The plan as it stands: every item with what its check finds now, and the same as Markdown and as a page. */
export function makePlan(facts: PlanFacts): MigrationPlan {
  const Items = planItems.map((entry, index) => toItem(entry, { facts, number: index + 1 }));
  const count = (status: PlanStatus): number => Items.filter(({ Status }) => Status === status).length;
  const plan = {
    CreatedAt: new Date(facts.now),
    DoneCount: count('Done'),
    OpenCount: count('Open') + count('Warning'),
    Questions: askedQuestions(facts.answers),
    Items,
  };
  return { ...plan, Markdown: toMarkdown(Items), Html: planPage(plan) };
}

function toItem(entry: PlanEntry, { facts, number }: { facts: PlanFacts; number: number }): MigrationPlanItem {
  const { command = null, id, phase, title, why } = entry;
  const { detail, doneWhen, status } = ticked(entry, facts) ?? { ...entry.check(facts), doneWhen: entry.doneWhen };
  return {
    Number: number,
    Id: id,
    Phase: phase,
    Title: title,
    Why: why,
    Status: status,
    DoneWhen: doneWhen,
    DoneAt: status === 'Done' ? new Date(facts.doneAt[id] ?? facts.now) : null,
    Detail: detail || null,
    Command: command,
  };
}

/** What its check has not found done, but an administrator has ticked off. */
function ticked({ check, id }: PlanEntry, facts: PlanFacts): (Finding & { doneWhen: string }) | undefined {
  const { status } = check(facts);
  if (!facts.ticked.has(id) || status === 'Done' || status === 'NotApplicable') return undefined;
  return { status: 'Done', doneWhen: 'you tick it off' };
}

const boxes: Readonly<Record<PlanStatus, string>> = {
  Done: '[x]',
  Warning: '[ ] (!)',
  Open: '[ ]',
  NotApplicable: '[-]',
};

function toMarkdown(items: readonly MigrationPlanItem[]): string {
  const phases = Map.groupBy(items, ({ Phase }) => Phase);
  const sections = [...phases].map(([phase, own]) => [`## ${phase}`, ...own.map(lineOf)].join('\n'));
  return `${['# Cutover migration', ...sections].join('\n\n')}\n`;
}

function lineOf(item: MigrationPlanItem): string {
  const { Command, Detail, Status, Title, Why } = item;
  const lines = [`- ${boxes[Status]} **${Title}.** ${Why}`, doneText(item), Detail, Command && `\`${Command}\``];
  return lines.filter(Boolean).join('\n  ');
}
