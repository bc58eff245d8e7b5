import type { MigrationPlan, MigrationPlanItem, MigrationPlanQuestion } from '@cutover/core';
import { html, type Html } from '../pages/html.ts';
import { pageStyle } from '../pages/page-style.ts';
import type { PlanStatus } from './plan-checks.ts';
import { timeOf } from '../pages/time-of.ts';
import { doneText } from './done-text.ts';

/** What a state is called, and its box: nobody has to tell colours apart, on paper neither. */
const states: Readonly<Record<PlanStatus, { readonly box: string; readonly word: string }>> = {
  Done: { box: '☑', word: 'Done' },
  Warning: { box: '☐', word: 'Look at this' },
  Open: { box: '☐', word: 'Open' },
  NotApplicable: { box: '–', word: 'Not applicable' },
};

/** A plan as one file that needs no other, for the screen and for paper. */
export function planPage({
  CreatedAt,
  DoneCount,
  Items,
  OpenCount,
  Questions,
}: Omit<MigrationPlan, 'Html' | 'Markdown'>) {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Cutover migration</title>
        ${pageStyle}${style}
      </head>
      <body>
        <h1>Cutover migration</h1>
        <p class="faint">${DoneCount} done, ${OpenCount} left, as of ${timeOf(CreatedAt)}</p>
        <progress max="${DoneCount + OpenCount}" value="${DoneCount}">${DoneCount} done</progress>
        <h2>Answers</h2>
        <table>
          ${Questions.map(answerOf)}
        </table>
        ${[...Map.groupBy(Items, ({ Phase }) => Phase)].map(([phase, own]) => sectionOf(phase, own))}
      </body>
    </html>`;
  return page.html;
}

const answerOf = ({ Answer, Question }: MigrationPlanQuestion): Html =>
  html`<tr>
    <td class="faint">${Question}</td>
    <th scope="row">${Answer}</th>
  </tr>`;

const sectionOf = (phase: string, items: readonly MigrationPlanItem[]): Html =>
  html`<h2>${phase}</h2>
    <ul>
      ${items.map(itemOf)}
    </ul>`;

function itemOf(item: MigrationPlanItem): Html {
  const { Command, Detail, Status, Title, Why } = item;
  const { box, word } = states[Status];
  const state = doneText(item);
  return html`<li class="${Status}">
    <span class="box" aria-hidden="true">${box}</span>
    <div>
      <strong>${Title}.</strong> <span class="state">${word}</span>
      <div class="faint">${Why}</div>
      ${state === undefined ? html`` : html`<div class="check">${state}</div>`}
      ${Detail === null ? html`` : html`<div>${Detail}</div>`}${
        Command === null || Status === 'NotApplicable' ? html`` : html`<code>${Command}</code>`
      }
    </div>
  </li>`;
}

const style = html`<style>
  h1 {
    margin-bottom: 0;
  }
  h2 {
    margin-bottom: 0.3em;
    border-bottom: 1px solid var(--line);
  }
  ul {
    padding: 0;
    margin: 0;
  }
  li {
    display: flex;
    gap: 0.7em;
    padding: 0.5em 0;
    break-inside: avoid;
  }
  .box {
    font-size: 1.3em;
    line-height: 1.15;
    width: 1em;
    text-align: center;
  }
  .faint,
  .check,
  .state {
    color: var(--faint);
  }
  .check,
  .state {
    font-size: 0.85em;
  }
  .Done .box,
  .Done .state {
    color: var(--success);
  }
  .Warning .box,
  .Warning .state {
    color: var(--warning);
    font-weight: 600;
  }
  .NotApplicable {
    color: var(--faint);
  }
  td,
  th {
    padding: 0.2em 1.2em 0.2em 0;
    text-align: left;
    vertical-align: top;
  }
  progress {
    width: 100%;
    accent-color: var(--success);
  }
  code {
    display: inline-block;
    background: var(--code);
    padding: 0.1em 0.4em;
    margin-top: 0.2em;
    overflow-wrap: anywhere;
  }
</style>`;
