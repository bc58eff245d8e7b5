import { formatCommand } from './objects/format-command.ts';

export const formatTable = formatCommand({
  shape: 'table',
  name: 'Format-Table',
  aliases: ['ft'],
  implementingType: 'Microsoft.PowerShell.Commands.FormatTableCommand',
  parameters: [
    { name: 'Property', type: 'Object[]', position: 0 },
    { name: 'AutoSize', type: 'SwitchParameter' },
    { name: 'RepeatHeader', type: 'SwitchParameter' },
    { name: 'HideTableHeaders', type: 'SwitchParameter' },
    { name: 'Wrap', type: 'SwitchParameter' },
  ],
});
