import { systemClock } from '@cutover/base';
import { listOfParameter, switchOf } from '../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet } from '../runtime/engine/command.ts';
import { toText } from '../runtime/values/to-text.ts';
import { objectError } from './objects/object-errors.ts';

export const addHistory: Cmdlet = {
  kind: 'cmdlet',
  name: 'Add-History',
  module: 'Microsoft.PowerShell.Core',
  implementingType: 'Microsoft.PowerShell.Commands.AddHistoryCommand',
  parameters: [
    { name: 'InputObject', type: 'PSObject[]', position: 0, pipeline: 'value' },
    { name: 'PassThru', type: 'SwitchParameter' },
  ],
  create: (context) => ({
    process: () => {
      for (const item of listOfParameter(context.parameters, 'InputObject') ?? []) add(context, item);
    },
  }),
};

/** Adds an object that has a CommandLine, as Get-History and Import-Csv give them. */
function add({ host, out, parameters, session, writeError }: CommandContext, item: unknown): void {
  const { source } = session.formatting;
  const commandLine = source.get(item, 'CommandLine');
  if (!commandLine) return writeError(objectError('AddHistoryInvalidInput', [], { target: item }));
  const now = (host.clock ?? systemClock).now();
  const status = toText(source.get(item, 'ExecutionStatus')?.value ?? 'Completed');
  const entry = session.history.add({
    commandLine: toText(commandLine.value),
    started: now,
    ended: now,
    succeeded: status === 'Completed',
  });
  if (switchOf(parameters, 'PassThru')) out.write(entry);
}
