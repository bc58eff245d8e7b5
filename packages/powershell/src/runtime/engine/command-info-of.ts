import {
  ApplicationInfo,
  CmdletInfo,
  type CommandInfo,
  ExternalScriptInfo,
  FunctionInfo,
  ScriptInfo,
} from '../../providers/command-info.ts';
import type { Command } from './command.ts';

const known = new WeakMap<object, CommandInfo>();

/** A command as scripts see it; the same one for the same command. */
export function commandInfoOf(command: Command): CommandInfo {
  const found = known.get(command);
  if (found) return found;
  const made = make(command);
  known.set(command, made);
  return made;
}

function make(command: Command): CommandInfo {
  if (command.kind === 'cmdlet') return new CmdletInfo(command);
  if (command.kind === 'application') return new ApplicationInfo(command);
  if (command.kind === 'script') return new ExternalScriptInfo(command);
  return command.kind === 'block' ? new ScriptInfo(command) : new FunctionInfo(command);
}
