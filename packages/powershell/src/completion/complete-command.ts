import { AliasInfo, type CommandInfo, FunctionInfo } from '../providers/command-info.ts';
import { allCommands } from '../cmdlets/commands/command-list.ts';
import { parse } from '../syntax/parser/parse.ts';
import { allNodes, commandAtCursor } from './command-at-cursor.ts';
import { byName, type CompletionMatch, type CompletionRequest, type Found, startsWith } from './completion.ts';
import { completePath } from './complete-path.ts';
import { WildcardPattern } from '../dotnet/index.ts';
import { syntaxText } from '../cmdlets/commands/command-list.ts';
import type { Session } from '../runtime/engine/session.ts';

/** The name of a command: functions of the input itself, then all commands in sight; a path leads to files. */
export function completeCommand(request: CompletionRequest): Found | undefined {
  const { before, session } = request;
  const at = commandAtCursor(before);
  if (!at || at.elements.length > 0) return undefined;
  const { word } = at;
  if (/[/\\~.]/.test(word)) return completePath(session, word);
  if (word === '') return undefined;
  const own = functionsIn(before).filter((name) => startsWith(name, word));
  const matches = own.map((name): CompletionMatch => ({ text: name, list: name, type: 'Command', tip: name }));
  return { length: word.length, matches: [...matches, ...commandMatches(session, word)] };
}

function functionsIn(before: string): string[] {
  const functions = Array.from(allNodes(parse(before).ast)).filter((node) => node.type === 'FunctionDefinition');
  return functions.map(({ name }) => name);
}

function commandMatches(session: Session, word: string): CompletionMatch[] {
  const pattern = new WildcardPattern(`${word}*`);
  const found = new Map<string, CommandInfo>();
  for (const command of allCommands(session)) {
    if (pattern.isMatch(command.name) && !found.has(command.name.toLowerCase()))
      found.set(command.name.toLowerCase(), command);
  }
  return [...found.values()].toSorted((a, b) => byName(a.name, b.name)).map((command) => match(session, command));
}

function match(session: Session, command: CommandInfo): CompletionMatch {
  return { text: command.name, list: command.name, type: 'Command', tip: tipOf(session, command) };
}

function tipOf(session: Session, command: CommandInfo): string {
  if (command instanceof AliasInfo) return command.definition;
  const lines = command instanceof FunctionInfo ? syntaxText(session, command.command) : command.definition;
  return lines
    .split('\n\n')
    .map((line) => `\n${line.trim()}${line.includes('[<CommonParameters>]') ? '' : ' '}\n`)
    .join('');
}
