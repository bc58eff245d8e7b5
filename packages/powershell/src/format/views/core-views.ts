import { type FormatNode, lineEnd } from '../format-node.ts';
import type { View } from '../view.ts';
import { column, columns, computed, list, path, property, right, table, truthy } from './define-view.ts';

const commands = [
  'AliasInfo',
  'ApplicationInfo',
  'CmdletInfo',
  'ExternalScriptInfo',
  'FilterInfo',
  'FunctionInfo',
  'ScriptInfo',
];
const automation = 'System.Management.Automation.';
const cmdlets = 'Microsoft.PowerShell.Commands.';
const giga = 2 ** 30;

/** The name of a command; an alias with what it stands for. */
const commandName = computed('Name', (value, source) => {
  const isAlias = source.text(path(value, source, 'CommandType')) === 'Alias';
  return path(value, source, isAlias ? 'DisplayName' : 'Name');
});

/** Space of a drive in gigabytes; nothing where the drive counts none. */
const space = (name: 'Free' | 'Used') =>
  computed(name, (value, source) => {
    const [used, free] = [path(value, source, 'Used'), path(value, source, 'Free')];
    if (!truthy(used) && !truthy(free)) return null;
    return source.format(Number(name === 'Used' ? used : free) / giga, '###0.00');
  });

const keysOf = (name: string) => computed(name, (value, source) => path(value, source, name, 'Keys'));

/** The overloads of a method, one a line, each line ended. */
const overloads = computed('OverloadDefinitions', (value, source) => {
  const definitions = source.elements(path(value, source, 'OverloadDefinitions')) ?? [];
  return [...definitions].map((definition) => `${source.text(definition)}\n`).join('');
});

/** Views of the language's own types. Facts: PowerShellCore.format.ps1xml. */
/** A value that knows the nodes it is shown by. */
const ownNodes = (value: unknown): readonly FormatNode[] | undefined =>
  typeof value === 'object' && value !== null && 'shownNodes' in value && typeof value.shownNodes === 'function'
    ? (value.shownNodes() as readonly FormatNode[])
    : undefined;

/** A value that knows the lines it is shown by. */
const ownLines = (value: unknown): readonly string[] | undefined =>
  typeof value === 'object' && value !== null && 'shownLines' in value && typeof value.shownLines === 'function'
    ? (value.shownLines() as readonly string[])
    : undefined;

