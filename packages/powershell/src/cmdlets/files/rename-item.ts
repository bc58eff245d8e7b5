import { leafOf, parentOf, joinPath } from '../../providers/path-text.ts';
import type { ItemPath } from '../../providers/provider.ts';
import { switchOf, textOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { attempt, existingItems } from './item-paths.ts';
import { itemObject } from './item-object.ts';
import { credential, force, passThru } from './path-parameters.ts';

export const renameItem: Cmdlet = {
  kind: 'cmdlet',
  name: 'Rename-Item',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['ren', 'rni'],
  implementingType: 'Microsoft.PowerShell.Commands.RenameItemCommand',
  defaultSet: 'ByPath',
  confirms: 'Medium',
  parameters: [
    { name: 'Path', type: 'String', pipeline: 'both', sets: { ByPath: { mandatory: true, position: 0 } } },
    {
      name: 'LiteralPath',
      type: 'String',
      aliases: ['PSPath', 'LP'],
      pipeline: 'property',
      sets: { ByLiteralPath: { mandatory: true } },
    },
    { name: 'NewName', type: 'String', position: 1, mandatory: true, pipeline: 'property' },
    credential,
    force,
    passThru,
  ],
  create: (context) => ({
    process: () => {
      for (const item of existingItems(context)) rename(context, item);
    },
  }),
};

function rename(context: CommandContext, item: ItemPath): void {
  const { provider, path } = item;
  const name = leafOf(textOf(context.parameters, 'NewName') ?? '');
  const target = provider.values ? name : joinPath(parentOf(path), name);
  const action = provider.values ? 'Rename Item' : provider.isContainer(path) ? 'Rename Directory' : 'Rename File';
  if (!context.shouldProcess(`Item: ${path} Destination: ${target}`, action)) return;
  const value = attempt(context, () =>
    itemObject(
      { ...item, path: target },
      provider.rename(path, name, { force: switchOf(context.parameters, 'Force') }),
    ),
  );
  if (value !== undefined && switchOf(context.parameters, 'PassThru')) context.out.write(value);
}
