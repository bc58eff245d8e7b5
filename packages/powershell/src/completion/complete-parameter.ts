import { findCommand } from '../runtime/engine/pipeline.ts';
import type { BindingPlan } from '../runtime/binder/binding-plan.ts';
import type { PlanParameter } from '../runtime/binder/plan-parameter.ts';
import { commandPlan } from '../cmdlets/commands/command-plan.ts';
import type { Command, NativeProgram } from '../runtime/engine/command.ts';
import type { Session } from '../runtime/engine/session.ts';
import { shortTypeName } from '../runtime/types/display-type-name.ts';
import { compileText } from '../runtime/compile/compile-text.ts';
import type { CommandElementAst } from '../syntax/ast.ts';
import { allNodes, type CommandAtCursor, commandAtCursor } from './command-at-cursor.ts';
import { type CompletionMatch, type CompletionRequest, type Found, startsWith } from './completion.ts';

/** The command that is being typed: one in sight, or a function that the input itself defines. */
export interface KnownCommand {
  readonly command: Exclude<Command, NativeProgram>;
  readonly plan: BindingPlan;
}

/** What a command at the cursor takes. */
export function knownCommand(session: Session, at: CommandAtCursor, before: string): KnownCommand | undefined {
  if (at.name === undefined) return undefined;
  const command = functionIn(at, before) ?? findCommand({ scope: session.scope, session }, at.name);
  if (!command || command.kind === 'application') return undefined;
  try {
    return { command, plan: commandPlan(session, command) };
  } catch {
    // A function whose attributes cannot be made has no parameters to show.
    return undefined;
  }
}

function functionIn({ script, name }: CommandAtCursor, before: string): Command | undefined {
  for (const node of allNodes(script)) {
    if (node.type !== 'FunctionDefinition' || node.name.toLowerCase() !== name?.toLowerCase()) continue;
    const { code } = compileText(before.slice(node.body.start + 1, node.body.end - 1));
    return { kind: 'function', name: node.name, code };
  }
  return undefined;
}

/** `-na`: the parameters that can still be given, aliases where no name begins so. */
export function completeParameter({ before, session }: CompletionRequest): Found | undefined {
  const at = commandAtCursor(before);
  if (!at || at.elements.length === 0 || !/^[-–—―]\w*$/.test(at.word)) return undefined;
  const plan = knownCommand(session, at, before)?.plan;
  if (!plan) return { length: at.word.length, matches: [] };
  const word = at.word.slice(1);
  const open = openParameters(plan, at.elements);
  const byBeginning = open
    .filter(({ name }) => startsWith(name, word))
    .map((parameter) => match(parameter, parameter.name));
  const aliases = open.flatMap((parameter) =>
    parameter.aliases
      .filter((alias) => startsWith(alias, word) && alias.length > 2)
      .map((alias) => match(parameter, alias)),
  );
  return { length: at.word.length, matches: word === '' || byBeginning.length > 0 ? byBeginning : aliases };
}

/** Those that are not given yet, of the sets that remain. */
function openParameters(plan: BindingPlan, elements: readonly CommandElementAst[]): PlanParameter[] {
  const given = elements.flatMap((element) =>
    element.type === 'CommandParameter' ? (parameterNamed(plan, element.parameterName) ?? []) : [],
  );
  const flags = given.reduce((left, { inAllSets, flags: own }) => (inAllSets ? left : left & own), -1);
  const open = plan.parameters.filter((parameter) => !given.includes(parameter) && parameter.isIn(flags));
  const groups = ['own', 'dynamic', 'confirm', 'common'];
  return open.toSorted((a, b) => groups.indexOf(a.details.group) - groups.indexOf(b.details.group));
}

/** A parameter by its name or an unambiguous beginning. */
export function parameterNamed(plan: BindingPlan, name: string): PlanParameter | undefined {
  try {
    return plan.find(name, undefined);
  } catch {
    return undefined;
  }
}

function match({ type, isSwitch }: PlanParameter, name: string): CompletionMatch {
  const shown = isSwitch ? 'switch' : type ? shortTypeName(type.name).replace(/^.*\./, '') : 'Object';
  return { text: `-${name}`, list: name, type: 'ParameterName', tip: `[${shown}] ${name}` };
}
