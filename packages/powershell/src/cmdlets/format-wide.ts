import { terminating } from './objects/object-errors.ts';
import { formatCommand } from './objects/format-command.ts';
import type { Cmdlet } from '../runtime/engine/command.ts';

const wide = formatCommand({
  shape: 'wide',
  name: 'Format-Wide',
  aliases: ['fw'],
  implementingType: 'Microsoft.PowerShell.Commands.FormatWideCommand',
  parameters: [
    { name: 'Property', position: 0 },
    { name: 'AutoSize', type: 'SwitchParameter' },
    { name: 'Column', type: 'Int32', validate: [{ kind: 'range', min: 1, max: 2147483647 }] },
  ],
});

export const formatWide: Cmdlet = {
  ...wide,
  create: (context) => {
    const { AutoSize, Column } = context.parameters;
    if (AutoSize !== undefined && Column !== undefined) throw terminating('FormatCannotSpecifyAutosizeAndColumns');
    return wide.create(context);
  },
};
