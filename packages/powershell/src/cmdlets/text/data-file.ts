import { inOperation } from '../../providers/file-system/file-record.ts';
import { joinPath, parentOf } from '../../providers/path-text.ts';
import { textOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { Collector } from '../../runtime/engine/output.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { Dictionary } from '../../runtime/values/dictionary.ts';
import { drivesFor, existingItems, attempt } from '../files/item-paths.ts';
import { decodeText, textEncoding } from '../files/text-encoding.ts';
import { callBlockInScope } from '../run-block.ts';
import { isDataOnly } from './data-only.ts';
import { textRecord } from './text-errors.ts';

const reading = { operation: 'FileOpenFailure', category: 'OpenError', wholeId: true } as const;

/** The one hashtable of a data file; anything that would run is refused. */
function dataOf(context: CommandContext, path: string): Dictionary {
  const { files } = drivesFor(context).fileSystem;
  const text = decodeText(
    inOperation(reading, () => files.read(path)),
    textEncoding(undefined),
  );
  if (!isDataOnly(text)) throw new ScriptError(textRecord('CouldNotParseAsPowerShellDataFile', [path], path));
  const out = new Collector();
  callBlockInScope(context, context.session.compile(text, path), { out, ownScope: true });
  if (out.value instanceof Dictionary) return out.value;
  throw new ScriptError(textRecord('CouldNotParseAsPowerShellDataFileNoHashtableRoot', [path], path));
}

export const importPowerShellDataFile: Cmdlet = {
  kind: 'cmdlet',
  name: 'Import-PowerShellDataFile',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.ImportPowerShellDataFileCommand',
  defaultSet: 'ByPath',
  parameters: [
    { name: 'Path', type: 'String[]', sets: { ByPath: { mandatory: true, position: 0 } } },
    {
      name: 'LiteralPath',
      type: 'String[]',
      aliases: ['PSPath', 'LP'],
      pipeline: 'property',
      sets: { ByLiteralPath: { mandatory: true, position: 0 } },
    },
    { name: 'SkipLimitCheck', type: 'SwitchParameter' },
  ],
  create: (context) => ({
    process: () => {
      for (const { path } of existingItems(context)) {
        const data = attempt(context, () => dataOf(context, path));
        if (data) context.out.write(data);
      }
    },
  }),
};

export const importLocalizedData: Cmdlet = {
  kind: 'cmdlet',
  name: 'Import-LocalizedData',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.ImportLocalizedData',
  parameters: [
    { name: 'BindingVariable', type: 'String', aliases: ['Variable'], position: 0 },
    { name: 'UICulture', type: 'String', position: 1 },
    { name: 'BaseDirectory', type: 'String' },
    { name: 'FileName', type: 'String' },
    { name: 'SupportedCommand', unsupported: true },
  ],
  create: (context) => ({
    process: () => {
      const data = dataOf(context, localizedFile(context));
      const variable = textOf(context.parameters, 'BindingVariable');
      if (variable === undefined) context.out.write(data);
      else context.session.scope.setLocal(variable, data);
    },
  }),
};

/** Looks in the culture's folder, those of the cultures around it, and the folder itself. */
function localizedFile(context: CommandContext): string {
  const { parameters, position } = context;
  const { fileSystem } = drivesFor(context);
  const script = position.source.file ?? '';
  const given = textOf(parameters, 'BaseDirectory');
  const base =
    given === undefined ? parentOf(script) || drivesFor(context).folder : drivesFor(context).resolve(given).path;
  const name = (textOf(parameters, 'FileName') ?? script.slice(parentOf(script).length + 1)).replace(
    /\.ps[dm]?1$/i,
    '',
  );
  const cultures = culturesAround(textOf(parameters, 'UICulture') ?? '');
  const paths = cultures.map((culture) => joinPath(culture === '' ? base : joinPath(base, culture), `${name}.psd1`));
  const found = paths.find((path) => fileSystem.exists(path));
  return found ?? context.throwTerminating(textRecord('CannotFindPsd1File', [`${name}.psd1`, base], paths[0]));
}

const culturesAround = (culture: string): readonly string[] =>
  culture === ''
    ? ['']
    : [culture, ...culturesAround(culture.includes('-') ? culture.slice(0, culture.lastIndexOf('-')) : '')];
