import { numberOf, switchOf } from '../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet, Processor } from '../runtime/engine/command.ts';
import { inputReader, isPresent } from './objects/input-object.ts';

export const outString: Cmdlet = {
  kind: 'cmdlet',
  name: 'Out-String',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.OutStringCommand',
  outputTypes: ['System.String'],
  defaultSet: 'NoNewLineFormatting',
  parameters: [
    { name: 'Stream', type: 'SwitchParameter', sets: { StreamFormatting: {} } },
    { name: 'Width', type: 'Int32', validate: [{ kind: 'range', min: 2, max: 2147483647 }] },
    { name: 'NoNewline', type: 'SwitchParameter', sets: { NoNewLineFormatting: {} } },
    { name: 'InputObject', type: 'PSObject', pipeline: 'value' },
  ],
  takesBoxed: true,
  create: (context) => outText(context),
};

function outText(context: CommandContext): Processor {
  const { out, parameters: given, session } = context;
  const read = inputReader(context);
  const lineEnd = switchOf(given, 'NoNewline') ? '' : '\n';
  const lines: string[] = [];
  const streams = switchOf(given, 'Stream');
  const writeLine = streams ? (line: string) => out.write(line) : (line: string) => void lines.push(line, lineEnd);
  const shown = session.formatting.createOutput({ writeLine, width: numberOf(given, 'Width') });
  return {
    process: (item) => {
      const input = read(item);
      if (isPresent(input)) shown.add(input);
    },
    end: () => {
      shown.end();
      if (!streams) out.write(lines.join(''));
    },
  };
}
