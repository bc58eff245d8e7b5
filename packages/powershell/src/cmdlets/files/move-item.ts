import { childOf } from '../../providers/expand.ts';
import { inOperation } from '../../providers/file-system/file-record.ts';
import { fileSystemRecord } from '../../providers/file-system/file-system-errors.ts';
import { leafOf } from '../../providers/path-text.ts';
import type { ItemPath } from '../../providers/provider.ts';
import { switchOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { destinationOf } from './copy-item.ts';
import { itemObject } from './item-object.ts';
import { attempt, drivesFor, existingItems } from './item-paths.ts';
import { credential, filterParameters, force, passThru, pathParameters } from './path-parameters.ts';

export const moveItem: Cmdlet = {
  kind: 'cmdlet',
  name: 'Move-Item',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['mi', 'move'],
  implementingType: 'Microsoft.PowerShell.Commands.MoveItemCommand',
  defaultSet: 'Path',
  confirms: 'Medium',
  parameters: [
    ...pathParameters('both'),
    { name: 'Destination', type: 'String', position: 1, pipeline: 'property' },
    ...filterParameters,
    credential,
    force,
    passThru,
  ],
  create: (context) => ({
    process: () => {
      for (const item of existingItems(context)) move(context, item);
    },
  }),
};

function move(context: CommandContext, item: ItemPath): void {
  const destination = attempt(context, () => destinationOf(context));
  if (!destination) return;
  const { provider, path } = item;
  const target = destination.provider.isContainer(destination.path) ? childOf(destination, leafOf(path)) : destination;
  const action = provider.values ? 'Move Item' : provider.isContainer(path) ? 'Move Directory' : 'Move File';
  if (!context.shouldProcess(`Item: ${path} Destination: ${target.path}`, action)) return;
  const value = attempt(context, () => moveTo(context, item, target));
  if (value !== undefined && switchOf(context.parameters, 'PassThru')) context.out.write(value);
}

function moveTo(context: CommandContext, { provider, path }: ItemPath, target: ItemPath): unknown {
  const isForced = switchOf(context.parameters, 'Force');
  if (provider.values) return provider.rename(path, target.path, { force: isForced });
  const { fileSystem } = drivesFor(context);
  if (path !== target.path && fileSystem.exists(target.path) && !isForced) {
    throw new ScriptError(fileSystemRecord('MoveTargetExists', [target.path], path));
  }
  inOperation({ operation: 'MoveFileInfoItem', category: 'WriteError' }, () =>
    fileSystem.move(path, target.path, { force: isForced }),
  );
  return itemObject(target);
}
