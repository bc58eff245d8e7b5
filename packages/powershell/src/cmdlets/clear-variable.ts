import { switchOf } from '../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../runtime/engine/command.ts';
import { assign, reporting } from './variables/change-variable.ts';
import { namedVariables } from './variables/matching-variables.ts';

export const clearVariable: Cmdlet = {
  kind: 'cmdlet',
  name: 'Clear-Variable',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['clv'],
  implementingType: 'Microsoft.PowerShell.Commands.ClearVariableCommand',
  confirms: 'Medium',
  parameters: [
    { name: 'Name', type: 'String[]', position: 0, mandatory: true, pipeline: 'property' },
    { name: 'Include', type: 'String[]' },
    { name: 'Exclude', type: 'String[]' },
    { name: 'Force', type: 'SwitchParameter' },
    { name: 'PassThru', type: 'SwitchParameter' },
    { name: 'Scope', type: 'String' },
  ],
  create: (context) => ({
    process: () => {
      for (const { variable } of namedVariables(context)) {
        if (!context.shouldProcess(`Name: ${variable.name}`, 'Clear variable')) continue;
        reporting(context, () => {
          assign(variable, null, context);
          if (switchOf(context.parameters, 'PassThru')) context.out.write(variable);
        });
      }
    },
  }),
};
