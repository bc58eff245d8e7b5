import { systemIds } from '@cutover/base';
import { switchOf, textOf } from '../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../runtime/engine/command.ts';
import { Guid } from '../dotnet/values/guid.ts';

export const newGuid: Cmdlet = {
  kind: 'cmdlet',
  name: 'New-Guid',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.NewGuidCommand',
  defaultSet: 'Default',
  parameters: [
    { name: 'Empty', type: 'SwitchParameter', sets: { Empty: {} } },
    { name: 'InputObject', type: 'String', sets: { InputObject: { pipeline: 'value' } } },
  ],
  create: ({ host, out, parameters: given }) => ({
    process: () => {
      const text = textOf(given, 'InputObject');
      if (text !== undefined) out.write(Guid.parse(text));
      else out.write(switchOf(given, 'Empty') ? Guid.empty : new Guid((host.ids ?? systemIds).guid()));
    },
  }),
};
