import { listOfParameter, numberOf, switchOf, textOf } from '../runtime/binder/read-parameters.ts';
import type { ParameterSpec } from '../runtime/binder/parameter-spec.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet, Processor } from '../runtime/engine/command.ts';
import { CustomObject, extend } from '../runtime/values/ps-object.ts';
import { expressionName } from '../format/expression.ts';
import { isPresent } from './objects/input-object.ts';
import { keyReader, type OrderEntry, type OrderOptions } from './objects/order-entries.ts';
import { type Difference, SetComparison } from './objects/set-comparison.ts';
import { ValueComparer } from './objects/value-comparer.ts';

const parameters: readonly ParameterSpec[] = [
  { name: 'ReferenceObject', type: 'PSObject[]', position: 0, mandatory: true, allowEmptyCollection: true },
  {
    name: 'DifferenceObject',
    type: 'PSObject[]',
    position: 1,
    mandatory: true,
    pipeline: 'value',
    allowEmptyCollection: true,
  },
  { name: 'SyncWindow', type: 'Int32', validate: [{ kind: 'range', min: 0, max: 2147483647 }] },
  { name: 'Property', type: 'Object[]' },
  { name: 'ExcludeDifferent', type: 'SwitchParameter' },
  { name: 'IncludeEqual', type: 'SwitchParameter' },
  { name: 'PassThru', type: 'SwitchParameter' },
  { name: 'Culture', type: 'String' },
  { name: 'CaseSensitive', type: 'SwitchParameter' },
];

export const compareObject: Cmdlet = {
  kind: 'cmdlet',
  name: 'Compare-Object',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['compare', 'diff'],
  implementingType: 'Microsoft.PowerShell.Commands.CompareObjectCommand',
  outputMembers: () => ['InputObject', 'SideIndicator'],
  parameters,
  create: (context) => compareSets(context),
};

function compareSets(context: CommandContext): Processor {
  const { parameters: given } = context;
  const options: OrderOptions = {
    definition: 'group',
    given: listOfParameter(given, 'Property'),
    caseSensitive: switchOf(given, 'CaseSensitive'),
    culture: textOf(given, 'Culture'),
  };
  const reader = keyReader(context, options);
  const entriesOf = (name: string): OrderEntry[] =>
    (listOfParameter(given, name) ?? [])
      .filter((item) => isPresent(item))
      .map((item) => ({ item, keys: reader.read(item) }));
  const names = reader.properties.map(({ expression }) => expressionName(expression));
  const comparison = new SetComparison({
    references: entriesOf('ReferenceObject'),
    comparers: (names.length > 0 ? names : ['']).map(() => new ValueComparer(options)),
    window: numberOf(given, 'SyncWindow') ?? Infinity,
    emit: emitter(context, names),
  });
  return {
    process: () => entriesOf('DifferenceObject').forEach((entry) => comparison.add(entry)),
    end: () => comparison.end(),
  };
}

/** Writes what is asked for: differences, and what is equal by `-IncludeEqual` or `-ExcludeDifferent`. */
function emitter({ out, parameters: given }: CommandContext, names: readonly string[]): (found: Difference) => void {
  const excludesDifferent = switchOf(given, 'ExcludeDifferent');
  const includesEqual = 'IncludeEqual' in given ? switchOf(given, 'IncludeEqual') : excludesDifferent;
  const passes = switchOf(given, 'PassThru');
  return ({ entry, side }) => {
    if (side === '==' ? !includesEqual : excludesDifferent) return;
    out.write(passes ? marked(entry.item, side) : described(entry, names).setNote('SideIndicator', side));
  };
}

function marked(item: unknown, side: string): unknown {
  if (typeof item === 'object' && item !== null) extend(item).set({ kind: 'note', name: 'SideIndicator', value: side });
  return item;
}

function described({ item, keys }: OrderEntry, names: readonly string[]): CustomObject {
  const made = new CustomObject();
  if (names.length === 0) return made.setNote('InputObject', item);
  for (const [index, name] of names.entries()) {
    if (!made.members.get(name)) made.setNote(name, typeof keys[index] === 'symbol' ? null : keys[index]);
  }
  return made;
}
