import { formatCommand } from './objects/format-command.ts';

export const formatList = formatCommand({
  shape: 'list',
  name: 'Format-List',
  aliases: ['fl'],
  implementingType: 'Microsoft.PowerShell.Commands.FormatListCommand',
  parameters: [{ name: 'Property', type: 'Object[]', position: 0 }],
});
