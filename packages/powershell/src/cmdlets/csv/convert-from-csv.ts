import { textsOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet, Processor } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { CsvImporter } from './csv-objects.ts';
import { unnamedColumns } from './csv-errors.ts';
import { delimiterOf } from './csv-writer.ts';

export const convertFromCsv: Cmdlet = {
  kind: 'cmdlet',
  name: 'ConvertFrom-Csv',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.ConvertFromCsvCommand',
  defaultSet: 'Delimiter',
  parameters: [
    {
      name: 'InputObject',
      type: 'PSObject[]',
      pipeline: 'both',
      mandatory: true,
      position: 0,
      allowNull: true,
      allowEmptyString: true,
      allowEmptyCollection: true,
      validate: [{ kind: 'notNull' }],
    },
    { name: 'Delimiter', type: 'Char', sets: { Delimiter: { position: 1 } } },
    { name: 'UseCulture', type: 'SwitchParameter', sets: { UseCulture: { mandatory: true } } },
    { name: 'Header', type: 'String[]' },
  ],
  create: (context) => convert(context),
};

/** Each piece of text continues the header of those before it. */
function convert(context: CommandContext): Processor {
  const { out, parameters, writeWarning } = context;
  const importer = new CsvImporter({
    delimiter: delimiterOf(context),
    header: textsOf(parameters, 'Header'),
    warnUnnamed: () => writeWarning(unnamedColumns),
    write: (row) => out.write(row),
  });
  return {
    process: () => {
      for (const text of textsOf(parameters, 'InputObject') ?? []) importer.add(text);
    },
  };
}
