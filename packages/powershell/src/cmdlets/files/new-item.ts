import { childOf } from '../../providers/expand.ts';
import type { ItemPath } from '../../providers/provider.ts';
import { switchOf, textOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { itemObject } from './item-object.ts';
import { attempt, drivesFor } from './item-paths.ts';
import { credential, force } from './path-parameters.ts';

const remoting = [
  'ApplicationName',
  'Authentication',
  'CertificateThumbprint',
  'ConnectionURI',
  'Options',
  'OptionSet',
  'Port',
  'SessionOption',
  'UseSSL',
].map((name) => ({ name, unsupported: true }) as const);

export const newItem: Cmdlet = {
  kind: 'cmdlet',
  name: 'New-Item',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['ni'],
  implementingType: 'Microsoft.PowerShell.Commands.NewItemCommand',
  outputTypes: ['System.IO.FileInfo', 'System.IO.DirectoryInfo'],
  defaultSet: 'pathSet',
  confirms: 'Medium',
  parameters: [
    {
      name: 'Path',
      type: 'String[]',
      pipeline: 'property',
      sets: { pathSet: { mandatory: true, position: 0 }, nameSet: { position: 0 } },
    },
    {
      name: 'Name',
      type: 'String',
      pipeline: 'property',
      allowNull: true,
      allowEmptyString: true,
      sets: { nameSet: { mandatory: true } },
    },
    { name: 'ItemType', type: 'String', aliases: ['Type'], pipeline: 'property' },
    { name: 'Value', aliases: ['Target'], pipeline: 'both' },
    force,
    credential,
    ...remoting,
  ],
  create: (context) => ({
    process: () => {
      for (const item of targetsOf(context)) create(context, item);
    },
  }),
};

function targetsOf(context: CommandContext): readonly ItemPath[] {
  const name = textOf(context.parameters, 'Name');
  const paths = textsOf(context.parameters, 'Path') ?? [''];
  return paths.flatMap((path) => {
    const item = attempt(context, () => drivesFor(context).resolve(path === '' ? '.' : path));
    if (!item) return [];
    return name === undefined || name === '' ? [item] : [childOf(item, name)];
  });
}

const actions: Readonly<Record<string, string>> = {
  directory: 'Create Directory',
  container: 'Create Directory',
  symboliclink: 'Create Symbolic Link',
  hardlink: 'Create Hard Link',
};

function create(context: CommandContext, item: ItemPath): void {
  const { parameters } = context;
  const type = textOf(parameters, 'ItemType') ?? '';
  const action = item.provider.values ? 'New Item' : (actions[type.toLowerCase()] ?? 'Create File');
  if (!context.shouldProcess(`Destination: ${item.path}`, action)) return;
  const made = attempt(context, () =>
    itemObject(
      item,
      item.provider.create(item.path, {
        type,
        value: parameters['Value'] ?? null,
        force: switchOf(parameters, 'Force'),
      }),
    ),
  );
  if (made !== undefined) context.out.write(made);
}
