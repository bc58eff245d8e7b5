import { switchOf } from '../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../runtime/engine/command.ts';
import { writeEnumerated } from '../runtime/engine/output.ts';

export const writeOutput: Cmdlet = {
  kind: 'cmdlet',
  name: 'Write-Output',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['echo', 'write'],
  implementingType: 'Microsoft.PowerShell.Commands.WriteOutputCommand',
  parameters: [
    {
      name: 'InputObject',
      type: 'PSObject',
      position: 0,
      mandatory: true,
      pipeline: 'value',
      remaining: true,
      allowNull: true,
      allowEmptyCollection: true,
      allowEmptyString: true,
    },
    { name: 'NoEnumerate', type: 'SwitchParameter' },
  ],
  takesBoxed: true,
  create: ({ out, parameters }) => ({
    process: () =>
      switchOf(parameters, 'NoEnumerate')
        ? out.write(parameters['InputObject'])
        : writeEnumerated(out, parameters['InputObject']),
  }),
};
