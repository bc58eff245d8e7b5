import { hostname, userInfo } from 'node:os';
import { WildcardPattern } from '../../dotnet/index.ts';
import { AliasInfo } from '../../providers/command-info.ts';
import { fileOpening, inOperation } from '../../providers/file-system/file-record.ts';
import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';
import { switchOf, textOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import { toText } from '../../runtime/values/to-text.ts';
import { drivesFor, existingItems } from '../files/item-paths.ts';
import { openTextFile } from '../files/out-file.ts';
import { decodeText, textEncoding } from '../files/text-encoding.ts';
import { now } from '../time/now.ts';
import { scopeOf } from './alias-parameters.ts';
import { commandRecord } from './command-errors.ts';
import { aliasesInSight } from './command-list.ts';
import { defineAlias } from './define-alias.ts';

const paths = (type: string, pipeline?: 'both' | 'property'): readonly ParameterSpec[] => [
  { name: 'Path', type, ...(pipeline === 'both' && { pipeline }), sets: { ByPath: { mandatory: true, position: 0 } } },
  {
    name: 'LiteralPath',
    type,
    aliases: ['PSPath', 'LP'],
    ...(pipeline && { pipeline }),
    sets: { ByLiteralPath: { mandatory: true } },
  },
];

export const exportAlias: Cmdlet = {
  kind: 'cmdlet',
  name: 'Export-Alias',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['epal'],
  implementingType: 'Microsoft.PowerShell.Commands.ExportAliasCommand',
  defaultSet: 'ByPath',
  confirms: 'Medium',
  parameters: [
    ...paths('String', 'property'),
    { name: 'Name', type: 'String[]', pipeline: 'property', position: 1 },
    { name: 'PassThru', type: 'SwitchParameter' },
    { name: 'As', type: 'Microsoft.PowerShell.Commands.ExportAliasFormat' },
    { name: 'Append', type: 'SwitchParameter' },
    { name: 'Force', type: 'SwitchParameter' },
    { name: 'NoClobber', type: 'SwitchParameter', aliases: ['NoOverwrite'] },
    { name: 'Description', type: 'String' },
    { name: 'Scope', type: 'String' },
  ],
  create: (context) => ({ process: () => exportTo(context) }),
};

function exportTo(context: CommandContext): void {
  const { parameters, session, out } = context;
  const file = openTextFile(context, textOf(parameters, 'Path') ?? textOf(parameters, 'LiteralPath')!);
  if (!file) return;
  const patterns = (textsOf(parameters, 'Name') ?? ['*']).map((name) => new WildcardPattern(name));
  const scope = scopeOf(context);
  const all = scope
    ? Array.from(scope.aliases, ([name, target]) => new AliasInfo(session, name, target, scope))
    : aliasesInSight(session);
  const chosen = all.filter(({ name }) => patterns.some((pattern) => pattern.isMatch(name)));
  const lineOf = /script/i.test(textOf(parameters, 'As') ?? '') ? scriptLine : csvLine;
  const lines = [...(switchOf(parameters, 'Append') ? [] : heading(context)), ...chosen.map(lineOf)];
  file.write(Buffer.from(lines.map((line) => `${line}\n`).join('')));
  file.close();
  if (switchOf(parameters, 'PassThru')) for (const alias of chosen) out.write(alias);
}

const optionText = ({ facts }: AliasInfo): string => facts.options.join(', ') || 'None';

const csvLine = (alias: AliasInfo): string =>
  `"${alias.name}","${alias.definition}","${alias.facts.description}","${optionText(alias)}"`;

const scriptLine = (alias: AliasInfo): string =>
  `set-alias -Name:"${alias.name}" -Value:"${alias.definition}" -Description:"${alias.facts.description}" -Option:"${optionText(alias)}"`;

/** Source: AliasCommandStrings.resx. */
function heading({ parameters, session }: CommandContext): readonly string[] {
  const description = textOf(parameters, 'Description');
  return [
    '# Alias File',
    `# Exported by : ${session.environment.get('USER') ?? userInfo().username}`,
    `# Date/Time : ${toText(now(session))}`,
    `# Computer : ${hostname()}`,
    ...(description === undefined ? [] : ['#', ...description.split('\n').map((line) => `# ${line}`)]),
  ];
}

export const importAlias: Cmdlet = {
  kind: 'cmdlet',
  name: 'Import-Alias',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['ipal'],
  implementingType: 'Microsoft.PowerShell.Commands.ImportAliasCommand',
  defaultSet: 'ByPath',
  confirms: 'Medium',
  parameters: [
    ...paths('String', 'both'),
    { name: 'Scope', type: 'String' },
    { name: 'PassThru', type: 'SwitchParameter' },
    { name: 'Force', type: 'SwitchParameter' },
  ],
  create: (context) => ({
    process: () => {
      for (const { path } of existingItems(context)) importFrom(context, path);
    },
  }),
};

function importFrom(context: CommandContext, path: string): void {
  const { files } = drivesFor(context).fileSystem;
  const text = decodeText(
    inOperation(fileOpening, () => files.read(path)),
    textEncoding(undefined),
  );
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const fields = fieldsOf(line);
    if (fields.length < 4) {
      context.writeError(commandRecord('ImportAliasFileFormatError', [path, String(index + 1)], line));
      return;
    }
    define(context, fields);
  }
}

/** The values of a line, with quotes or without. */
const fieldsOf = (line: string): readonly string[] =>
  Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '').trim() : quoted.replaceAll('""', '"'),
  );

function define(
  context: CommandContext,
  [name = '', target = '', description = '', options = '']: readonly string[],
): void {
  const { parameters, session, out } = context;
  const scope = scopeOf(context) ?? session.scope;
  const force = switchOf(parameters, 'Force');
  if (scope.aliases.has(name.toLowerCase()) && !force) {
    return context.writeError(commandRecord('AliasAlreadyExists', [name], name));
  }
  if (!context.shouldProcess(`Name: ${name} Value: ${target}`, 'Import Alias')) return;
  const names = options.split(/, */).filter((option) => option !== '' && option !== 'None');
  if (!defineAlias(scope, { name, target, description, options: names, force })) {
    return context.writeError(commandRecord('AliasNotWritable', [name], name));
  }
  if (switchOf(parameters, 'PassThru')) out.write(new AliasInfo(session, name, target, scope));
}
