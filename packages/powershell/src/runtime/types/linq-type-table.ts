import { fittingLength } from '../errors/out-of-memory.ts';
import { knownTypes } from '../values/running-session.ts';
import { netError } from '../errors/script-error.ts';
import { add, compute } from '../operators/add.ts';
import { compare } from '../operators/compare.ts';
import { elementsOf } from '../values/enumerate.ts';
import type { Delegate } from '../values/delegate.ts';
import { HashSet } from '../values/hash-set.ts';
import { List } from '../values/list.ts';
import { isTrue } from '../values/truth.ts';
import { elementTypeOf, typedArray } from '../values/typed-array.ts';
import { type DotNetType, overload, type Overload } from './define-type.ts';
import { genericName } from './generic-types.ts';
import { coreTypes } from './type-registry.ts';

const itemsOf = (source: unknown): unknown[] => [...(elementsOf(source) ?? [source])];
const order = (a: unknown, b: unknown): number => compare(a, b, 'match case');
const elementOf = (source: unknown): string => (Array.isArray(source) ? elementTypeOf(source) : 'System.Object');

const noElements = (): Error => netError('System.InvalidOperationException', 'Sequence contains no elements');

const needed = (items: readonly unknown[], item: unknown): unknown => {
  if (items.length === 0) throw noElements();
  return item;
};

const functionOf = (count: number, result = 'System.Object'): string =>
  genericName(`System.Func\`${count + 1}`, [
    ...Array.from({ length: count }, () => 'System.Object'),
    result,
  ]).replaceAll(', ', ',');
const test = functionOf(1, 'System.Boolean');
const selector = functionOf(1);

/** A method of a sequence alone. */
const plain = (call: (items: unknown[], source: unknown) => unknown): Overload =>
  overload('enumerable source', (_self: null, source: unknown) => call(itemsOf(source), source));

/** A method of a sequence with a predicate. */
const tested = (call: (items: unknown[], match: (item: unknown) => boolean, source: unknown) => unknown): Overload =>
  overload(`enumerable source, ${test} predicate`, (_self: null, source: unknown, match: Delegate) =>
    call(itemsOf(source), (item) => isTrue(match.invoke(item)), source),
  );

const selected = (call: (items: unknown[], select: (item: unknown) => unknown) => unknown): Overload =>
  overload(`enumerable source, ${selector} selector`, (_self: null, source: unknown, select: Delegate) =>
    call(itemsOf(source), (item) => select.invoke(item)),
  );

const paired = (call: (a: unknown[], b: unknown[], source: unknown) => unknown): Overload =>
  overload('enumerable first, enumerable second', (_self: null, a: unknown, b: unknown) =>
    call(itemsOf(a), itemsOf(b), a),
  );

const counted = (call: (items: unknown[], count: number) => unknown): Overload =>
  overload('enumerable source, int count', (_self: null, source: unknown, count: number) =>
    call(itemsOf(source), count),
  );

const sum = (items: readonly unknown[]): unknown => items.reduce((total, item) => add(total, item), 0);
const average = (items: readonly unknown[]): unknown => needed(items, compute('/', add(sum(items), 0), items.length));
const distinct = (items: readonly unknown[]): unknown[] => [...new HashSet('', items).elements()];
const by = (items: unknown[], select: (item: unknown) => unknown, sign: 1 | -1): unknown[] =>
  items
    .map((item) => [select(item), item] as const)
    .toSorted(([a], [b]) => sign * order(a, b))
    .map(([, item]) => item);

const listOf = (items: unknown[], source: unknown): List => {
  const element = knownTypes().find(elementOf(source)) ?? knownTypes().find('System.Object')!;
  return new List(coreTypes.generic(knownTypes().find('System.Collections.Generic.List`1')!, [element]).name, items);
};

const sameType = (items: unknown[], source: unknown): unknown[] => typedArray(elementOf(source), items);

/** System.Linq.Enumerable, as far as scripts can call it without naming types. */
export const enumerableType: DotNetType = {
  name: 'System.Linq.Enumerable',
  base: 'System.Object',
  isAbstract: true,
  staticMethods: {
    Range: [
      overload('int start, int count', (_self: null, start: number, count: number) =>
        typedArray(
          'System.Int32',
          Array.from({ length: fittingLength(count) }, (_, index) => start + index),
        ),
      ),
    ],
    Repeat: [
      overload('object element, int count', (_self: null, item: unknown, count: number) =>
        Array.from({ length: fittingLength(count) }, () => item),
      ),
    ],
    Any: [plain((items) => items.length > 0), tested((items, match) => items.some(match))],
    All: [tested((items, match) => items.every(match))],
    Count: [plain((items) => items.length), tested((items, match) => items.filter(match).length)],
    Where: [tested((items, match, source) => sameType(items.filter(match), source))],
    Select: [selected((items, select) => items.map(select))],
    SelectMany: [selected((items, select) => items.flatMap((item) => itemsOf(select(item))))],
    First: [
      plain((items) => needed(items, items[0])),
      tested((items, match) => needed(items.filter(match), items.find(match))),
    ],
    FirstOrDefault: [plain((items) => items[0] ?? null), tested((items, match) => items.find(match) ?? null)],
    Last: [plain((items) => needed(items, items.at(-1)))],
    LastOrDefault: [plain((items) => items.at(-1) ?? null)],
    Sum: [plain(sum)],
    Average: [plain(average)],
    Min: [plain((items) => needed(items, items.toSorted(order)[0]))],
    Max: [plain((items) => needed(items, items.toSorted(order).at(-1)))],
    Distinct: [plain((items, source) => sameType(distinct(items), source))],
    Reverse: [plain((items, source) => sameType(items.toReversed(), source))],
    ToArray: [plain(sameType)],
    ToList: [plain(listOf)],
    OrderBy: [selected((items, select) => by(items, select, 1))],
    OrderByDescending: [selected((items, select) => by(items, select, -1))],
    Take: [counted((items, count) => items.slice(0, Math.max(0, count)))],
    Skip: [counted((items, count) => items.slice(Math.max(0, count)))],
    Union: [paired((a, b, source) => sameType(distinct([...a, ...b]), source))],
    Concat: [paired((a, b, source) => sameType([...a, ...b], source))],
    Intersect: [
      paired((a, b, source) => {
        const other = new HashSet('', b);
        return sameType(
          distinct(a).filter((item) => other.has(item)),
          source,
        );
      }),
    ],
    Except: [
      paired((a, b, source) => {
        const other = new HashSet('', b);
        return sameType(
          distinct(a).filter((item) => !other.has(item)),
          source,
        );
      }),
    ],
    SequenceEqual: [paired((a, b) => a.length === b.length && a.every((item, index) => order(item, b[index]) === 0))],
    Contains: [
      overload('enumerable source, object value', (_self: null, source: unknown, value: unknown) =>
        new HashSet('', itemsOf(source)).has(value),
      ),
    ],
  },
};
