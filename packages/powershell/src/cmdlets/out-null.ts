import type { Cmdlet } from '../runtime/engine/command.ts';

export const outNull: Cmdlet = {
  kind: 'cmdlet',
  name: 'Out-Null',
  module: 'Microsoft.PowerShell.Core',
  implementingType: 'Microsoft.PowerShell.Commands.OutNullCommand',
  parameters: [{ name: 'InputObject', type: 'PSObject', pipeline: 'value' }],
  create: () => ({}),
};
