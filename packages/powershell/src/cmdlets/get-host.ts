import type { Cmdlet } from '../runtime/engine/command.ts';

export const getHost: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-Host',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.GetHostCommand',
  parameters: [],
  create: ({ out, session }) => ({ process: () => out.write(session.global.variables.get('host')?.value ?? null) }),
};
