import type { Cmdlet } from '../../runtime/engine/command.ts';
import { existingItems } from './item-paths.ts';

/** Files of Unix carry no mark of where they came from: what there is is unblocked, what there is not is an error. */
export const unblockFile: Cmdlet = {
  kind: 'cmdlet',
  name: 'Unblock-File',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.UnblockFileCommand',
  defaultSet: 'ByPath',
  confirms: 'Medium',
  parameters: [
    { name: 'Path', type: 'String[]', sets: { ByPath: { mandatory: true, position: 0 } } },
    {
      name: 'LiteralPath',
      type: 'String[]',
      aliases: ['PSPath', 'LP'],
      pipeline: 'property',
      sets: { ByLiteralPath: { mandatory: true } },
    },
  ],
  create: (context) => ({
    process: () => {
      for (const { path } of existingItems(context)) context.shouldProcess(path, 'Unblock-File');
    },
  }),
};
