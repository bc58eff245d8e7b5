import type { MigrationPlan, MigrationPlanItem } from '@cutover/core';
import { html, type Html } from '../mail/html.ts';
import type { PlanFacts } from './plan-facts.ts';
import type { PlanStatus } from './plan-checks.ts';
import { planItems, type PlanEntry } from './plan-items.ts';
import { askedQuestions } from './plan-questions.ts';

/** The plan as it stands: every item with what its check finds now, and the same as Markdown and as a page. */
export function makePlan(facts: PlanFacts): MigrationPlan {
  const Items = planItems.map((entry, index) => toItem(entry, { facts, number: index + 1 }));
  const count = (status: PlanStatus): number => Items.filter(({ Status }) => Status === status).length;
  return {
    CreatedAt: new Date(facts.now),
    DoneCount: count('Done'),
    OpenCount: count('Open') + count('Manual') + count('Warning'),
    Questions: askedQuestions(facts.answers),
    Items,
    Markdown: toMarkdown(Items),
    Html: toPage(Items).html,
  };
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

const toPage = (items: readonly MigrationPlanItem[]): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Cutover migration</title>
        <style>
          body {
            font:
              15px/1.5 Segoe UI,
              Helvetica,
              Arial,
              sans-serif;
            margin: 2em auto;
            max-width: 50em;
            padding: 0 1em;
            color: #1b2733;
          }
          li {
            margin: 0.7em 0;
          }
          .Done {
            color: #0b6a3a;
          }
          .Warning,
          .Open {
            color: #a4332a;
          }
          .NotApplicable,
          .Manual {
            color: #5b6673;
          }
          code {
            background: #f3f5f7;
            padding: 0.1em 0.3em;
            overflow-wrap: anywhere;
          }
        </style>
      </head>
      <body>
        <h1>Cutover migration</h1>
        ${[...Map.groupBy(items, ({ Phase }) => Phase)].map(([phase, own]) => sectionOf(phase, own))}
      </body>
    </html>`;

const sectionOf = (phase: string, items: readonly MigrationPlanItem[]): Html =>
  html`<h2>${phase}</h2>
    <ul>
      ${items.map(itemOf)}
    </ul>`;

const itemOf = ({ Command, Detail, Status, Title, Why }: MigrationPlanItem): Html =>
  html`<li>
    <b class="${Status}">${Status}</b> <b>${Title}.</b> ${Why}
    ${Detail === null ? html`` : html`<br />${Detail}`}${Command === null ? html`` : html`<br /><code>${Command}</code>`}
  </li>`;
