import { fileOpening, inOperation } from '../../providers/file-system/file-record.ts';
import { numberOf, switchOf, textOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet, Processor } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { drivesFor, filesToOpen } from '../files/item-paths.ts';
import { openTextFile } from '../files/out-file.ts';
import { decodeText, textEncoding } from '../files/text-encoding.ts';
import { ClixmlReader } from './clixml-reader.ts';
import { ClixmlWriter } from './clixml-writer.ts';

const module = 'Microsoft.PowerShell.Utility';
const depth = { name: 'Depth', type: 'Int32', validate: [{ kind: 'range', min: 1, max: 2147483647 }] } as const;
const anything = { allowNull: true, allowEmptyString: true, allowEmptyCollection: true } as const;

const writerOf = ({ session, parameters }: CommandContext): ClixmlWriter =>
  new ClixmlWriter({ source: session.formatting.source, depth: numberOf(parameters, 'Depth') ?? 2 });

const exportClixml: Cmdlet = {
  kind: 'cmdlet',
  name: 'Export-Clixml',
  module,
  aliases: ['epcli'],
  implementingType: 'Microsoft.PowerShell.Commands.ExportClixmlCommand',
  defaultSet: 'ByPath',
  confirms: 'Medium',
  parameters: [
    { name: 'Path', type: 'String', sets: { ByPath: { mandatory: true, position: 0 } } },
    { name: 'LiteralPath', type: 'String', aliases: ['PSPath', 'LP'], sets: { ByLiteralPath: { mandatory: true } } },
    { name: 'InputObject', type: 'PSObject', pipeline: 'value', mandatory: true, ...anything },
    depth,
    { name: 'Force', type: 'SwitchParameter' },
    { name: 'NoClobber', type: 'SwitchParameter', aliases: ['NoOverwrite'] },
    { name: 'Encoding' },
  ],
  create: (context) => exportTo(context),
};

function exportTo(context: CommandContext): Processor {
  const { parameters } = context;
  const values: unknown[] = [];
  return {
    process: () => void values.push(parameters['InputObject'] ?? null),
    end: () => {
      const file = openTextFile(context, textOf(parameters, 'LiteralPath') ?? textOf(parameters, 'Path')!);
      file?.write(textEncoding(parameters['Encoding']).encode(writerOf(context).document(values)));
      file?.close();
    },
  };
}

const importClixml: Cmdlet = {
  kind: 'cmdlet',
  name: 'Import-Clixml',
  module,
  aliases: ['ipcli'],
  implementingType: 'Microsoft.PowerShell.Commands.ImportClixmlCommand',
  defaultSet: 'ByPath',
  parameters: [
    { name: 'Path', type: 'String[]', pipeline: 'both', sets: { ByPath: { mandatory: true, position: 0 } } },
    {
      name: 'LiteralPath',
      type: 'String[]',
      aliases: ['PSPath', 'LP'],
      pipeline: 'property',
      sets: { ByLiteralPath: { mandatory: true } },
    },
    { name: 'First', type: 'UInt64' },
    { name: 'Skip', type: 'UInt64' },
    { name: 'IncludeTotalCount', type: 'SwitchParameter' },
  ],
  create: (context) => ({
    process: () => {
      for (const path of filesToOpen(context)) importFile(context, path);
    },
  }),
};

function importFile(context: CommandContext, path: string): void {
  const { parameters, out } = context;
  const { files } = drivesFor(context).fileSystem;
  const text = decodeText(
    inOperation(fileOpening, () => files.read(path)),
    textEncoding(undefined),
  );
  const values = new ClixmlReader().read(text);
  if (switchOf(parameters, 'IncludeTotalCount')) out.write(BigInt(values.length));
  const skip = numberOf(parameters, 'Skip') ?? 0;
  const first = numberOf(parameters, 'First') ?? values.length;
  for (const value of values.slice(skip, skip + first)) out.write(value);
}

const convertToClixml: Cmdlet = {
  kind: 'cmdlet',
  name: 'ConvertTo-CliXml',
  module,
  implementingType: 'Microsoft.PowerShell.Commands.ConvertToClixmlCommand',
  parameters: [
    { name: 'InputObject', type: 'PSObject', position: 0, pipeline: 'value', mandatory: true, ...anything },
    depth,
  ],
  create: (context) => {
    const values: unknown[] = [];
    return {
      process: () => void values.push(context.parameters['InputObject'] ?? null),
      end: () => context.out.write(writerOf(context).document(values)),
    };
  },
};

const convertFromClixml: Cmdlet = {
  kind: 'cmdlet',
  name: 'ConvertFrom-CliXml',
  module,
  implementingType: 'Microsoft.PowerShell.Commands.ConvertFromClixmlCommand',
  parameters: [{ name: 'InputObject', type: 'String', position: 0, pipeline: 'value', mandatory: true }],
  create: (context) => {
    const lines: string[] = [];
    return {
      process: () => void lines.push(textOf(context.parameters, 'InputObject') ?? ''),
      end: () => {
        for (const value of new ClixmlReader().read(lines.join('\n'))) context.out.write(value);
      },
    };
  },
};

export const clixmlCmdlets: readonly Cmdlet[] = [convertFromClixml, convertToClixml, exportClixml, importClixml];