export const coreViews: readonly View[] = [
  table(
    'System.RuntimeType',
    ['System.RuntimeType'],
    [
      column('IsPublic', { width: 8 }),
      column('IsSerializable', { label: 'IsSerial', width: 8 }),
      column('Name', { width: 40 }),
      column('BaseType'),
    ],
  ),
  table(
    'CommandInfo',
    commands.map((name) => automation + name),
    [
      column('CommandType', { width: 15 }),
      { expression: commandName, label: 'Name', width: 50 },
      column('Version', { width: 10 }),
      column('Source'),
    ],
  ),
  list(
    'System.Management.Automation.AliasInfo',
    [`${automation}AliasInfo`],
    ['DisplayName', 'CommandType', 'Definition', 'ReferencedCommand', 'ResolvedCommand'],
  ),
  table('Variable', [`${automation}PSVariable`], [column('Name', { width: 30 }), column('Value')]),
  {
    shape: 'custom',
    name: 'InformationRecord',
    types: [`${automation}InformationRecord`],
    outOfBand: true,
    render: (value, source) => [source.text(value)],
  },
  table('PathInfo', [`${automation}PathInfo`], columns('Path')),
  table(
    'drive',
    [`${automation}PSDriveInfo`],
    [
      column('Name', { width: 10 }),
      { expression: space('Used'), label: 'Used (GB)', width: 13, alignment: 'right' },
      { expression: space('Free'), label: 'Free (GB)', width: 13, alignment: 'right' },
      {
        expression: computed('Provider', (value, source) => path(value, source, 'Provider', 'Name')),
        label: 'Provider',
        width: 13,
      },
      {
        expression: computed(
          'Root',
          (value, source) => path(value, source, 'DisplayRoot') ?? path(value, source, 'Root'),
        ),
        label: 'Root',
        width: 35,
      },
      right('CurrentLocation'),
    ],
  ),
  list(
    'System.Management.Automation.PSDriveInfo',
    [`${automation}PSDriveInfo`],
    ['Name', 'Description', 'Provider', 'Root', 'CurrentLocation'],
  ),
  table(
    'provider',
    [`${automation}ProviderInfo`],
    [column('Name', { width: 20 }), column('Capabilities'), column('Drives')],
  ),
  list(
    'provider',
    [`${automation}ProviderInfo`],
    ['Name', 'Drives', 'Path', 'Home', 'Description', 'Capabilities', 'ImplementingType'],
  ),
  table(
    'Module',
    [`${automation}PSModuleInfo`],
    [
      column('ModuleType', { width: 10 }),
      column('Version', { width: 10 }),
      column('PreRelease', { width: 10 }),
      column('Name', { width: 35 }),
      { expression: keysOf('ExportedCommands'), label: 'ExportedCommands' },
    ],
  ),
  { shape: 'wide', name: 'Module', types: [`${automation}PSModuleInfo`], item: { expression: property('Name') } },
  list(
    'Module',
    [`${automation}PSModuleInfo`],
    [
      'Name',
      'Path',
      'Description',
      'ModuleType',
      'Version',
      'PreRelease',
      'NestedModules',
      { expression: keysOf('ExportedFunctions'), label: 'ExportedFunctions' },
      { expression: keysOf('ExportedCmdlets'), label: 'ExportedCmdlets' },
      { expression: keysOf('ExportedVariables'), label: 'ExportedVariables' },
      { expression: keysOf('ExportedAliases'), label: 'ExportedAliases' },
    ],
  ),
  table(
    'PSSession',
    [`${automation}Runspaces.PSSession`],
    [
      right('Id', { width: 3 }),
      column('Name', { width: 15 }),
      column('Transport', { width: 9 }),
      column('ComputerName', { width: 15 }),
      column('ComputerType', { width: 15 }),
      column('State', { width: 13 }),
      column('ConfigurationName', { width: 20 }),
      right('Availability', { width: 13 }),
    ],
  ),
  table(
    'Microsoft.PowerShell.Commands.GroupInfo',
    [`${cmdlets}GroupInfo`],
    [right('Count', { width: 5 }), column('Name', { width: 25 }), column('Group')],
  ),
  list('Microsoft.PowerShell.Commands.GroupInfo', [`${cmdlets}GroupInfo`], ['Name', 'Count', 'Group', 'Values']),
  table(
    'Microsoft.PowerShell.Commands.GroupInfoNoElement',
    [`${cmdlets}GroupInfoNoElement`],
    [right('Count', { width: 5 }), column('Name', { width: 25 })],
  ),
  list(
    'Microsoft.PowerShell.Commands.GroupInfoNoElement',
    [`${cmdlets}GroupInfoNoElement`],
    ['Name', 'Count', 'Values'],
  ),
  table(
    'Microsoft.PowerShell.Commands.MemberDefinition',
    [`${cmdlets}MemberDefinition`],
    columns('Name', 'MemberType', 'Definition'),
    {
      autoSize: true,
      groupBy: { expression: property('TypeName') },
    },
  ),
  table('CallStackFrame', [`${automation}CallStackFrame`], columns('Command', 'Arguments', 'Location')),
  table(
    'Microsoft.PowerShell.Commands.FileHashInfo',
    [`${cmdlets}FileHashInfo`],
    [column('Algorithm', { width: 15 }), column('Hash', { width: 70 }), column('Path')],
  ),
  table(
    'Microsoft.PowerShell.Commands.ByteCollection',
    [`${cmdlets}ByteCollection`],
    [
      right('HexOffset', { label: 'Offset', width: 16 }),
      column('HexBytes', { label: 'Bytes\n00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F', width: 47 }),
      column('Ascii', { width: 16 }),
    ],
    { groupBy: { expression: property('Label') } },
  ),
  table(
    'System.Management.Automation.PSMethod',
    [`${automation}PSMethod`],
    [{ expression: overloads, label: 'OverloadDefinitions' }],
    { wrap: true },
  ),
  {
    shape: 'custom',
    name: 'Help',
    types: ['', '#parameter', '#syntax', '#example'].map((part) => `MamlCommandHelpInfo${part}`),
    render: (value, source) => ownNodes(value) ?? [source.text(value)],
  },
  {
    shape: 'custom',
    name: 'MatchInfo',
    types: [`${cmdlets}MatchInfo`],
    render: (value, source) =>
      ownLines(value)?.flatMap((line, index) => (index === 0 ? [line] : [lineEnd, line])) ?? [source.text(value)],
  },
  {
    shape: 'custom',
    name: 'ScriptBlock',
    types: [`${automation}ScriptBlock`],
    outOfBand: true,
    render: (value, source) => [source.text(value)],
  },
  ...['Warning', 'Verbose', 'Debug'].map((name): View => ({
    shape: 'custom',
    name: `${name}Record`,
    types: [`${automation}${name}Record`],
    outOfBand: true,
    render: (value, source) => [source.text(path(value, source, 'Message'))],
  })),
];
