import { fileSystemRecord } from '../../providers/file-system/file-system-errors.ts';
import type { ItemPath } from '../../providers/provider.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { attempt, drivesFor, existingItems } from './item-paths.ts';
import { credential, filterParameters, force, pathParameters } from './path-parameters.ts';

export const clearContent: Cmdlet = {
  kind: 'cmdlet',
  name: 'Clear-Content',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['clc'],
  implementingType: 'Microsoft.PowerShell.Commands.ClearContentCommand',
  defaultSet: 'Path',
  confirms: 'Medium',
  parameters: [
    ...pathParameters('property'),
    ...filterParameters,
    credential,
    force,
    { name: 'Stream', type: 'String', unsupported: true },
  ],
  create: (context) => ({
    process: () => {
      for (const item of existingItems(context)) {
        if (context.shouldProcess(`Item: ${item.path}`, 'Clear Content')) attempt(context, () => clear(context, item));
      }
    },
  }),
};

function clear(context: CommandContext, { provider, path }: ItemPath): void {
  if (provider.values) return void provider.values.clear(path);
  const { fileSystem } = drivesFor(context);
  if (fileSystem.isContainer(path)) throw new ScriptError(fileSystemRecord('ClearDirectoryContent', [path], path));
  fileSystem.files.open(path, 'truncate').close();
}
