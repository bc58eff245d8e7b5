import type { DotNetType } from '../runtime/types/define-type.ts';
import { readOnly } from '../runtime/types/define-type.ts';
import type {
  AliasInfo,
  ApplicationInfo,
  CmdletInfo,
  ExternalScriptInfo,
  FunctionInfo,
  ScriptInfo,
} from './command-info.ts';
import { commandMembers } from './command-members.ts';
import { enumValue } from '../runtime/types/enum-type.ts';
import type { Drive } from './drive.ts';
import type { PathInfo } from './location.ts';
import { enumeration } from './enumeration.ts';
import type { Provider } from './provider.ts';

const automation = 'System.Management.Automation.';

const commandInfo = (name: string, properties: NonNullable<DotNetType['properties']>): DotNetType => ({
  name: automation + name,
  base: `${automation}CommandInfo`,
  properties,
});

const scopedItemOptions = 'System.Management.Automation.ScopedItemOptions';

const functionProperties = {
  ScriptBlock: readOnly(({ scriptBlock }: FunctionInfo) => scriptBlock),
  CmdletBinding: readOnly(({ command }: FunctionInfo) => command.code.isAdvanced),
};

/** The types of what drives and commands are shown as. */
export const providerTypes: readonly DotNetType[] = [
  {
    name: `${automation}PSDriveInfo`,
    base: 'System.Object',
    properties: {
      CurrentLocation: readOnly(({ location, root }: Drive) =>
        location.slice(root === '/' ? 1 : root.length).replace(/^\//, ''),
      ),
      Name: readOnly(({ name }: Drive) => name),
      Provider: readOnly(({ provider }: Drive) => provider),
      Root: readOnly(({ root }: Drive) => root),
      Description: readOnly(({ description }: Drive) => description),
      MaximumSize: readOnly(() => null),
      Credential: readOnly(() => null),
      DisplayRoot: readOnly(() => null),
    },
  },
  {
    name: `${automation}PathInfo`,
    base: 'System.Object',
    properties: {
      Drive: readOnly(({ drive }: PathInfo) => drive ?? null),
      Provider: readOnly(({ item }: PathInfo) => item.provider),
      ProviderPath: readOnly(({ item }: PathInfo) => item.path),
      Path: readOnly(({ path }: PathInfo) => path),
    },
  },
  {
    name: `${automation}ProviderInfo`,
    base: 'System.Object',
    properties: {
      ImplementingType: readOnly(({ implementingType }: Provider) => implementingType),
      HelpFile: readOnly(() => 'System.Management.Automation.dll-Help.xml'),
      Name: readOnly(({ name }: Provider) => name),
      PSSnapIn: readOnly(() => null),
      ModuleName: readOnly(() => 'Microsoft.PowerShell.Core'),
      Description: readOnly(() => ''),
      Home: readOnly((provider: Provider) => ('homeFolder' in provider ? provider.homeFolder : '')),
    },
  },
  {
    name: `${automation}CommandInfo`,
    base: 'System.Object',
    properties: {
      CommandType: readOnly(({ commandType }: FunctionInfo) => enumeration.commandTypes.value(commandType)),
      Name: readOnly(({ name }: FunctionInfo) => name),
      ...commandMembers,
      Definition: readOnly(({ definition }: FunctionInfo) => definition),
    },
  },
  commandInfo('FunctionInfo', functionProperties),
  { ...commandInfo('FilterInfo', functionProperties), base: `${automation}FunctionInfo` },
  commandInfo('ScriptInfo', { ScriptBlock: readOnly(({ scriptBlock }: ScriptInfo) => scriptBlock) }),
  commandInfo('ApplicationInfo', {
    Extension: readOnly(({ name }: ApplicationInfo) => /\.[^.]*$/.exec(name)?.[0] ?? '', 'string'),
    Path: readOnly(({ program }: ApplicationInfo) => program.path, 'string'),
    Source: readOnly(({ program }: ApplicationInfo) => program.path, 'string'),
  }),
  commandInfo('ExternalScriptInfo', {
    Path: readOnly(({ command }: ExternalScriptInfo) => command.path),
    Source: readOnly(({ command }: ExternalScriptInfo) => command.path),
    ScriptBlock: readOnly(({ scriptBlock }: ExternalScriptInfo) => scriptBlock),
    ScriptContents: readOnly(({ command }: ExternalScriptInfo) => command.code.source.text),
  }),
  commandInfo('CmdletInfo', {
    Verb: readOnly(({ name }: CmdletInfo) => name.split('-')[0]),
    Noun: readOnly(({ name }: CmdletInfo) => name.split('-')[1]),
    DefaultParameterSet: readOnly(({ cmdlet }: CmdletInfo) => cmdlet.defaultSet ?? null),
  }),
  commandInfo('AliasInfo', {
    ReferencedCommand: readOnly(({ resolvedName }: AliasInfo) => resolvedName ?? null),
    ResolvedCommand: readOnly(({ resolvedName }: AliasInfo) => resolvedName ?? null),
    ResolvedCommandName: readOnly(({ resolvedName }: AliasInfo) => resolvedName ?? null),
    DisplayName: readOnly(({ name, definition }: AliasInfo) => `${name} -> ${definition}`),
    Options: readOnly(({ facts }: AliasInfo) => enumValue(scopedItemOptions, facts.options.join(', ') || 'None')),
    Description: readOnly(({ facts }: AliasInfo) => facts.description, 'string'),
  }),
  ...Object.values(enumeration).map(({ type }) => type),
];
