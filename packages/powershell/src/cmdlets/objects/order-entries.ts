import type { CommandContext } from '../../runtime/engine/command-context.ts';
import type { FormatSource } from '../../format/format-source.ts';
import { expressionName, hasWildcard, resolveNames } from '../../format/expression.ts';
import type { ErrorRecord, ExceptionValue } from '../../runtime/values/error-record.ts';
import { asScriptError } from '../../runtime/engine/statement-error.ts';
import { itemBlock } from './item-block.ts';
import { objectError } from './object-errors.ts';
import { type PropertyParameter, propertyParameter } from './property-parameter.ts';
import { type ComparerOptions, ValueComparer } from './value-comparer.ts';

/** The value of a property that an object does not have: behind all others. */
export const absent: unique symbol = Symbol('absent');

/** An object with the values that it is ordered by. */
export interface OrderEntry {
  readonly item: unknown;
  readonly keys: readonly unknown[];
}

export interface OrderOptions extends ComparerOptions {
  readonly definition: 'group' | 'sort';
  /** `-Property`; the objects themselves without it. */
  readonly given: readonly unknown[] | undefined;
}

export interface Order {
  readonly entries: readonly OrderEntry[];
  /** One for each key. */
  readonly comparers: readonly ValueComparer[];
}

/** Reads the keys of all objects. Source: OrderByProperty. */
export function orderEntries(context: CommandContext, items: readonly unknown[], options: OrderOptions): Order {
  const keys = keyReader(context, options);
  const properties = expanded(keys.properties, items, context.session.formatting.source);
  const entries = items.map((item) => ({ item, keys: keys.read(item, properties) }));
  const comparers = properties.map((property) => new ValueComparer(directed(property, options)));
  return { entries, comparers: comparers.length > 0 ? comparers : [new ValueComparer(options)] };
}

export interface KeyReader {
  readonly properties: readonly PropertyParameter[];
  read(item: unknown, properties?: readonly PropertyParameter[]): readonly unknown[];
}

export function keyReader(context: CommandContext, { definition, given }: OrderOptions): KeyReader {
  const run = itemBlock(context);
  const { source } = context.session.formatting;
  const own = (given ?? []).map((each) => propertyParameter(each, { definition, run }));
  const valueOf = ({ expression }: PropertyParameter, item: unknown): unknown => {
    if ('property' in expression) {
      const found = source.get(item, expression.property);
      return found ? found.value : absent;
    }
    try {
      return expression.compute(item, source) ?? null;
    } catch (thrown) {
      const error = asScriptError(thrown);
      if (!error) throw thrown;
      context.writeError(evaluationError(error.record.exception, item));
      return null;
    }
  };
  const read: KeyReader['read'] = (item, properties = own) => {
    const [only] = properties;
    if (only === undefined) return [item];
    return properties.length === 1 ? [valueOf(only, item)] : properties.map((property) => valueOf(property, item));
  };
  return { properties: own, read };
}

const evaluationError = (exception: ExceptionValue, target: unknown): ErrorRecord =>
  objectError('ExpressionEvaluation', [], { exception, target });

/** Wildcards stand for all names that any of the objects has, in the order of the alphabet. */
function expanded(
  properties: readonly PropertyParameter[],
  items: readonly unknown[],
  source: FormatSource,
): readonly PropertyParameter[] {
  return properties.flatMap((property) => {
    const { expression } = property;
    if (!('property' in expression) || !hasWildcard(expression.property)) return [property];
    const names = new Set(items.flatMap((item) => resolveNames(expression, item, source).map(expressionName)));
    return [...names].toSorted().map((name) => ({ ...property, expression: { property: name } }));
  });
}

/** `Ascending` or `Descending` of a key; both at once, or neither, leave it to the command. */
function directed({ ascending, descending }: PropertyParameter, options: OrderOptions): ComparerOptions {
  if (ascending === undefined && descending === undefined) return options;
  if (ascending !== undefined && ascending === descending) return options;
  return { ...options, descending: ascending === undefined ? descending === true : !ascending };
}

export function compareKeys(
  left: readonly unknown[],
  right: readonly unknown[],
  comparers: readonly ValueComparer[],
): number {
  for (let index = 0; index < comparers.length; index++) {
    const order = compareKey(left[index], right[index], comparers[index]!);
    if (order !== 0) return order;
  }
  return 0;
}

function compareKey(left: unknown, right: unknown, comparer: ValueComparer): number {
  if (left === absent || right === absent) return Number(left === absent) - Number(right === absent);
  return comparer.compare(left, right);
}
