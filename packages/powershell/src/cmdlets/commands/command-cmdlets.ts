import type { Cmdlet } from '../../runtime/engine/command.ts';
import { exportAlias, importAlias } from './alias-files.ts';
import { getAlias, newAlias, removeAlias, setAlias } from './aliases.ts';
import { startTranscript, stopTranscript } from '../transcript/transcript.ts';
import { getHelp } from '../help/get-help.ts';
import { getCommand } from './get-command.ts';
import { getPSCallStack } from './get-ps-call-stack.ts';
import { invokeCommand } from './invoke-command.ts';
import { invokeExpression } from './invoke-expression.ts';
import { registerArgumentCompleter } from './register-argument-completer.ts';

/** Commands about commands. */
export const commandCmdlets: readonly Cmdlet[] = [
  exportAlias,
  getAlias,
  getCommand,
  getHelp,
  getPSCallStack,
  importAlias,
  invokeCommand,
  invokeExpression,
  newAlias,
  registerArgumentCompleter,
  removeAlias,
  setAlias,
  startTranscript,
  stopTranscript,
];
