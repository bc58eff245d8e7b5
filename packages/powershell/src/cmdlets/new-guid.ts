import { systemIds } from '@cutover/base';
import { defineRecords } from '../providers/define-records.ts';
import { switchOf, textOf } from '../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../runtime/engine/command.ts';
import { Guid } from '../dotnet/values/guid.ts';

const record = defineRecords({
  StringNotRecognizedAsGuid: {
    category: 'InvalidArgument',
    exception: 'System.FormatException',
    text: 'Unrecognized Guid format.',
  },
});

export const newGuid: Cmdlet = {
  kind: 'cmdlet',
  name: 'New-Guid',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.NewGuidCommand',
  outputTypes: ['System.Guid'],
  defaultSet: 'Default',
  parameters: [
    { name: 'Empty', type: 'SwitchParameter', sets: { Empty: {} } },
    { name: 'InputObject', type: 'String', sets: { InputObject: { position: 0, pipeline: 'value' } } },
  ],
  create: ({ host, out, parameters: given, writeError }) => ({
    process: () => {
      const text = textOf(given, 'InputObject');
      const parsed = text === undefined ? undefined : Guid.tryParse(text);
      if (text !== undefined && !parsed) writeError(record('StringNotRecognizedAsGuid'));
      if (text !== undefined) out.write(parsed ?? null);
      else out.write(switchOf(given, 'Empty') ? Guid.empty : new Guid((host.ids ?? systemIds).guid()));
    },
  }),
};
