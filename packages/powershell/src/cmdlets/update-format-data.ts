import type { Cmdlet } from '../runtime/engine/command.ts';

/** Views come from the embedder as data; without files there is nothing to read again. */
export const updateFormatData: Cmdlet = {
  kind: 'cmdlet',
  name: 'Update-FormatData',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.UpdateFormatDataCommand',
  defaultSet: 'FileSet',
  confirms: 'Low',
  parameters: [
    {
      name: 'AppendPath',
      type: 'String[]',
      aliases: ['PSPath', 'Path'],
      position: 0,
      pipeline: 'both',
      unsupported: true,
    },
    { name: 'PrependPath', type: 'String[]', unsupported: true },
  ],
  create: () => ({}),
};
