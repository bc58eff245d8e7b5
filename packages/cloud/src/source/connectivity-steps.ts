import type { ConnectivityDetail, ConnectivityStep } from '@cutover/core';
import type { ConnectivityNode } from '@cutover/outlook-anywhere';
import { html, type Html } from '../mail/html.ts';

const statuses = {
  success: 'Success',
  warning: 'SuccessWithWarnings',
  failed: 'Error',
  skipped: 'Skipped',
} as const;

/** The whole test, for -Detailed: every step in order, and the same as a text and as a page. */
export function connectivityDetail(tree: ConnectivityNode): ConnectivityDetail {
  const Steps = stepsOf(tree, 0);
  return {
    Steps,
    TotalMilliseconds: Math.round(tree.durationMs),
    Json: JSON.stringify(Steps, null, 2),
    Text: toText(Steps),
    Html: toPage(Steps).html,
  };
}

function stepsOf(node: ConnectivityNode, depth: number): ConnectivityStep[] {
  const step = {
    Id: node.id,
    Depth: depth,
    Name: node.name,
    Status: statuses[node.status],
    Detail: node.detail,
    ErrorCode: node.errorCode ?? null,
    Remedy: node.remedy === '' ? null : node.remedy,
    Command: node.command === '' ? null : node.command,
    ElapsedMilliseconds: Math.round(node.durationMs),
  };
  return [step, ...node.children.flatMap((child) => stepsOf(child, depth + 1))];
}

const marks = { Success: '[ok]', SuccessWithWarnings: '[!!]', Error: '[XX]', Skipped: '[--]' } as const;

function toText(steps: readonly ConnectivityStep[]): string {
  return steps.flatMap(textOf).join('\n');
}

function textOf(step: ConnectivityStep): string[] {
  const indent = '  '.repeat(step.Depth);
  const lines = [
    step.Detail,
    step.Remedy && `What to do: ${step.Remedy}`,
    step.Command && `To try it: ${step.Command}`,
  ].filter((line) => line !== null && line !== '');
  const head = `${indent}${marks[step.Status]} ${step.Name} (${step.ElapsedMilliseconds} ms)`;
  return [head, ...lines.map((line) => `${indent}     ${line}`)];
}

const colours = { Success: '#0b6a3a', SuccessWithWarnings: '#8a5a00', Error: '#a4332a', Skipped: '#5b6673' } as const;

/** One file that needs no other. */
const toPage = (steps: readonly ConnectivityStep[]): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Connectivity test</title>
        <style>
          body {
            font:
              14px/1.5 Segoe UI,
              Helvetica,
              Arial,
              sans-serif;
            margin: 2em auto;
            max-width: 60em;
            padding: 0 1em;
            color: #1b2733;
          }
          li {
            list-style: none;
            margin: 0.6em 0;
          }
          code {
            background: #f3f5f7;
            padding: 0.1em 0.3em;
            overflow-wrap: anywhere;
          }
          small {
            color: #5b6673;
          }
        </style>
      </head>
      <body>
        <h1>Connectivity test</h1>
        <ul>
          ${steps.map(itemOf)}
        </ul>
      </body>
    </html>`;

const itemOf = (step: ConnectivityStep): Html =>
  html`<li style="margin-left:${step.Depth * 2}em">
    <b style="color:${colours[step.Status]}">${words[step.Status]}</b> ${step.Name}
    <small>${step.ElapsedMilliseconds} ms</small><br />
    ${step.Detail}${step.Remedy === null ? html`` : html`<br /><b>What to do:</b> ${step.Remedy}`}${
      step.Command === null ? html`` : html`<br />To try it: <code>${step.Command}</code>`
    }
  </li>`;

const words = { Success: 'Success', SuccessWithWarnings: 'Warning', Error: 'Error', Skipped: 'Skipped' } as const;
