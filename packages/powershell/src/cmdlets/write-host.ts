import { switchOf } from '../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../runtime/engine/command.ts';
import { hostTag } from '../runtime/engine/messages.ts';
import { Dictionary, entriesOf } from '../runtime/values/dictionary.ts';
import { elementsOf } from '../runtime/values/enumerate.ts';
import { HostInformationMessage } from '../runtime/values/stream-records.ts';
import { elementText, toText } from '../runtime/values/to-text.ts';

/** Gives the host its text through the information stream. */
export const writeHost: Cmdlet = {
  kind: 'cmdlet',
  name: 'Write-Host',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.WriteHostCommand',
  parameters: [
    { name: 'Object', aliases: ['Msg', 'Message'], position: 0, pipeline: 'value', remaining: true },
    { name: 'NoNewline', type: 'SwitchParameter' },
    { name: 'Separator' },
    { name: 'ForegroundColor', type: 'System.ConsoleColor' },
    { name: 'BackgroundColor', type: 'System.ConsoleColor' },
  ],
  takesBoxed: true,
  create: ({ parameters, position, writeInformation }) => ({
    process: () => {
      const separator = parameters['Separator'] === undefined ? ' ' : toText(parameters['Separator']);
      const message = new HostInformationMessage(textOf(parameters['Object'], separator), {
        noNewLine: switchOf(parameters, 'NoNewline'),
        foregroundColor: parameters['ForegroundColor'],
        backgroundColor: parameters['BackgroundColor'],
      });
      writeInformation(message, { tags: [hostTag], source: position.source.file ?? 'Write-Host' });
    },
  }),
};

/** Elements are joined by the separator, lists in them as well. Source: WriteHostCommand.ProcessObject. */
function textOf(value: unknown, separator: string): string {
  if (value instanceof Dictionary) {
    return entriesOf(value)
      .map(({ key, value: content }) => `[${toText(key)}, ${toText(content)}]`)
      .join(separator);
  }
  const elements = elementsOf(value);
  if (!elements) return elementText(value);
  return Array.from(elements, (element) => textOf(element, separator)).join(separator);
}
