import { listOfParameter, switchOf, textOf } from '../runtime/binder/read-parameters.ts';
import type { ParameterSpec } from '../runtime/binder/parameter-spec.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet, Processor } from '../runtime/engine/command.ts';
import { CaseSensitiveHashtable, Hashtable } from '../runtime/values/dictionary.ts';
import type { GroupInfo } from '../runtime/values/command-results.ts';
import { groupEntries } from './objects/group-entries.ts';
import { inputReader, isPresent } from './objects/input-object.ts';
import { objectError, terminating } from './objects/object-errors.ts';
import { type OrderOptions, orderEntries } from './objects/order-entries.ts';

const parameters: readonly ParameterSpec[] = [
  { name: 'NoElement', type: 'SwitchParameter' },
  { name: 'AsHashTable', type: 'SwitchParameter', aliases: ['AHT'] },
  { name: 'AsString', type: 'SwitchParameter' },
  { name: 'InputObject', type: 'PSObject', pipeline: 'value' },
  { name: 'Property', type: 'Object[]', position: 0 },
  { name: 'Culture', type: 'String' },
  { name: 'CaseSensitive', type: 'SwitchParameter' },
];

export const groupObject: Cmdlet = {
  kind: 'cmdlet',
  name: 'Group-Object',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['group'],
  implementingType: 'Microsoft.PowerShell.Commands.GroupObjectCommand',
  outputTypes: ['Microsoft.PowerShell.Commands.GroupInfo'],
  parameters,
  takesBoxed: true,
  create: (context) => group(context),
};

function group(context: CommandContext): Processor {
  const { parameters: given } = context;
  const read = inputReader(context);
  const items: unknown[] = [];
  const options: OrderOptions = {
    definition: 'group',
    given: listOfParameter(given, 'Property'),
    caseSensitive: switchOf(given, 'CaseSensitive'),
    culture: textOf(given, 'Culture'),
  };
  return {
    process: (item) => {
      const input = read(item);
      if (!isPresent(input)) return;
      if (items.length === 0) checkParameters(given, options.given?.length ?? 0);
      items.push(input);
    },
    end: () => {
      if (items.length === 0) return;
      const order = orderEntries(context, items, options);
      write(
        context,
        groupEntries(order, { keepsElements: !switchOf(given, 'NoElement'), byProperty: options.given !== undefined }),
      );
    },
  };
}

function checkParameters(given: CommandContext['parameters'], properties: number): void {
  const asString = switchOf(given, 'AsString');
  const asHashTable = switchOf(given, 'AsHashTable');
  if (asString && !asHashTable) throw terminating('GroupObjectWithHashTable');
  if (asHashTable && !asString && properties > 1) throw terminating('GroupObjectSingleProperty');
}

function write({ out, parameters: given, writeError }: CommandContext, groups: readonly GroupInfo[]): void {
  if (!switchOf(given, 'AsHashTable')) return groups.forEach((each) => out.write(each));
  const table = switchOf(given, 'CaseSensitive') ? new CaseSensitiveHashtable() : new Hashtable();
  const byName = switchOf(given, 'AsString');
  for (const each of groups) {
    const key = byName ? each.name : each.values.items[0];
    if (key === null || key === undefined || table.has(key)) return writeError(objectError('GroupKeyDuplicate'));
    table.set(key, each.group);
  }
  out.write(table);
}
