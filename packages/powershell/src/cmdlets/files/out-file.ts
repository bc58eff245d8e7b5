import type { FileWriter } from '../../host/files.ts';
import { plainPath } from '../../providers/expand.ts';
import { fileOpening, inOperation } from '../../providers/file-system/file-record.ts';
import { fileSystemRecord } from '../../providers/file-system/file-system-errors.ts';
import { numberOf, switchOf, textOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet, Processor } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { inputReader, isPresent } from '../objects/input-object.ts';
import { drivesFor } from './item-paths.ts';
import { force } from './path-parameters.ts';
import { textEncoding } from './text-encoding.ts';
import { TextFile } from './text-file.ts';

export const outFile: Cmdlet = {
  kind: 'cmdlet',
  name: 'Out-File',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.OutFileCommand',
  defaultSet: 'ByPath',
  confirms: 'Medium',
  parameters: [
    { name: 'FilePath', type: 'String', aliases: ['Path'], sets: { ByPath: { mandatory: true, position: 0 } } },
    {
      name: 'LiteralPath',
      type: 'String',
      aliases: ['PSPath', 'LP'],
      pipeline: 'property',
      sets: { ByLiteralPath: { mandatory: true } },
    },
    { name: 'Encoding', position: 1 },
    { name: 'Append', type: 'SwitchParameter' },
    force,
    { name: 'NoClobber', type: 'SwitchParameter', aliases: ['NoOverwrite'] },
    { name: 'Width', type: 'Int32', validate: [{ kind: 'range', min: 2, max: 2147483647 }] },
    { name: 'NoNewline', type: 'SwitchParameter' },
    { name: 'InputObject', type: 'PSObject', pipeline: 'value' },
  ],
  create: (context) => writeFile(context),
};

function writeFile(context: CommandContext): Processor {
  const { parameters, session } = context;
  const read = inputReader(context);
  const encoding = textEncoding(parameters['Encoding']);
  const end = switchOf(parameters, 'NoNewline') ? '' : '\n';
  let writer: TextFile | undefined;
  const shown = session.formatting.createOutput({
    writeLine: (line) => writer?.write(line + end),
    width: numberOf(parameters, 'Width'),
  });
  return {
    begin: () => {
      const path = textOf(parameters, 'FilePath') ?? textOf(parameters, 'LiteralPath')!;
      const file = openTextFile(context, path, 'Output to File');
      writer = file && new TextFile(file, encoding);
    },
    process: (item) => {
      const input = read(item);
      if (isPresent(input)) shown.add(input);
    },
    end: () => {
      shown.end();
      writer?.close();
    },
  };
}

/** Opens a file for what a cmdlet exports, as its -Append, -NoClobber, -Force and -Encoding say. */
export function openTextFile(context: CommandContext, path: string, action = context.name): FileWriter | undefined {
  const { parameters } = context;
  const { fileSystem } = drivesFor(context);
  const target = plainPath(drivesFor(context), path, { literal: parameters['LiteralPath'] !== undefined }).path;
  if (!context.shouldProcess(path, action)) return undefined;
  const append = switchOf(parameters, 'Append');
  const stat = fileSystem.files.stat(target);
  if (stat && switchOf(parameters, 'NoClobber') && !append) {
    context.throwTerminating(fileSystemRecord('NoClobber', [target], target));
  }
  if (stat && switchOf(parameters, 'Force')) fileSystem.files.setMode(target, stat.mode | 0o200);
  const writer = inOperation(fileOpening, () => fileSystem.files.open(target, append ? 'append' : 'truncate'));
  const { preamble } = textEncoding(parameters['Encoding']);
  if (preamble.length > 0 && (!append || !stat || stat.size === 0)) writer.write(preamble);
  return writer;
}
