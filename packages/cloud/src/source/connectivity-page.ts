import type { ConnectivityNode, ConnectivityStatus } from '@cutover/outlook-anywhere';
import { html, type Html } from '../pages/html.ts';
import { pageStyle } from '../pages/page-style.ts';
import { timeOf } from '../pages/time-of.ts';
import { failedStep, warnedSteps } from './connectivity.ts';

/** What a state is called, and the sign beside the word: nobody has to tell colours apart. */
const states: Readonly<Record<ConnectivityStatus, { readonly word: string; readonly sign: string }>> = {
  success: { word: 'Success', sign: '✓' },
  warning: { word: 'Warning', sign: '!' },
  failed: { word: 'Failed', sign: '✕' },
  skipped: { word: 'Skipped', sign: '–' },
};

/** What was tested, in a few words, and when: a page is kept, and sent to people who were not there. */
export interface TestedSource {
  readonly subject: string;
  readonly at: Date;
}

/** A whole test as one file that needs no other: what to do first, then every step, those that went well folded. */
export function connectivityPage(tree: ConnectivityNode, { subject, at }: TestedSource): string {
  const { word } = states[tree.status];
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Connectivity test: ${word}, ${subject}</title>
        ${pageStyle}${style}
      </head>
      <body>
        <h1>Connectivity test</h1>
        <p class="tested">${subject}<br />${timeOf(at)}</p>
        ${summaryOf(tree)}
        <h2>Every step</h2>
        ${listOf([tree])}
      </body>
    </html>`;
  return page.html;
}

function summaryOf(tree: ConnectivityNode): Html {
  const failed = failedStep(tree);
  if (failed) return cardOf(failed, 'The test failed at this step; later ones were not tried.');
  const [warned, ...others] = warnedSteps(tree);
  const good = html`<p class="card success">
    ${badge('success')} The source can be reached. The test took ${ms(tree)}.
  </p>`;
  if (!warned) return good;
  return html`${good}${[warned, ...others].map((step) => cardOf(step, 'This works, but ask yourself about it.'))}`;
}

const cardOf = (step: ConnectivityNode, why: string): Html =>
  html`<section class="card ${step.status}">
    <p>${badge(step.status)} ${why}</p>
    <h3>${step.name}</h3>
    ${partsOf(step)}
  </section>`;

const listOf = (nodes: readonly ConnectivityNode[]): Html =>
  html`<ul>
    ${nodes.map((node) => html`<li>${stepOf(node)}</li>`)}
  </ul>`;

/** A step; what went wrong and what leads there is unfolded. */
function stepOf(node: ConnectivityNode): Html {
  const content = html`<summary>${badge(node.status)} ${node.name} <small>${ms(node)}</small></summary>
    <div>${partsOf(node)}${node.children.length === 0 ? html`` : listOf(node.children)}</div>`;
  const isOpen = node.status === 'failed' || node.status === 'warning' || node.id === 'rpcHttp';
  return isOpen ? html`<details open>${content}</details>` : html`<details>${content}</details>`;
}

const partsOf = ({ detail, remedy, command }: ConnectivityNode): Html =>
  html`${detail === '' ? html`` : html`<p>${detail}</p>`}${
    remedy === '' ? html`` : html`<p><strong>What to do:</strong> ${remedy}</p>`
  }${
    command === ''
      ? html``
      : html`<p>To try it by hand:</p>
          <pre>${command}</pre>`
  }`;

const badge = (status: ConnectivityStatus): Html =>
  html`<span class="badge ${status}"
    ><span aria-hidden="true">${states[status].sign}</span> ${states[status].word}</span
  >`;

const ms = ({ durationMs }: ConnectivityNode): string => `${Math.round(durationMs)} ms`;

const style = html`<style>
  h3 {
    font-size: 1em;
    margin: 0.5em 0;
  }
  p {
    margin: 0.3em 0;
  }
  ul {
    padding-left: 1.2em;
    margin: 0.2em 0;
  }
  body > ul {
    padding-left: 0;
  }
  details {
    border-left: 2px solid var(--line);
    padding-left: 0.7em;
    margin: 0.3em 0;
  }
  summary {
    cursor: pointer;
  }
  summary + div {
    padding: 0.2em 0 0.4em 1em;
  }
  small,
  .tested {
    color: var(--faint);
  }
  small {
    white-space: nowrap;
  }
  pre {
    background: var(--code);
    padding: 0.5em 0.7em;
    margin: 0.3em 0;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .card {
    border: 1px solid var(--line);
    border-left-width: 5px;
    padding: 0.7em 1em;
    margin: 0.8em 0;
  }
  .badge {
    display: inline-block;
    min-width: 5.2em;
    font-weight: 600;
  }
  .success .badge,
  .badge.success {
    color: var(--success);
  }
  .badge.warning {
    color: var(--warning);
  }
  .badge.failed {
    color: var(--failed);
  }
  .badge.skipped {
    color: var(--faint);
  }
  .card.success {
    border-left-color: var(--success);
  }
  .card.warning {
    border-left-color: var(--warning);
  }
  .card.failed {
    border-left-color: var(--failed);
  }
  @media print {
    details::details-content {
      content-visibility: visible;
    }
  }
</style>`;
