import { plainPath } from '../../providers/expand.ts';
import { switchOf, textOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet, Processor } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { drivesFor } from '../files/item-paths.ts';
import { openTextFile } from '../files/out-file.ts';
import { TextFile } from '../files/text-file.ts';
import { decodeText, textEncoding } from '../files/text-encoding.ts';
import { csvRecord } from './csv-errors.ts';
import { readHeader } from './csv-objects.ts';
import { CsvReader } from './csv-reader.ts';
import { CsvWriter, delimiterOf, requireConsistent, writingParameters } from './csv-writer.ts';

export const exportCsv: Cmdlet = {
  kind: 'cmdlet',
  name: 'Export-Csv',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['epcsv'],
  implementingType: 'Microsoft.PowerShell.Commands.ExportCsvCommand',
  defaultSet: 'Delimiter',
  confirms: 'Medium',
  parameters: [
    { name: 'InputObject', type: 'PSObject', pipeline: 'both', mandatory: true },
    { name: 'Path', type: 'String', position: 0, validate: [{ kind: 'notNullOrEmpty' }] },
    { name: 'LiteralPath', type: 'String', aliases: ['PSPath', 'LP'], validate: [{ kind: 'notNullOrEmpty' }] },
    { name: 'Force', type: 'SwitchParameter' },
    { name: 'NoClobber', type: 'SwitchParameter', aliases: ['NoOverwrite'] },
    { name: 'Encoding' },
    { name: 'Append', type: 'SwitchParameter' },
    ...writingParameters,
  ],
  takesBoxed: true,
  create: (context) => exportTo(context),
};

function exportTo(context: CommandContext): Processor {
  const { parameters } = context;
  const writer = new CsvWriter(context);
  const encoding = textEncoding(parameters['Encoding']);
  const path = textOf(parameters, 'LiteralPath') ?? textOf(parameters, 'Path');
  let file: TextFile | undefined;
  let present: readonly string[] | undefined;
  const write = (line: string): void => file?.write(`${line}\n`);
  return {
    begin: () => {
      requireConsistent(context);
      if (path === undefined || (parameters['LiteralPath'] !== undefined && parameters['Path'] !== undefined)) {
        context.throwTerminating(csvRecord('CannotSpecifyPathAndLiteralPath'));
      }
      present = switchOf(parameters, 'Append') ? columnsInFile(context, path!) : undefined;
      const writer = openTextFile(context, path!);
      file = writer && new TextFile(writer, encoding);
    },
    process: () => {
      const item = parameters['InputObject'];
      if (!file) return;
      if (!writer.columns) {
        writer.columns = present ? reconcile(context, present, writer.columnsOf(item)) : writer.columnsOf(item);
        if (!present) writer.header(item).forEach(write);
      }
      write(writer.line(item));
    },
    end: () => file?.close(),
  };
}

/** The columns of a file that is added to; undefined for one that is empty or not there. */
function columnsInFile(context: CommandContext, path: string): readonly string[] | undefined {
  const { fileSystem } = drivesFor(context);
  const target = plainPath(drivesFor(context), path, { literal: context.parameters['LiteralPath'] !== undefined }).path;
  if ((fileSystem.files.stat(target)?.size ?? 0) === 0) return undefined;
  const text = decodeText(fileSystem.files.read(target), textEncoding(context.parameters['Encoding']));
  return readHeader(new CsvReader(text, delimiterOf(context)), undefined, undefined).names;
}

/** What is added has to have the columns that are there; `-Force` leaves those empty that it has not. */
function reconcile(context: CommandContext, present: readonly string[], own: readonly string[]): readonly string[] {
  const names = new Set(own.map((name) => name.toLowerCase()));
  const missing = present.find((name) => !names.has(name.toLowerCase()));
  if (missing !== undefined && !switchOf(context.parameters, 'Force')) {
    const path = textOf(context.parameters, 'LiteralPath') ?? textOf(context.parameters, 'Path') ?? '';
    context.throwTerminating(csvRecord('CannotAppendCsvWithMismatchedPropertyNames', [missing, path], missing));
  }
  return present;
}
