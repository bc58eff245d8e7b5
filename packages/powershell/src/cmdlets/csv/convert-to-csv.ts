import type { Cmdlet, Processor } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { CsvWriter, requireConsistent, writingParameters } from './csv-writer.ts';

export const convertToCsv: Cmdlet = {
  kind: 'cmdlet',
  name: 'ConvertTo-Csv',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.ConvertToCsvCommand',
  outputTypes: ['System.String'],
  defaultSet: 'Delimiter',
  parameters: [
    { name: 'InputObject', type: 'PSObject', pipeline: 'both', mandatory: true, position: 0 },
    ...writingParameters,
  ],
  takesBoxed: true,
  create: (context) => convert(context),
};

function convert(context: CommandContext): Processor {
  const writer = new CsvWriter(context);
  return {
    begin: () => requireConsistent(context),
    process: () => {
      const item = context.parameters['InputObject'];
      if (!writer.columns) {
        writer.columns = writer.columnsOf(item);
        if (writer.columns.length > 0) for (const line of writer.header(item)) context.out.write(line);
      }
      // A row without anything in it is left out here, unlike by Export-Csv.
      const line = writer.columns.length > 0 ? writer.line(item) : '';
      if (line !== '') context.out.write(line);
    },
  };
}
