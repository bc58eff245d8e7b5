import type { BindingPlan } from '../binder/binding-plan.ts';
import type { ReadProperty } from '../binder/bind-input.ts';
import type { BindingSurroundings, CommandBinding } from '../binder/command-binding.ts';
import type { RunScriptMember } from '../members/get-member.ts';
import { readProperty } from '../members/read-property.ts';
import { listOf } from '../values/enumerate.ts';
import { nothing } from '../values/nothing.ts';
import { runningSession } from '../values/running-session.ts';
import { defaultArguments } from './default-parameter-values.ts';
import type { InvocationInfo } from '../values/invocation-info.ts';
import { promptForParameters } from './prompt-for-parameters.ts';
import type { Session } from './session.ts';

/** How script properties run when the binder reads them. */
const runMember: RunScriptMember = (member, self, args) =>
  runningSession().callBlock(member.kind === 'script' ? member.getter : member.script, {
    args,
    variables: { this: self },
  });

/** Reads properties for parameters that take them from objects of the pipeline. */
export const readMember: ReadProperty = (item, name) => readProperty(item, name, runMember);

export interface BoundCommand {
  readonly session: Session;
  readonly name: string;
  readonly plan: BindingPlan;
  readonly hasInput: boolean;
  readonly invocation: InvocationInfo;
  readonly warn: (text: string) => void;
}

/** What binding asks of the session that runs the command. */
export function bindingSurroundings({
  session,
  name,
  plan,
  hasInput,
  invocation,
  warn,
}: BoundCommand): BindingSurroundings {
  const { host } = session;
  const asking = { name, position: invocation.pipelinePosition };
  return {
    prompt: host.prompts && ((parameters) => promptForParameters(host, asking, parameters)),
    hasInput,
    warn,
    runBlock: (block, item) => itemsOf(runningSession().callBlock(block, { variables: { _: item }, input: [item] })),
    defaults: plan.isAdvanced ? () => defaultArguments(session, name, plan) : undefined,
  };
}

function itemsOf(value: unknown): readonly unknown[] {
  if (value === nothing) return [];
  return listOf(value) ?? [value];
}

/** The common parameters that were given, by lower-case name. */
export function commonOf({ values }: CommandBinding): Map<string, unknown> {
  const common = new Map<string, unknown>();
  for (const [{ key, details }, value] of values) {
    if (details.group === 'common' || details.group === 'confirm') common.set(key, value);
  }
  return common;
}
