import { drivesOf } from '../../providers/drives.ts';
import type { ItemPath } from '../../providers/provider.ts';
import { providerRecord } from '../../providers/provider-errors.ts';
import { switchOf, textOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { getMember, hasMember, setMember } from '../../runtime/members/get-member.ts';
import { fileSystemRecord } from '../../providers/file-system/file-system-errors.ts';
import { CustomObject } from '../../runtime/values/ps-object.ts';
import { toText } from '../../runtime/values/to-text.ts';
import { itemObject } from './item-object.ts';
import { attempt, existingItems } from './item-paths.ts';
import { credential, filterParameters, force, passThru, pathParameters } from './path-parameters.ts';

const module = 'Microsoft.PowerShell.Management';
const read = (value: unknown, name: string): unknown => getMember(value, name, () => undefined) ?? null;

export const getItemProperty: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-ItemProperty',
  module,
  aliases: ['gp'],
  implementingType: 'Microsoft.PowerShell.Commands.GetItemPropertyCommand',
  defaultSet: 'Path',
  parameters: [
    ...pathParameters('both'),
    { name: 'Name', type: 'String[]', aliases: ['PSProperty'], position: 1 },
    ...filterParameters,
    credential,
  ],
  create: (context) => ({
    process: () => {
      const names = textsOf(context.parameters, 'Name');
      for (const item of existingItems(context)) {
        const value = attempt(context, () => itemObject(item));
        if (value !== undefined) context.out.write(names ? chosenProperties(context, value, names) : value);
      }
    },
  }),
};

function chosenProperties(context: CommandContext, item: unknown, names: readonly string[]): CustomObject {
  const result = new CustomObject();
  for (const name of names) {
    if (hasMember(item, name)) result.setNote(name, read(item, name));
    else context.writeError(fileSystemRecord('PropertyNotFound', [name], name));
  }
  for (const name of ['PSPath', 'PSParentPath', 'PSChildName', 'PSDrive', 'PSProvider']) {
    result.setNote(name, read(item, name));
  }
  return result;
}

export const getItemPropertyValue: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-ItemPropertyValue',
  module,
  aliases: ['gpv'],
  implementingType: 'Microsoft.PowerShell.Commands.GetItemPropertyValueCommand',
  defaultSet: 'Path',
  parameters: [
    ...pathParameters('both').map((spec) =>
      spec.name === 'Path' ? { ...spec, sets: { Path: { position: 0 } } } : spec,
    ),
    { name: 'Name', type: 'String[]', aliases: ['PSProperty'], position: 1, mandatory: true },
    ...filterParameters,
    credential,
  ],
  create: (context) => ({
    process: () => {
      const items =
        context.parameters['Path'] || context.parameters['LiteralPath'] ? existingItems(context) : [here(context)];
      for (const item of items) {
        const value = attempt(context, () => itemObject(item));
        for (const name of textsOf(context.parameters, 'Name') ?? []) {
          if (hasMember(value, name)) context.out.write(read(value, name));
          else context.writeError(fileSystemRecord('PropertyNotFound', [name], name));
        }
      }
    },
  }),
};

const here = ({ session }: CommandContext): ItemPath => drivesOf(session).location.item;

