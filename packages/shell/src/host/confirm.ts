import type { CmdletMetadata } from '@cutover/core/metadata';
import type { BoundParameters } from '../arguments/bind-parameters.ts';
import { shellErrors } from '../errors.ts';
import type { Terminal } from './terminal.ts';

interface Question {
  readonly cmdlet: CmdletMetadata;
  readonly bound: BoundParameters;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

/** Whether the cmdlet is to run: -WhatIf tells and declines, -Confirm and a high impact ask. Source: ShouldProcess. */
export async function shouldProcess(question: Question): Promise<boolean> {
  const { cmdlet, bound, terminal } = question;
  if (cmdlet.confirms === undefined) return true;
  const target = bound.parameters['Identity'] ?? bound.parameters['Name'] ?? 'the organization';
  const operation = `Performing the operation "${cmdlet.confirms.action}" on target "${target as string}".`;
  if (bound.host.WhatIf) {
    terminal.out(`What if: ${operation}\n`);
    return false;
  }
  const asks = bound.host.Confirm ?? cmdlet.confirms.impact === 'High';
  return !asks || (await confirm(operation, question));
}

const choices = '[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): ';
const help = `Y - Continue with only the next step of the operation.
A - Continue with all the steps of the operation.
N - Skip this operation and proceed with the next operation.
L - Skip this operation and all subsequent operations.
`;

async function confirm(operation: string, { terminal, signal }: Question): Promise<boolean> {
  if (terminal.ask === undefined) throw shellErrors.promptImpossible({ hint: 'Use -Confirm:false to go on without.' });
  terminal.err(`\nConfirm\nAre you sure you want to perform this action?\n${operation}\n`);
  for (;;) {
    const answer = (await terminal.ask(choices, { hidden: false, signal })).trim().toLowerCase();
    if (['', 'y', 'yes', 'a'].includes(answer)) return true;
    if (['n', 'no', 'l'].includes(answer)) return false;
    terminal.err(help);
  }
}
