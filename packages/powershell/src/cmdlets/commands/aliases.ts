import { WildcardPattern } from '../../dotnet/index.ts';
import { AliasInfo } from '../../providers/command-info.ts';
import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';
import { switchOf, textOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { setAliasFacts } from '../../providers/alias-facts.ts';
import { optionsOf } from '../variables/change-variable.ts';
import { scopeOf } from './alias-parameters.ts';
import { defineAlias, isProtected } from './define-alias.ts';
import { commandRecord } from './command-errors.ts';
import { aliasesInSight } from './command-list.ts';

const module = 'Microsoft.PowerShell.Utility';

export const getAlias: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-Alias',
  module,
  aliases: ['gal'],
  implementingType: 'Microsoft.PowerShell.Commands.GetAliasCommand',
  outputTypes: ['System.Management.Automation.AliasInfo'],
  defaultSet: 'Default',
  parameters: [
    { name: 'Name', type: 'String[]', pipeline: 'both', sets: { Default: { position: 0 } } },
    { name: 'Exclude', type: 'String[]' },
    { name: 'Scope', type: 'String' },
    { name: 'Definition', type: 'String[]', sets: { Definition: {} } },
  ],
  create: (context) => ({
    process: () => writeMatchingAliases(context),
  }),
};

function writeMatchingAliases(context: CommandContext): void {
  const { out, parameters } = context;
  const excluded = (textsOf(parameters, 'Exclude') ?? []).map((each) => new WildcardPattern(each));
  const all = aliasesIn(context).filter(({ name }) => !excluded.some((pattern) => pattern.isMatch(name)));
  const definitions = textsOf(parameters, 'Definition');
  const wanted = definitions ?? textsOf(parameters, 'Name') ?? ['*'];
  const key = definitions ? 'definition' : 'name';
  for (const text of wanted) {
    const pattern = new WildcardPattern(text);
    const found = all.filter((alias) => pattern.isMatch(alias[key]));
    for (const alias of found) out.write(alias);
    if (found.length === 0 && !/[*?[]/.test(text)) {
      context.writeError(commandRecord('ItemNotFoundException', [text, key], text));
    }
  }
}

function aliasesIn(context: CommandContext): readonly AliasInfo[] {
  const scope = scopeOf(context);
  if (!scope) return aliasesInSight(context.session);
  return Array.from(scope.aliases, ([name, target]) => new AliasInfo(context.session, name, target, scope));
}

const settingParameters: readonly ParameterSpec[] = [
  { name: 'Name', type: 'String', pipeline: 'property', mandatory: true, position: 0 },
  { name: 'Value', type: 'String', pipeline: 'property', mandatory: true, position: 1 },
  { name: 'Description', type: 'String' },
  { name: 'Option', type: 'System.Management.Automation.ScopedItemOptions' },
  { name: 'PassThru', type: 'SwitchParameter' },
  { name: 'Scope', type: 'String' },
  { name: 'Force', type: 'SwitchParameter' },
];

export const setAlias: Cmdlet = {
  kind: 'cmdlet',
  name: 'Set-Alias',
  module,
  aliases: ['sal'],
  implementingType: 'Microsoft.PowerShell.Commands.SetAliasCommand',
  defaultSet: 'Default',
  confirms: 'Medium',
  parameters: settingParameters,
  create: (context) => ({ process: () => set(context, 'Set Alias') }),
};

export const newAlias: Cmdlet = {
  kind: 'cmdlet',
  name: 'New-Alias',
  module,
  aliases: ['nal'],
  implementingType: 'Microsoft.PowerShell.Commands.NewAliasCommand',
  confirms: 'Medium',
  parameters: settingParameters,
  create: (context) => ({
    process: () => {
      const name = textOf(context.parameters, 'Name')!;
      const scope = scopeOf(context) ?? context.session.scope;
      if (scope.aliases.has(name.toLowerCase()) && !switchOf(context.parameters, 'Force')) {
        return context.writeError(commandRecord('AliasAlreadyExists', [name], name));
      }
      set(context, 'New Alias');
    },
  }),
};

function set(context: CommandContext, action: string): void {
  const { session, parameters, out } = context;
  const [name, value] = [textOf(parameters, 'Name')!, textOf(parameters, 'Value')!];
  if (!context.shouldProcess(`Name: ${name} Value: ${value}`, action)) return;
  const scope = scopeOf(context) ?? session.scope;
  const isDone = defineAlias(scope, {
    name,
    target: value,
    description: textOf(parameters, 'Description') ?? '',
    options: optionsOf(parameters['Option'] ?? 'None'),
    force: switchOf(parameters, 'Force'),
  });
  if (!isDone) return context.writeError(commandRecord('AliasNotWritable', [name], name));
  if (switchOf(parameters, 'PassThru')) out.write(new AliasInfo(session, name, value, scope));
}

export const removeAlias: Cmdlet = {
  kind: 'cmdlet',
  name: 'Remove-Alias',
  module,
  implementingType: 'Microsoft.PowerShell.Commands.RemoveAliasCommand',
  defaultSet: 'Default',
  parameters: [
    { name: 'Name', type: 'String[]', pipeline: 'both', mandatory: true, position: 0 },
    { name: 'Scope', type: 'String' },
    { name: 'Force', type: 'SwitchParameter' },
  ],
  create: (context) => ({
    process: () => {
      for (const name of textsOf(context.parameters, 'Name') ?? []) remove(context, name);
    },
  }),
};

function remove(context: CommandContext, name: string): void {
  const key = name.toLowerCase();
  let scope = scopeOf(context) ?? context.session.scope;
  while (!scope.aliases.has(key) && scope.parent && context.parameters['Scope'] === undefined) scope = scope.parent;
  if (isProtected(scope, key, switchOf(context.parameters, 'Force'))) {
    return context.writeError(commandRecord('AliasNotRemovable', [name], name));
  }
  setAliasFacts(scope, key, { description: '', options: [] });
  if (!scope.aliases.delete(key)) context.writeError(commandRecord('ItemNotFoundException', [name, 'name'], name));
}
