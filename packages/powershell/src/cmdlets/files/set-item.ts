import type { ItemPath } from '../../providers/provider.ts';
import { providerRecord } from '../../providers/provider-errors.ts';
import { switchOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { itemObject } from './item-object.ts';
import { toText } from '../../runtime/values/to-text.ts';
import { attempt, existingItems, plainItems } from './item-paths.ts';
import { credential, filterParameters, force, passThru, pathParameters } from './path-parameters.ts';

export const setItem: Cmdlet = {
  kind: 'cmdlet',
  name: 'Set-Item',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['si'],
  implementingType: 'Microsoft.PowerShell.Commands.SetItemCommand',
  defaultSet: 'Path',
  confirms: 'Medium',
  parameters: [
    ...pathParameters('property'),
    { name: 'Value', position: 1, pipeline: 'both' },
    force,
    passThru,
    ...filterParameters,
    credential,
    { name: 'Options', unsupported: true },
    { name: 'Type', unsupported: true },
  ],
  create: (context) => ({
    process: () => {
      const value = context.parameters['Value'] ?? null;
      for (const item of plainItems(context)) {
        if (!context.shouldProcess(`Item: ${item.path} Value: ${toText(value)}`, 'Set Item')) continue;
        writeMade(
          context,
          attempt(context, () => itemObject(item, valuesOf(item).write(item.path, value))),
        );
      }
    },
  }),
};

export const clearItem: Cmdlet = {
  kind: 'cmdlet',
  name: 'Clear-Item',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['cli'],
  implementingType: 'Microsoft.PowerShell.Commands.ClearItemCommand',
  defaultSet: 'Path',
  confirms: 'Medium',
  parameters: [...pathParameters('both'), force, ...filterParameters, credential],
  create: (context) => ({
    process: () => {
      for (const item of existingItems(context)) {
        if (!context.shouldProcess(`Item: ${item.path}`, 'Clear Item')) continue;
        attempt(context, () => valuesOf(item).clear(item.path));
      }
    },
  }),
};

function valuesOf({ provider, path }: ItemPath): NonNullable<ItemPath['provider']['values']> {
  if (!provider.values) throw new ScriptError(providerRecord('NotSupported', [], path));
  return provider.values;
}

function writeMade(context: CommandContext, value: unknown): void {
  if (value !== undefined && switchOf(context.parameters, 'PassThru')) context.out.write(value);
}
