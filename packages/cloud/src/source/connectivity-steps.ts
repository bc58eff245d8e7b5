import type { ConnectivityDetail, ConnectivityStep } from '@cutover/core';
import type { ConnectivityNode } from '@cutover/outlook-anywhere';
import { connectivityPage, type TestedSource } from './connectivity-page.ts';

const statuses = {
  success: 'Success',
  warning: 'SuccessWithWarnings',
  failed: 'Error',
  skipped: 'Skipped',
} as const;

/** The whole test, for -Detailed: every step in order, and the same as a text and as a page. */
export function connectivityDetail(tree: ConnectivityNode, tested: TestedSource): ConnectivityDetail {
  const Steps = stepsOf(tree, 0);
  return {
    Steps,
    TotalMilliseconds: Math.round(tree.durationMs),
    Json: JSON.stringify(Steps, null, 2),
    Text: toText(Steps),
    Html: connectivityPage(tree, tested),
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
