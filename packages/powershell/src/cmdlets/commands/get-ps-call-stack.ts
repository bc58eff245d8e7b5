import type { Cmdlet } from '../../runtime/engine/command.ts';
import { callStack } from '../../runtime/engine/call-stack.ts';

export const getPSCallStack: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-PSCallStack',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['gcs'],
  implementingType: 'Microsoft.PowerShell.Commands.GetPSCallStackCommand',
  parameters: [],
  create: ({ session, out }) => ({
    process: () => {
      for (const entry of session.frame ? callStack(session.frame) : []) out.write(entry);
    },
  }),
};
