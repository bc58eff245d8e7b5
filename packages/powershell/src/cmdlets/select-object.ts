import type { ParameterSpec, ParameterUse } from '../runtime/binder/parameter-spec.ts';
import { listOfParameter, numberOf, switchOf } from '../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet, Processor } from '../runtime/engine/command.ts';
import { toNumber, type NumericValue } from '../runtime/values/number-types.ts';
import { inputReader, isPresent } from './objects/input-object.ts';
import { IndexSelection, QueueSelection, type Selection } from './objects/selection.ts';
import { PropertySelection } from './objects/property-selection.ts';
import { UniqueObjects } from './objects/unique-objects.ts';

const base = 'DefaultParameter';
const skipLast = 'SkipLastParameter';
const index = 'IndexParameter';
const skipIndex = 'SkipIndexParameter';
const inBoth = (use: ParameterUse = {}) => ({ [base]: use, [skipLast]: use });
const count = {
  type: 'Int32',
  validate: [{ kind: 'range', min: 0, max: 2147483647 }],
} as const satisfies Partial<ParameterSpec>;

const parameters: readonly ParameterSpec[] = [
  { name: 'InputObject', type: 'PSObject', pipeline: 'value' },
  { name: 'Property', type: 'Object[]', sets: inBoth({ position: 0 }) },
  { name: 'ExcludeProperty', type: 'String[]', sets: inBoth() },
  { name: 'ExpandProperty', type: 'String', sets: inBoth() },
  { name: 'Unique', type: 'SwitchParameter' },
  { name: 'CaseInsensitive', type: 'SwitchParameter' },
  { name: 'Last', ...count, sets: { [base]: {} } },
  { name: 'First', ...count, sets: { [base]: {} } },
  { name: 'Skip', ...count, sets: inBoth() },
  { name: 'SkipLast', ...count, sets: { [skipLast]: {} } },
  { name: 'Wait', type: 'SwitchParameter', sets: { [base]: {}, [index]: {} } },
  { name: 'Index', ...count, type: 'Int32[]', sets: { [index]: {} } },
  { name: 'SkipIndex', ...count, type: 'Int32[]', sets: { [skipIndex]: {} } },
];

export const selectObject: Cmdlet = {
  kind: 'cmdlet',
  name: 'Select-Object',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['select'],
  implementingType: 'Microsoft.PowerShell.Commands.SelectObjectCommand',
  defaultSet: base,
  parameters,
  takesBoxed: true,
  create: (context) => select(context),
};

function select(context: CommandContext): Processor {
  const { out, stopUpstream, parameters: given } = context;
  const read = inputReader(context);
  const unique = switchOf(given, 'Unique') ? new UniqueObjects(switchOf(given, 'CaseInsensitive')) : undefined;
  const shape = new PropertySelection(context, (value, notes) =>
    unique ? unique.add(value, notes) : out.write(value),
  );
  const selection = selectionOf(given);
  const finish = (): void => {
    for (const item of selection.rest()) shape.select(item);
    for (const item of unique?.items ?? []) out.write(item);
  };
  return {
    process: (item) => {
      const input = read(item);
      if (!isPresent(input)) return;
      for (const selected of selection.take(input)) shape.select(selected);
      if (!selection.isComplete || switchOf(given, 'Wait')) return;
      finish();
      stopUpstream();
    },
    end: finish,
  };
}

function selectionOf(given: CommandContext['parameters']): Selection {
  const indexes = listOfParameter(given, 'Index') ?? listOfParameter(given, 'SkipIndex');
  if (indexes) {
    const wanted = indexes.map((each) => toNumber(each as NumericValue));
    return new IndexSelection(wanted, { skips: 'SkipIndex' in given });
  }
  return new QueueSelection({
    first: numberOf(given, 'First'),
    last: numberOf(given, 'Last'),
    skip: numberOf(given, 'Skip') ?? 0,
    skipLast: numberOf(given, 'SkipLast') ?? 0,
  });
}
