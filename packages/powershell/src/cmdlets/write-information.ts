import type { Cmdlet } from '../runtime/engine/command.ts';
import { listOf } from '../runtime/values/enumerate.ts';
import { toText } from '../runtime/values/to-text.ts';

export const writeInformation: Cmdlet = {
  kind: 'cmdlet',
  name: 'Write-Information',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.WriteInformationCommand',
  parameters: [
    { name: 'MessageData', aliases: ['Msg', 'Message'], position: 0, mandatory: true, pipeline: 'value' },
    { name: 'Tags', type: 'String[]', position: 1 },
  ],
  create: ({ parameters, position, writeInformation: write }) => ({
    process: () => {
      const tags = (listOf(parameters['Tags']) ?? []).map((tag) => toText(tag));
      write(parameters['MessageData'], { tags, source: position.source.file ?? 'Write-Information' });
    },
  }),
};
