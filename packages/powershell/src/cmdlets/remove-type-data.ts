import { textOf } from '../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet } from '../runtime/engine/command.ts';
import { TypeData } from '../runtime/types/type-data.ts';
import { objectError } from './objects/object-errors.ts';

export const removeTypeData: Cmdlet = {
  kind: 'cmdlet',
  name: 'Remove-TypeData',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.RemoveTypeDataCommand',
  defaultSet: 'RemoveTypeDataSet',
  confirms: 'Medium',
  parameters: [
    {
      name: 'TypeName',
      type: 'String',
      sets: { RemoveTypeSet: { position: 0, mandatory: true, pipeline: 'both' } },
      validate: [{ kind: 'notNullOrEmpty' }],
    },
    {
      name: 'Path',
      type: 'String[]',
      sets: { RemoveFileSet: { mandatory: true } },
      unsupported: true,
    },
    {
      name: 'TypeData',
      type: 'System.Management.Automation.Runspaces.TypeData',
      sets: { RemoveTypeDataSet: { mandatory: true, pipeline: 'value' } },
    },
  ],
  create: (context) => ({ process: () => remove(context) }),
};

function remove({ parameters: given, session, shouldProcess, writeError }: CommandContext): void {
  const { TypeData: typeData } = given;
  const name = typeData instanceof TypeData ? typeData.name : (textOf(given, 'TypeName') ?? '');
  if (!shouldProcess(`Name of the type that will be removed: ${name}`, 'Remove TypeData')) return;
  if (!session.typeData.remove(name)) writeError(objectError('TypesDynamicRemoveException', [name]));
}
