import { listOfParameter, switchOf } from '../runtime/binder/read-parameters.ts';
import type { ParameterSpec } from '../runtime/binder/parameter-spec.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet, Processor } from '../runtime/engine/command.ts';
import type { Expression } from '../format/expression.ts';
import { expressionName, hasWildcard } from '../format/expression.ts';
import { inputReader, isPresent } from './objects/input-object.ts';
import { itemBlock } from './objects/item-block.ts';
import { type MeasureSwitches, Statistics, switchNames } from './objects/measure-statistics.ts';
import { propertyParameter } from './objects/property-parameter.ts';
import { propertyValues } from './objects/property-values.ts';

const numbers = 'GenericMeasure';
const texts = 'TextMeasure';
const numberSwitches = ['StandardDeviation', 'Sum', 'AllStats', 'Average', 'Maximum', 'Minimum'];
const textSwitches = ['Line', 'Word', 'Character', 'IgnoreWhiteSpace'];
const switches = (names: readonly string[], set: string): ParameterSpec[] =>
  names.map((name) => ({ name, type: 'SwitchParameter', sets: { [set]: {} } }));

const parameters: readonly ParameterSpec[] = [
  { name: 'InputObject', type: 'PSObject', pipeline: 'value' },
  {
    name: 'Property',
    type: 'Microsoft.PowerShell.Commands.PSPropertyExpression[]',
    position: 0,
    validate: [{ kind: 'notNullOrEmpty' }],
  },
  ...switches(numberSwitches, numbers),
  ...switches(textSwitches, texts),
];

export const measureObject: Cmdlet = {
  kind: 'cmdlet',
  name: 'Measure-Object',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['measure'],
  implementingType: 'Microsoft.PowerShell.Commands.MeasureObjectCommand',
  outputTypes: ['Microsoft.PowerShell.Commands.GenericMeasureInfo'],
  defaultSet: numbers,
  parameters,
  takesBoxed: true,
  create: (context) => measure(context),
};

function measure(context: CommandContext): Processor {
  const { out, parameters: given } = context;
  const read = inputReader(context);
  const measured = new MeasuredProperties(context);
  return {
    process: (item) => {
      const input = read(item);
      if (isPresent(input)) measured.add(input);
    },
    end: () => {
      for (const info of measured.results('Property' in given)) out.write(info);
    },
  };
}

/** Statistics by the names of properties; of the objects themselves where none is asked for. */
class MeasuredProperties {
  readonly #context: CommandContext;
  readonly #expressions: readonly Expression[];
  readonly #switches: MeasureSwitches;
  readonly #byName = new Map<string, { readonly name: string; readonly statistics: Statistics }>();

  constructor(context: CommandContext) {
    const { parameters: given } = context;
    const run = itemBlock(context);
    const properties = listOfParameter(given, 'Property') ?? [];
    const all = switchOf(given, 'AllStats');
    this.#context = context;
    this.#expressions = properties.map((each) => propertyParameter(each, { definition: 'measure', run }).expression);
    this.#switches = Object.fromEntries(
      switchNames.map((name) => [name, switchOf(given, name) || (all && numberSwitches.includes(name))]),
    ) as MeasureSwitches;
    if (properties.length === 0) this.#statistics('');
  }

  add(item: unknown): void {
    if (this.#expressions.length === 0) return this.#statistics('').add(item);
    const seen = new Set<string>();
    for (const expression of this.#expressions) this.#addProperty(expression, item, seen);
  }

  #addProperty(expression: Expression, item: unknown, seen: Set<string>): void {
    const results = propertyValues(expression, item, this.#context.session.formatting.source);
    if (results.length === 0 && 'property' in expression && !hasWildcard(expression.property)) {
      this.#statistics(expressionName(expression));
    }
    for (const { name, value } of results) {
      if (seen.has(name)) continue;
      seen.add(name);
      this.#statistics(name).add(value);
    }
  }

  results(hasProperty: boolean): unknown[] {
    const found = [...this.#byName.values()].filter(({ statistics }) => !hasProperty || statistics.count > 0);
    const failed = found.some(({ statistics }) => statistics.failed);
    return found.map(({ name, statistics }) =>
      statistics.result({ property: hasProperty ? name : null, withNumbers: !failed }),
    );
  }

  #statistics(name: string): Statistics {
    const key = name.toLowerCase();
    const known = this.#byName.get(key);
    if (known) return known.statistics;
    const statistics = new Statistics(this.#switches, this.#context.writeError);
    this.#byName.set(key, { name, statistics });
    return statistics;
  }
}
