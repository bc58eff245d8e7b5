import { switchOf } from '../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../runtime/engine/command.ts';
import { namedVariables } from './variables/matching-variables.ts';

export const getVariable: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-Variable',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['gv'],
  implementingType: 'Microsoft.PowerShell.Commands.GetVariableCommand',
  outputTypes: ['System.Management.Automation.PSVariable'],
  parameters: [
    { name: 'Name', type: 'String[]', position: 0, pipeline: 'both' },
    { name: 'ValueOnly', type: 'SwitchParameter' },
    { name: 'Include', type: 'String[]' },
    { name: 'Exclude', type: 'String[]' },
    { name: 'Scope', type: 'String' },
  ],
  create: (context) => ({
    process: () => {
      const valueOnly = switchOf(context.parameters, 'ValueOnly');
      for (const { variable } of namedVariables(context)) context.out.write(valueOnly ? variable.value : variable);
    },
  }),
};
