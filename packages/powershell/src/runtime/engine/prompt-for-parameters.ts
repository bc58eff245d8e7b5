import type { PlanParameter } from '../binder/plan-parameter.ts';
import type { Host } from './host.ts';
import { nobodyAnswers } from './prompt-for-choice.ts';

export interface AskingCommand {
  readonly name: string;
  readonly position: number;
}

/** Asks for mandatory parameters, lists element by element. Source: CmdletParameterBinderController.PromptForMissingMandatoryParameters. */
export function promptForParameters(
  host: Host,
  command: AskingCommand,
  parameters: readonly PlanParameter[],
): ReadonlyMap<PlanParameter, unknown> {
  host.write(
    `\ncmdlet ${command.name} at command pipeline position ${command.position}\nSupply values for the following parameters:\n`,
  );
  return new Map(parameters.map((parameter) => [parameter, answerFor(host, parameter)] as const));
}

function answerFor(host: Host, { name, type }: PlanParameter): unknown {
  if (!type?.element) return readLine(host, name);
  const items: string[] = [];
  for (;;) {
    const line = readLine(host, `${name}[${items.length}]`);
    if (line === '') return items;
    items.push(line);
  }
}

function readLine({ prompts }: Host, label: string): string {
  const line = prompts?.readLine({ text: `${label}: ` });
  if (line === undefined) throw nobodyAnswers();
  return line;
}
