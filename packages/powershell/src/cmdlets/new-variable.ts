import { switchOf, textOf } from '../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet } from '../runtime/engine/command.ts';
import { Variable } from '../runtime/engine/variable.ts';
import { makeRecord, scriptError } from '../runtime/errors/script-error.ts';
import { valueOrNull } from '../runtime/values/nothing.ts';
import { toText } from '../runtime/values/to-text.ts';
import { describe, reporting } from './variables/change-variable.ts';
import { scopeNamed } from './variables/matching-variables.ts';

export const newVariable: Cmdlet = {
  kind: 'cmdlet',
  name: 'New-Variable',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['nv'],
  implementingType: 'Microsoft.PowerShell.Commands.NewVariableCommand',
  confirms: 'Low',
  parameters: [
    { name: 'Name', type: 'String', position: 0, mandatory: true, pipeline: 'property' },
    { name: 'Value', position: 1, pipeline: 'both' },
    { name: 'Description', type: 'String' },
    { name: 'Option', type: 'System.Management.Automation.ScopedItemOptions' },
    { name: 'Visibility', type: 'System.Management.Automation.SessionStateEntryVisibility' },
    { name: 'Force', type: 'SwitchParameter' },
    { name: 'PassThru', type: 'SwitchParameter' },
    { name: 'Scope', type: 'String' },
  ],
  takesBoxed: true,
  create: (context) => ({ process: () => reporting(context, () => create(context)) }),
};

function create(context: CommandContext): void {
  const { out, parameters: given, session, shouldProcess, writeError } = context;
  const name = textOf(given, 'Name') ?? '';
  const value = valueOrNull(given['Value']);
  const scope = scopeNamed(session, textOf(given, 'Scope') ?? 'Local');
  const existing = scope.variables.get(name.toLowerCase());
  const isForced = switchOf(given, 'Force');
  if (existing && !isForced) return writeError(makeRecord('VariableAlreadyExists', [name], { target: name }));
  if (existing?.options.includes('Constant')) throw scriptError('VariableNotWritable', [name], { target: name });
  if (!shouldProcess(`Name: ${name} Value: ${toText(value)}`, 'New variable')) return;
  const variable = new Variable(name, value);
  describe(variable, context);
  scope.put(variable);
  if (switchOf(given, 'PassThru')) out.write(variable);
}
