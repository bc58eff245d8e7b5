import { fileOpening, inOperation } from '../../providers/file-system/file-record.ts';
import { textsOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { drivesFor, filesToOpen } from '../files/item-paths.ts';
import { decodeText, textEncoding } from '../files/text-encoding.ts';
import { textPieces } from '../files/text-pieces.ts';
import { unnamedColumns } from './csv-errors.ts';
import { CsvImporter } from './csv-objects.ts';
import { delimiterOf } from './csv-writer.ts';

export const importCsv: Cmdlet = {
  kind: 'cmdlet',
  name: 'Import-Csv',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['ipcsv'],
  implementingType: 'Microsoft.PowerShell.Commands.ImportCsvCommand',
  defaultSet: 'DelimiterPath',
  parameters: [
    {
      name: 'Path',
      type: 'String[]',
      pipeline: 'both',
      sets: { DelimiterPath: { mandatory: true, position: 0 }, CulturePath: { mandatory: true, position: 0 } },
    },
    {
      name: 'LiteralPath',
      type: 'String[]',
      aliases: ['PSPath', 'LP'],
      pipeline: 'property',
      sets: { DelimiterLiteralPath: { mandatory: true }, CultureLiteralPath: { mandatory: true } },
    },
    {
      name: 'Delimiter',
      type: 'Char',
      sets: { DelimiterPath: { position: 1 }, DelimiterLiteralPath: { position: 1 } },
    },
    {
      name: 'UseCulture',
      type: 'SwitchParameter',
      sets: { CulturePath: { mandatory: true }, CultureLiteralPath: { mandatory: true } },
    },
    { name: 'Header', type: 'String[]' },
    { name: 'Encoding' },
  ],
  create: (context) => ({
    process: () => {
      for (const path of filesToOpen(context)) importFile(context, path);
    },
  }),
};

function importFile(context: CommandContext, path: string): void {
  const { files } = drivesFor(context).fileSystem;
  const { out, parameters } = context;
  const importer = new CsvImporter({
    delimiter: delimiterOf(context),
    header: textsOf(parameters, 'Header'),
    warnUnnamed: () => context.writeWarning(unnamedColumns),
    write: (row) => out.write(row),
  });
  const encoding = parameters['Encoding'];
  const pieces = textPieces({ files, path, encoding });
  if (!pieces)
    return importer.add(
      decodeText(
        inOperation(fileOpening, () => files.read(path)),
        textEncoding(encoding),
      ),
    );
  for (const piece of pieces) importer.addPart(piece);
  importer.endParts();
}