export const setItemProperty: Cmdlet = {
  kind: 'cmdlet',
  name: 'Set-ItemProperty',
  module,
  aliases: ['sp'],
  implementingType: 'Microsoft.PowerShell.Commands.SetItemPropertyCommand',
  defaultSet: 'propertyValuePathSet',
  confirms: 'Medium',
  parameters: [
    {
      name: 'Path',
      type: 'String[]',
      pipeline: 'property',
      sets: {
        propertyValuePathSet: { mandatory: true, position: 0 },
        propertyPSObjectPathSet: { mandatory: true, position: 0 },
      },
    },
    {
      name: 'LiteralPath',
      type: 'String[]',
      aliases: ['PSPath', 'LP'],
      pipeline: 'property',
      sets: { propertyValueLiteralPathSet: { mandatory: true }, propertyPSObjectLiteralPathSet: { mandatory: true } },
    },
    {
      name: 'Name',
      type: 'String',
      aliases: ['PSProperty'],
      pipeline: 'property',
      sets: {
        propertyValuePathSet: { mandatory: true, position: 1 },
        propertyValueLiteralPathSet: { mandatory: true, position: 1 },
      },
    },
    {
      name: 'Value',
      pipeline: 'property',
      allowNull: true,
      sets: {
        propertyValuePathSet: { mandatory: true, position: 2 },
        propertyValueLiteralPathSet: { mandatory: true, position: 2 },
      },
    },
    {
      name: 'InputObject',
      type: 'PSObject',
      pipeline: 'both',
      sets: {
        propertyPSObjectPathSet: { mandatory: true },
        propertyPSObjectLiteralPathSet: { mandatory: true },
      },
    },
    passThru,
    force,
    ...filterParameters,
    credential,
    { name: 'Type', unsupported: true },
  ],
  create: (context) => ({
    process: () => {
      const changes = changesOf(context);
      for (const item of existingItems(context)) change(context, item, changes);
    },
  }),
};

function changesOf({ parameters }: CommandContext): readonly (readonly [string, unknown])[] {
  const given = parameters['InputObject'];
  if (given instanceof CustomObject) {
    return Array.from(given.members, (member) => [member.name, read(given, member.name)] as const);
  }
  return [[textOf(parameters, 'Name') ?? '', parameters['Value'] ?? null]];
}

function change(context: CommandContext, item: ItemPath, changes: readonly (readonly [string, unknown])[]): void {
  for (const [name, value] of changes) {
    const action = item.provider.isContainer(item.path) ? 'Set Property Directory' : 'Set Property File';
    if (!context.shouldProcess(`Item: ${item.path} Property: ${name} Value: ${toText(value)}`, action)) continue;
    attempt(context, () => {
      const target = itemObject(item);
      if (!hasMember(target, name)) throw new ScriptError(fileSystemRecord('PropertyNotFound', [name], name));
      setMember(target, name, value);
      if (switchOf(context.parameters, 'PassThru')) context.out.write(chosenProperties(context, target, [name]));
    });
  }
}

/** Properties that are made and removed belong to the registry, which is not there: no provider of this session has them. */
const registryOnly = (name: string, aliases: readonly string[], more: readonly ParameterSpec[]): Cmdlet => ({
  kind: 'cmdlet',
  name,
  module,
  aliases,
  implementingType: `Microsoft.PowerShell.Commands.${name.replace('-', '')}Command`,
  defaultSet: 'Path',
  confirms: 'Medium',
  parameters: [...more, ...filterParameters, force, credential],
  create: (context) => ({
    process: () => {
      for (const item of existingItems(context))
        context.writeError(providerRecord('PropertiesNotSupported', [], item.path));
    },
  }),
});

export const newItemProperty = registryOnly(
  'New-ItemProperty',
  [],
  [
    ...pathParameters('property').map((spec) =>
      spec.name === 'Path'
        ? { name: 'Path', type: 'String[]', sets: { Path: { mandatory: true, position: 0 } } }
        : spec,
    ),
    { name: 'Name', type: 'String', aliases: ['PSProperty'], pipeline: 'property', mandatory: true, position: 1 },
    { name: 'PropertyType', type: 'String', aliases: ['Type'], pipeline: 'property' },
    { name: 'Value', pipeline: 'property' },
  ],
);

export const removeItemProperty = registryOnly(
  'Remove-ItemProperty',
  ['rp'],
  [
    ...pathParameters('both'),
    { name: 'Name', type: 'String[]', aliases: ['PSProperty'], pipeline: 'property', mandatory: true, position: 1 },
  ],
);
