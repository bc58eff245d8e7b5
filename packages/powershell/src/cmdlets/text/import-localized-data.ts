import { fileOpening, inOperation } from '../../providers/file-system/file-record.ts';
import { joinPath, parentOf } from '../../providers/path-text.ts';
import { textOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import { Collector } from '../../runtime/engine/output.ts';
import { asScriptError } from '../../runtime/engine/statement-error.ts';
import { parseErrorRecord } from '../../runtime/errors/parse-exception.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { currentUICulture } from '../../runtime/values/current-culture.ts';
import type { ScriptBlock } from '../../runtime/values/script-block.ts';
import { dataCommand } from '../../syntax/checks/data-checks.ts';
import { restrictedErrors } from '../../syntax/checks/restricted-language.ts';
import { parseVariablePath } from '../../syntax/variable-path.ts';
import { drivesFor } from '../files/item-paths.ts';
import { decodeText, textEncoding } from '../files/text-encoding.ts';
import { callBlockInScope } from '../run-block.ts';
import { textRecord } from './text-errors.ts';

export const importLocalizedData: Cmdlet = {
  kind: 'cmdlet',
  name: 'Import-LocalizedData',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.ImportLocalizedData',
  parameters: [
    {
      name: 'BindingVariable',
      type: 'String',
      aliases: ['Variable'],
      position: 0,
      validate: [{ kind: 'notNullOrEmpty' }],
    },
    { name: 'UICulture', type: 'String', position: 1 },
    { name: 'BaseDirectory', type: 'String' },
    { name: 'FileName', type: 'String' },
    { name: 'SupportedCommand', type: 'String[]' },
  ],
  create: (context) => ({ process: () => importData(context) }),
};

function importData(context: CommandContext): void {
  const path = localizedFile(context);
  if (path === undefined) return;
  const data = dataOf(context, path);
  const variable = textOf(context.parameters, 'BindingVariable');
  if (variable === undefined) return context.out.write(data);
  const { scope, unqualifiedPath } = parseVariablePath(variable);
  const { session } = context;
  if (scope === undefined || scope === 'local' || scope === 'private') session.scope.setLocal(unqualifiedPath, data);
  else (scope === 'global' ? session.global : session.scope.script).setLocal(unqualifiedPath, data);
}

/** What the file gives, which may call no commands besides those that are supported. */
function dataOf(context: CommandContext, path: string): unknown {
  const { files } = drivesFor(context).fileSystem;
  const text = decodeText(
    inOperation(fileOpening, () => files.read(path)),
    textEncoding(undefined),
  );
  const out = new Collector();
  try {
    const block = context.session.compile(text, path);
    checkLanguage(block, textsOf(context.parameters, 'SupportedCommand') ?? [dataCommand]);
    callBlockInScope(context, block, { out, ownScope: true });
  } catch (thrown) {
    const error = asScriptError(thrown);
    if (!error) throw thrown;
    throw new ScriptError(textRecord('ErrorLoadingDataFile', [path, error.record.exception.message]));
  }
  return out.value;
}

function checkLanguage({ code: { ast, source } }: ScriptBlock, commands: readonly string[]): void {
  const errors = restrictedErrors(ast, { commands });
  if (errors.length > 0) throw new ScriptError(parseErrorRecord(source, errors));
}

/** Looks in the culture's folder, in those of the cultures around it, and in the folder itself. */
function localizedFile(context: CommandContext): string | undefined {
  const { parameters } = context;
  const { fileSystem } = drivesFor(context);
  const base = baseFolder(context);
  const name = `${fileName(context)}.psd1`;
  const culture = textOf(parameters, 'UICulture') ?? currentUICulture().name;
  const cultures = parameters['UICulture'] === undefined && culture !== 'en-US' ? [culture, 'en-US'] : [culture];
  const folders = cultures.flatMap(culturesAround).map((each) => joinPath(base, each));
  const found = [...folders, base].map((folder) => joinPath(folder, name)).find((path) => fileSystem.exists(path));
  if (found !== undefined) return found;
  const folder = culture === '' ? base : joinPath(base, culture);
  context.writeError(textRecord('CannotFindPsd1File', [name, folder], joinPath(folder, name)));
  return undefined;
}

function baseFolder(context: CommandContext): string {
  const drives = drivesFor(context);
  const given = textOf(context.parameters, 'BaseDirectory') ?? '';
  if (given !== '') return drives.resolve(given).path;
  return parentOf(context.position.source.file ?? '') || drives.folder;
}

/** The script's own name where none is given. */
function fileName(context: CommandContext): string {
  const given = textOf(context.parameters, 'FileName') ?? '';
  const script = context.position.source.file ?? '';
  if (given === '' && script === '') throw new ScriptError(textRecord('NotCalledFromAScriptFile', []));
  if (parentOf(given) !== '') throw new ScriptError(textRecord('FileNameParameterCannotHavePath', []));
  const name = given === '' ? script.slice(parentOf(script).length + 1) : given;
  return name.replace(/\.[^.]*$/, '');
}

const culturesAround = (culture: string): readonly string[] =>
  culture === ''
    ? []
    : [culture, ...culturesAround(culture.includes('-') ? culture.slice(0, culture.lastIndexOf('-')) : '')];
