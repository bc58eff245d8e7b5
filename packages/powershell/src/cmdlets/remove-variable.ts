import { switchOf } from '../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet } from '../runtime/engine/command.ts';
import { makeRecord } from '../runtime/errors/script-error.ts';
import { namedVariables, type Place } from './variables/matching-variables.ts';

export const removeVariable: Cmdlet = {
  kind: 'cmdlet',
  name: 'Remove-Variable',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['rv'],
  implementingType: 'Microsoft.PowerShell.Commands.RemoveVariableCommand',
  confirms: 'Medium',
  parameters: [
    { name: 'Name', type: 'String[]', position: 0, mandatory: true, pipeline: 'property' },
    { name: 'Include', type: 'String[]' },
    { name: 'Exclude', type: 'String[]' },
    { name: 'Force', type: 'SwitchParameter' },
    { name: 'Scope', type: 'String' },
  ],
  create: (context) => ({
    process: () => {
      for (const place of namedVariables(context)) remove(context, place);
    },
  }),
};

function remove({ parameters, shouldProcess, writeError }: CommandContext, { scope, variable }: Place): void {
  const { name, options } = variable;
  if (!shouldProcess(`Name: ${name}`, 'Remove variable')) return;
  const isKept = options.includes('Constant') || (variable.isReadOnly && !switchOf(parameters, 'Force'));
  if (isKept) writeError(makeRecord('VariableNotRemovable', [name], { target: name }));
  else scope.remove(name.toLowerCase());
}
