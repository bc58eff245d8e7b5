import type { ParameterSpec } from '../runtime/binder/parameter-spec.ts';
import type { Cmdlet } from '../runtime/engine/command.ts';
import { BlockInScope } from '../runtime/engine/call-block.ts';
import { ScriptBlock } from '../runtime/values/script-block.ts';
import { isTrue } from '../runtime/values/truth.ts';
import { inputReader } from './objects/input-object.ts';
import { simpleFilter } from './objects/simple-filter.ts';
import { whereOperators } from './objects/where-operators.ts';
import { nothing } from '../runtime/values/nothing.ts';

const sets = whereOperators.map(({ set }) => set);
const withValue = sets.filter((set) => set !== 'Not');
const inSets = <T>(names: readonly string[], use: T): Record<string, T> =>
  Object.fromEntries(names.map((name) => [name, use]));

const parameters: readonly ParameterSpec[] = [
  { name: 'InputObject', type: 'PSObject', pipeline: 'value' },
  { name: 'FilterScript', type: 'ScriptBlock', sets: { ScriptBlockSet: { position: 0, mandatory: true } } },
  {
    name: 'Property',
    type: 'String',
    sets: inSets(sets, { position: 0, mandatory: true }),
    validate: [{ kind: 'notNullOrEmpty' }],
  },
  { name: 'Value', type: 'PSObject', sets: inSets(withValue, { position: 1 }) },
  ...whereOperators.map(({ name, alias, set }) => ({
    name,
    type: 'SwitchParameter',
    aliases: alias ? [alias] : [],
    sets: { [set]: { mandatory: set !== 'EqualSet' } },
  })),
];

export const whereObject: Cmdlet = {
  kind: 'cmdlet',
  name: 'Where-Object',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['?', 'where'],
  implementingType: 'Microsoft.PowerShell.Commands.WhereObjectCommand',
  defaultSet: 'EqualSet',
  parameters,
  takesBoxed: true,
  create: (context) => {
    const { out, parameters: given } = context;
    const read = inputReader(context);
    const filter = given['FilterScript'];
    const accepts = filter instanceof ScriptBlock ? scriptFilter(context, filter) : simpleFilter(context);
    return {
      process: (item) => {
        const input = read(item);
        if (input !== nothing && accepts(input)) out.write(input);
      },
    };
  },
};

function scriptFilter(
  { session, streams }: Parameters<Cmdlet['create']>[0],
  filter: ScriptBlock,
): (item: unknown) => boolean {
  const block = new BlockInScope(session, filter, streams);
  return (item) => isTrue(block.valueFor(item));
}
