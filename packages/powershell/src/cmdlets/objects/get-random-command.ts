import { listOfParameter, numberOf, switchOf } from '../../runtime/binder/read-parameters.ts';
import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';
import { convertTo } from '../../runtime/conversions/convert.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import type { Processor } from '../../runtime/engine/command.ts';
import { coreTypes } from '../../runtime/types/type-registry.ts';
import {
  double,
  integer,
  type NumericValue,
  numericType,
  toBigInt,
  toNumber,
} from '../../runtime/values/number-types.ts';
import { numberFromText } from '../../runtime/values/parse-number.ts';
import { toText } from '../../runtime/values/to-text.ts';
import { terminating } from './object-errors.ts';
import type { RandomNumbers } from './random-numbers.ts';

const number = 'RandomNumberParameterSet';
const item = 'RandomListItemParameterSet';
const shuffle = 'ShuffleParameterSet';

export const defaultRandomSet = number;

/** What both random cmdlets take. */
export const randomParameters: readonly ParameterSpec[] = [
  { name: 'Maximum', sets: { [number]: { position: 0 } } },
  { name: 'Minimum', sets: { [number]: {} } },
  {
    name: 'Count',
    type: 'Int32',
    sets: { [number]: {}, [item]: {} },
    validate: [{ kind: 'range', min: 1, max: 2147483647 }],
  },
  {
    name: 'InputObject',
    type: 'Object[]',
    pipeline: 'value',
    sets: { [item]: { position: 0, mandatory: true }, [shuffle]: { position: 0, mandatory: true } },
    allowNull: true,
  },
  { name: 'Shuffle', type: 'SwitchParameter', sets: { [shuffle]: { mandatory: true } } },
];

/** Numbers between two bounds, or elements of a list. Source: GetRandomCommandBase. */
export function getRandom(context: CommandContext, numbers: RandomNumbers): Processor {
  const { hasInput, parameters: given } = context;
  const isNumber = !('InputObject' in given) && !(hasInput && !('Maximum' in given) && !('Minimum' in given));
  if (isNumber && !Array.isArray(given['Maximum'])) return { begin: () => writeNumbers(context, numbers) };
  const chosen = choiceOf(context, numbers);
  if (Array.isArray(given['Maximum'])) chosen.add(given['Maximum']);
  return {
    process: () => chosen.add(listOfParameter(given, 'InputObject') ?? (isNumber ? [] : [null])),
    end: () => {
      for (const item of drawn(chosen.items, numbers)) context.out.write(item);
    },
  };
}

interface Choice {
  readonly items: unknown[];
  add(items: readonly unknown[]): void;
}

/** As many of the items as are asked for, each as likely as the others; with -Shuffle all. */
function choiceOf({ parameters: given }: CommandContext, numbers: RandomNumbers): Choice {
  const count = switchOf(given, 'Shuffle') ? Infinity : (numberOf(given, 'Count') ?? 1);
  const items: unknown[] = [];
  let seen = 0;
  const add = (item: unknown): void => {
    if (seen++ < count) items.push(item);
    else if (numbers.between(0, seen) < count) items[numbers.between(0, items.length)] = item;
  };
  return { items, add: (more) => more.forEach(add) };
}

/** The items in random order. */
function* drawn(items: unknown[], numbers: RandomNumbers): Generator<unknown> {
  for (let from = 0; from < items.length; from++) {
    const at = numbers.between(from, items.length);
    yield items[at];
    items[at] = items[from];
  }
}

function writeNumbers({ out, parameters: given }: CommandContext, numbers: RandomNumbers): void {
  const minimum = bound(given['Minimum']);
  const maximum = bound(given['Maximum']);
  const count = numberOf(given, 'Count') ?? 1;
  const make = isWhole(minimum) && isWhole(maximum) ? wholeNumbers : fractions;
  const next = make(minimum, maximum, numbers);
  for (let made = 0; made < count; made++) out.write(next());
}

type Bound = NumericValue | undefined;

function bound(given: unknown): Bound {
  if (given === undefined || given === null) return undefined;
  if (typeof given === 'string') return numberFromText(given);
  return given as NumericValue;
}

const isWhole = (value: Bound): boolean => value === undefined || ['Int32', 'Int64'].includes(numericType(value) ?? '');

function wholeNumbers(minimum: Bound, maximum: Bound, numbers: RandomNumbers): () => NumericValue {
  const isLong = [minimum, maximum].some((value) => value !== undefined && numericType(value) === 'Int64');
  const low = minimum === undefined ? 0n : toBigInt(minimum);
  const high = maximum === undefined ? (isLong ? 2n ** 63n - 1n : 2147483647n) : toBigInt(maximum);
  if (low >= high) throw terminating('MinGreaterThanOrEqualMax', [String(low), String(high)]);
  if (isLong) return () => integer('Int64', numbers.betweenLongs(low, high))!;
  return () => numbers.between(Number(low), Number(high));
}

function fractions(minimum: Bound, maximum: Bound, numbers: RandomNumbers): () => NumericValue {
  const low = doubleOf(minimum, 0);
  const high = doubleOf(maximum, Number.MAX_VALUE);
  if (low >= high) throw terminating('MinGreaterThanOrEqualMax', [toText(double(low)), toText(double(high))]);
  return () => double(fractionBetween(low, high, numbers));
}

/** The original shrinks the span with each number that rounding has put outside. */
function fractionBetween(low: number, high: number, numbers: RandomNumbers): number {
  for (let span = high - low; ;) {
    const share = numbers.fraction();
    const value = low + (span === Infinity ? share * high - share * low : share * span);
    if (value < high) return value;
    span *= share;
  }
}

const doubleOf = (value: Bound, otherwise: number): number =>
  value === undefined ? otherwise : toNumber(convertTo(value, coreTypes.find('System.Double')!) as NumericValue);
