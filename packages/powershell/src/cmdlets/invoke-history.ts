import { textOf } from '../runtime/binder/read-parameters.ts';
import { BlockInScope } from '../runtime/engine/call-block.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet } from '../runtime/engine/command.ts';
import type { HistoryEntry } from '../runtime/engine/history.ts';
import { terminating } from './objects/object-errors.ts';

export const invokeHistory: Cmdlet = {
  kind: 'cmdlet',
  name: 'Invoke-History',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['ihy', 'r'],
  implementingType: 'Microsoft.PowerShell.Commands.InvokeHistoryCommand',
  confirms: 'Medium',
  parameters: [{ name: 'Id', type: 'String', position: 0, pipeline: 'property' }],
  create: (context) => ({ end: () => run(context) }),
};

/** Shows a line of the history and runs it again. */
function run(context: CommandContext): void {
  const { host, out, session, shouldProcess, streams } = context;
  const { commandLine } = entryOf(context);
  if (!shouldProcess(commandLine)) return;
  host.write(`${commandLine}\n`);
  new BlockInScope(session, session.compile(commandLine), streams).run(out);
}

/** By its number, by how it begins, or the newest. */
function entryOf({ parameters: given, session }: CommandContext): HistoryEntry {
  const { entries } = session.history;
  const wanted = textOf(given, 'Id');
  if (wanted === undefined) {
    const last = entries.at(-1);
    if (!last) throw terminating('InvokeHistoryNoLastHistoryEntryFound');
    return last;
  }
  const isNumber = /^\d+$/.test(wanted);
  const found = entries.findLast(({ commandLine, id }) =>
    isNumber ? id === Number(wanted) : commandLine.toLowerCase().startsWith(wanted.toLowerCase()),
  );
  if (!found)
    throw terminating(isNumber ? 'GetHistoryNoHistoryForId' : 'InvokeHistoryNoHistoryForCommandline', [wanted]);
  return found;
}
