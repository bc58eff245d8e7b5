import { FileSystemInfo } from '../../providers/file-system/file-info.ts';
import type { ItemPath } from '../../providers/provider.ts';
import { switchOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { attempt, existingItems } from './item-paths.ts';
import { credential, filterParameters, force, pathParameters } from './path-parameters.ts';

export const removeItem: Cmdlet = {
  kind: 'cmdlet',
  name: 'Remove-Item',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['del', 'erase', 'rd', 'ri'],
  implementingType: 'Microsoft.PowerShell.Commands.RemoveItemCommand',
  defaultSet: 'Path',
  confirms: 'Medium',
  parameters: [
    ...pathParameters('both'),
    ...filterParameters,
    credential,
    { name: 'Recurse', type: 'SwitchParameter' },
    force,
    { name: 'Stream', unsupported: true },
    { name: 'DeleteKey', unsupported: true },
  ],
  create: (context) => ({
    process: () => {
      for (const item of existingItems(context)) remove(context, item);
    },
  }),
};

function remove(context: CommandContext, item: ItemPath): void {
  const { provider, path } = item;
  const { parameters } = context;
  const recurse = switchOf(parameters, 'Recurse');
  const isContainer = provider.isContainer(path) && !isLink(item);
  if (isContainer && !recurse && hasChildren(item) && !confirmed(context, path)) return;
  const action = provider.values ? 'Remove Item' : isContainer ? 'Remove Directory' : 'Remove File';
  const target = provider.values ? `Item: ${path}` : path;
  if (!context.shouldProcess(target, action)) return;
  attempt(context, () =>
    provider.remove(path, { recurse: recurse || isContainer, force: switchOf(parameters, 'Force') }),
  );
}

/** A link is removed alone, whatever it leads to. */
function isLink({ provider, path }: ItemPath): boolean {
  const item = provider.get(path);
  return item instanceof FileSystemInfo && item.isLink;
}

const hasChildren = (item: ItemPath): boolean => item.provider.childNames(item.path, { hidden: true }).length > 0;

/** A folder that is not empty is asked for, unless -Recurse, or -Confirm:$false, says that it is meant. */
function confirmed(context: CommandContext, path: string): boolean {
  if (context.common.has('confirm') || context.common.has('whatif')) return true;
  return context.shouldContinue(
    `The item at ${path} has children and the Recurse parameter was not specified. If you continue, all children will be removed with the item. Are you sure you want to continue?`,
    'Confirm',
  );
}
