import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet, Processor } from '../runtime/engine/command.ts';
import { inputReader, isPresent } from './objects/input-object.ts';

const shared = { kind: 'cmdlet', module: 'Microsoft.PowerShell.Core' } as const;
const input = { name: 'InputObject', type: 'PSObject', pipeline: 'value' } as const;

export const outHost: Cmdlet = {
  ...shared,
  name: 'Out-Host',
  aliases: ['oh'],
  implementingType: 'Microsoft.PowerShell.Commands.OutHostCommand',
  parameters: [{ name: 'Paging', type: 'SwitchParameter', unsupported: true }, input],
  takesBoxed: true,
  create: (context) => show(context),
};

export const outDefault: Cmdlet = {
  ...shared,
  name: 'Out-Default',
  implementingType: 'Microsoft.PowerShell.Commands.OutDefaultCommand',
  parameters: [{ name: 'Transcript', type: 'SwitchParameter', unsupported: true }, input],
  takesBoxed: true,
  create: (context) => show(context),
};

/** Shows objects on the host, in a document of their own. */
function show(context: CommandContext): Processor {
  const { host, session } = context;
  const read = inputReader(context);
  const shown = session.formatting.createOutput({ writeLine: (line) => host.write(`${line}\n`), kind: 'screen' });
  return {
    process: (item) => {
      const value = read(item);
      if (isPresent(value)) shown.add(value);
    },
    end: () => shown.end(),
  };
}
