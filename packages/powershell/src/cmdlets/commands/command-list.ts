import { AliasInfo, CmdletInfo, type CommandInfo, FunctionInfo } from '../../providers/command-info.ts';
import type { Command, NativeProgram } from '../../runtime/engine/command.ts';
import type { Scope } from '../../runtime/engine/scope.ts';
import type { Session } from '../../runtime/engine/session.ts';
import { commandPlan } from './command-plan.ts';
import { syntaxLines } from './command-syntax.ts';

/** A command as Get-Command shows it: it knows what it takes. */
export function describedCommand(session: Session, command: Command): CommandInfo | undefined {
  if (command.kind === 'application') return undefined;
  const contract = () => commandPlan(session, command);
  if (command.kind === 'cmdlet') return new CmdletInfo(command, contract, () => syntaxText(session, command));
  if (command.kind === 'function' || command.kind === 'filter') return new FunctionInfo(command, contract);
  return undefined;
}

export const syntaxText = (session: Session, command: Exclude<Command, NativeProgram>): string =>
  syntaxLines(command.name, commandPlan(session, command)).join('\n\n');

const scopesAround = (scope: Scope): readonly Scope[] =>
  scope.parent ? [scope, ...scopesAround(scope.parent)] : [scope];

/** All commands in sight by name; aliases hide functions of their name, functions cmdlets. */
export function allCommands(session: Session): readonly CommandInfo[] {
  return [...aliasesInSight(session), ...functionsInSight(session), ...cmdletsOf(session)];
}

export function aliasesInSight(session: Session): readonly AliasInfo[] {
  const found = new Map<string, AliasInfo>();
  for (const scope of scopesAround(session.scope).toReversed()) {
    for (const [name, target] of scope.aliases) {
      found.set(name.toLowerCase(), new AliasInfo(session, name, target, scope));
    }
  }
  return [...found.values()].toSorted(byName);
}

function functionsInSight(session: Session): readonly CommandInfo[] {
  const found = new Map<string, Command>();
  for (const { functions } of scopesAround(session.scope).toReversed()) {
    for (const [key, command] of functions) found.set(key, command);
  }
  return [...found.values()].flatMap((command) => describedCommand(session, command) ?? []).toSorted(byName);
}

const cmdletsOf = (session: Session): readonly CommandInfo[] =>
  [...session.commands.values()].flatMap((command) => describedCommand(session, command) ?? []).toSorted(byName);

const byName = (a: CommandInfo, b: CommandInfo): number => a.name.localeCompare(b.name, 'en', { sensitivity: 'base' });
