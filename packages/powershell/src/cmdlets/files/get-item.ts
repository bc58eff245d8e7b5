import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { ItemPath } from '../../providers/provider.ts';
import { itemObject } from './item-object.ts';
import { attempt, existingItems } from './item-paths.ts';
import { certificateParameters, credential, filterParameters, force, pathParameters } from './path-parameters.ts';

export const getItem: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-Item',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['gi'],
  implementingType: 'Microsoft.PowerShell.Commands.GetItemCommand',
  outputTypes: ['System.IO.FileInfo', 'System.IO.DirectoryInfo'],
  defaultSet: 'Path',
  parameters: [
    ...pathParameters('both'),
    ...filterParameters,
    credential,
    force,
    { name: 'Stream', type: 'String[]', unsupported: true },
    ...certificateParameters,
  ],
  create: (context) => ({
    process: () => {
      for (const item of existingItems(context)) {
        for (const value of attempt(context, () => valuesOf(item)) ?? []) context.out.write(value);
      }
    },
  }),
};

/** A drive's root stands for all that is on it. */
function valuesOf(item: ItemPath): readonly unknown[] {
  const { provider, drive, path } = item;
  if (path !== '') return [itemObject(item)];
  return provider.childNames(path, { hidden: true }).map((name) => itemObject({ provider, drive, path: name }));
}
