import { formatCommand } from './objects/format-command.ts';

export const formatCustom = formatCommand({
  shape: 'custom',
  name: 'Format-Custom',
  aliases: ['fc'],
  implementingType: 'Microsoft.PowerShell.Commands.FormatCustomCommand',
  parameters: [
    { name: 'Property', type: 'Object[]', position: 0 },
    { name: 'Depth', type: 'Int32', validate: [{ kind: 'range', min: 1, max: 2147483647 }] },
  ],
});
