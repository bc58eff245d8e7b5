import { listOfParameter, numberOf, switchOf, textOf } from '../runtime/binder/read-parameters.ts';
import type { ParameterSpec } from '../runtime/binder/parameter-spec.ts';
import type { Cmdlet, Processor } from '../runtime/engine/command.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import { inputReader, isPresent } from './objects/input-object.ts';
import { type OrderEntry, orderEntries } from './objects/order-entries.ts';
import { sortEntries, uniqueEntries } from './objects/sort-entries.ts';

const count = {
  type: 'Int32',
  validate: [{ kind: 'range', min: 1, max: 2147483647 }],
} as const satisfies Partial<ParameterSpec>;

const parameters: readonly ParameterSpec[] = [
  { name: 'Stable', type: 'SwitchParameter', sets: { Default: {} } },
  { name: 'Descending', type: 'SwitchParameter' },
  { name: 'Unique', type: 'SwitchParameter' },
  { name: 'Top', ...count, sets: { Top: { mandatory: true } } },
  { name: 'Bottom', ...count, sets: { Bottom: { mandatory: true } } },
  { name: 'InputObject', type: 'PSObject', pipeline: 'value' },
  { name: 'Property', type: 'Object[]', position: 0 },
  { name: 'Culture', type: 'String' },
  { name: 'CaseSensitive', type: 'SwitchParameter' },
];

export const sortObject: Cmdlet = {
  kind: 'cmdlet',
  name: 'Sort-Object',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['sort'],
  implementingType: 'Microsoft.PowerShell.Commands.SortObjectCommand',
  defaultSet: 'Default',
  parameters,
  takesBoxed: true,
  create: (context) => sort(context),
};

function sort(context: CommandContext): Processor {
  const { out, parameters: given } = context;
  const read = inputReader(context);
  const items: unknown[] = [];
  return {
    process: (item) => {
      const input = read(item);
      if (isPresent(input)) items.push(input);
    },
    end: () => {
      const { entries, comparers } = orderEntries(context, items, {
        definition: 'sort',
        given: listOfParameter(given, 'Property'),
        descending: switchOf(given, 'Descending'),
        caseSensitive: switchOf(given, 'CaseSensitive'),
        culture: textOf(given, 'Culture'),
      });
      const sorted = sortEntries(entries, comparers);
      const chosen = limited(switchOf(given, 'Unique') ? uniqueEntries(sorted, comparers) : sorted, given);
      for (const { item } of chosen) out.write(item);
    },
  };
}

function limited(entries: readonly OrderEntry[], given: CommandContext['parameters']): readonly OrderEntry[] {
  const top = numberOf(given, 'Top');
  const bottom = numberOf(given, 'Bottom');
  if (top !== undefined) return entries.slice(0, top);
  return bottom === undefined ? entries : entries.slice(-bottom);
}
