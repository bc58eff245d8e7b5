import type { Cmdlet } from '../../runtime/engine/command.ts';
import { runInScope } from '../../runtime/engine/run-in-scope.ts';
import { toText } from '../../runtime/values/to-text.ts';

/** Runs text as if it stood in the script. */
export const invokeExpression: Cmdlet = {
  kind: 'cmdlet',
  name: 'Invoke-Expression',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['iex'],
  implementingType: 'Microsoft.PowerShell.Commands.InvokeExpressionCommand',
  parameters: [{ name: 'Command', type: 'String', position: 0, mandatory: true, pipeline: 'value' }],
  create: ({ session, parameters, out, streams }) => ({
    process: () => {
      const { code } = session.compile(toText(parameters['Command']));
      runInScope({ session, code, out, streams });
    },
  }),
};
