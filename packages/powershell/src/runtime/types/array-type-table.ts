import { knownTypes } from '../values/running-session.ts';
import { netError, scriptError } from '../errors/script-error.ts';
import { convertTo } from '../conversions/convert.ts';
import { defaultOf, newArray } from '../conversions/new-array.ts';
import { compare } from '../operators/compare.ts';
import type { Delegate } from '../values/delegate.ts';
import { listOf } from '../values/enumerate.ts';
import { Enumerator } from '../values/enumerator.ts';
import type { MultiArray } from '../values/multi-array.ts';
import { type NumericValue, toNumber } from '../values/number-types.ts';
import type { Reference } from '../values/reference.ts';
import { isTrue } from '../values/truth.ts';
import { elementTypeOf, typedArray } from '../values/typed-array.ts';
import type { TypeValue } from '../values/type-value.ts';
import { type DotNetType, formWith, overload, type Overload, readOnly } from './define-type.ts';
import { genericName } from './generic-types.ts';
import { indexOfSame } from './same-value.ts';

type Items = unknown[];

const fixedSize = (): never => {
  throw netError('System.NotSupportedException', 'Collection was of a fixed size.');
};

const outOfBounds = (): Error =>
  netError('System.IndexOutOfRangeException', 'Index was outside the bounds of the array.');

function elementAt(items: Items, index: number): unknown {
  if (index < 0 || index >= items.length) throw outOfBounds();
  return items[index] ?? null;
}

function setElement(items: Items, value: unknown, index: number): void {
  if (index < 0 || index >= items.length) throw outOfBounds();
  items[index] = value;
}

function resize(reference: Reference, length: number): void {
  const items = reference.read() as Items;
  const type = knownTypes().find(elementTypeOf(items)) ?? knownTypes().find('System.Object')!;
  const more = newArray(type, Math.max(0, length - items.length));
  reference.write(typedArray(type.name, [...items.slice(0, length), ...more]));
}

function copy(source: Items, from: number, target: Items, to: number, count: number): void {
  if (from + count > source.length)
    throw netError(
      'System.ArgumentException',
      "Source array was not long enough. Check the source index, length, and the array's lower bounds. (Parameter 'sourceArray')",
    );
  if (to + count > target.length)
    throw netError(
      'System.ArgumentException',
      "Destination array was not long enough. Check the destination index, length, and the array's lower bounds. (Parameter 'destinationArray')",
    );
  const moved = source.slice(from, from + count);
  moved.forEach((item, index) => void (target[to + index] = item));
}

const order = (a: unknown, b: unknown): number => compare(a, b, 'match case');

function sortWith(keys: Items, items: Items): void {
  const pairs = keys.map((key, index) => [key, items[index]] as const).toSorted(([a], [b]) => order(a, b));
  pairs.forEach(([key, item], index) => {
    keys[index] = key;
    items[index] = item;
  });
}

const predicate = `${genericName('System.Predicate`1', ['System.Object'])}`.replaceAll(', ', ',');
const action = genericName('System.Action`1', ['System.Object']).replaceAll(', ', ',');

/** Methods of System.Array that ask a predicate. */
function predicateForms(find: (items: Items, test: (item: unknown) => boolean) => unknown): readonly Overload[] {
  return [
    overload(`object[] array, ${predicate} match`, (_self: null, items: Items, match: Delegate) =>
      find(items, (item) => isTrue(match.invoke(item))),
    ),
  ];
}

function binarySearch(items: Items, value: unknown): number {
  let low = 0;
  let high = items.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sign = order(items[middle], value);
    if (sign === 0) return middle;
    if (sign < 0) low = middle + 1;
    else high = middle - 1;
  }
  return ~low;
}

const staticMethods: DotNetType['staticMethods'] = {
  Reverse: [
    overload('array array', (_self: null, items: Items) => void items.reverse()),
    overload('array array, int index, int length', (_self: null, items: Items, index: number, length: number) => {
      items.splice(index, length, ...items.slice(index, index + length).toReversed());
    }),
  ],
  Sort: [
    overload('array array', (_self: null, items: Items) => void items.sort(order)),
    overload('array keys, array items', (_self: null, keys: Items, items: Items) => sortWith(keys, items)),
  ],
  IndexOf: [
    overload('array array, object value', (_self: null, items: Items, item: unknown) => indexOfSame(items, item)),
    overload('array array, object value, int startIndex', (_self: null, items: Items, item: unknown, start: number) => {
      const found = indexOfSame(items.slice(start), item);
      return found < 0 ? -1 : found + start;
    }),
  ],
  LastIndexOf: [
    overload('array array, object value', (_self: null, items: Items, item: unknown) => {
      const found = indexOfSame(items.toReversed(), item);
      return found < 0 ? -1 : items.length - 1 - found;
    }),
  ],
  BinarySearch: [
    overload('array array, object value', (_self: null, items: Items, value: unknown) => binarySearch(items, value)),
  ],
  Copy: [
    overload(
      'array sourceArray, array destinationArray, int length',
      (_self: null, source: Items, target: Items, count: number) => copy(source, 0, target, 0, count),
    ),
    overload(
      'array sourceArray, int sourceIndex, array destinationArray, int destinationIndex, int length',
      (_self: null, source: Items, from: number, target: Items, to: number, count: number) =>
        copy(source, from, target, to, count),
    ),
  ],
  Clear: [
    overload('array array', (_self: null, items: Items) => clear(items, 0, items.length)),
    overload('array array, int index, int length', (_self: null, items: Items, index: number, length: number) =>
      clear(items, index, length),
    ),
  ],
  Fill: [
    overload('object[] array, object value', (_self: null, items: Items, value: unknown) => void items.fill(value)),
  ],
  Resize: [
    formWith(
      overload('ref array array, int newSize', (_self: null, reference: Reference, length: number) => {
        // The elements' type is that of the array: without one there is no form.
        if (reference.read() === null) throw scriptError('MethodCountCouldNotFindBest', ['Resize', '2']);
        return resize(reference, length);
      }),
      { throwsAsIs: true },
    ),
  ],
  CreateInstance: [
    overload('type elementType, int length', (_self: null, { type }: TypeValue, length: number) =>
      newArray(type, length),
    ),
  ],
  Empty: [overload('', () => [])],
  Find: predicateForms((items, test) => items.find(test) ?? null),
  FindLast: predicateForms((items, test) => items.findLast(test) ?? null),
  FindAll: predicateForms((items, test) => typedArray(elementTypeOf(items), items.filter(test))),
  FindIndex: predicateForms((items, test) => items.findIndex(test)),
  FindLastIndex: predicateForms((items, test) => items.findLastIndex(test)),
  Exists: predicateForms((items, test) => items.some(test)),
  TrueForAll: predicateForms((items, test) => items.every(test)),
  ForEach: [
    overload(`object[] array, ${action} action`, (_self: null, items: Items, act: Delegate) =>
      items.forEach((item) => act.invoke(item)),
    ),
  ],
};

function clear(items: Items, index: number, length: number): void {
  const type = knownTypes().find(elementTypeOf(items))!;
  for (let at = index; at < index + length; at++) items[at] = defaultOf(type);
}

const ofMany = (values: readonly unknown[]): number[] => values.map((value) => toNumber(value as NumericValue));

function placeIn(self: MultiArray, indexes: unknown): number {
  const place = self.place(ofMany(listOf(indexes) ?? [indexes]));
  if (place === undefined) throw outOfBounds();
  return place;
}

/** An array of several dimensions. */
export const multiArrayMembers: Pick<DotNetType, 'properties' | 'methods' | 'indexer'> = {
  properties: {
    Length: readOnly((self: MultiArray) => self.items.length, 'int'),
    Count: readOnly((self: MultiArray) => self.items.length, 'int'),
    Rank: readOnly((self: MultiArray) => self.lengths.length, 'int'),
  },
  methods: {
    GetLength: [overload('int dimension', (self: MultiArray, dimension: number) => self.lengths[dimension] ?? 0)],
    GetUpperBound: [
      overload('int dimension', (self: MultiArray, dimension: number) => (self.lengths[dimension] ?? 0) - 1),
    ],
    GetValue: [
      overload('...int indices', (self: MultiArray, indexes: readonly unknown[]) => self.items[placeIn(self, indexes)]),
    ],
    SetValue: [
      overload('object value, ...int indices', (self: MultiArray, value: unknown, indexes: readonly unknown[]) => {
        self.items[placeIn(self, indexes)] = value;
      }),
    ],
  },
  indexer: {
    get: (self, index) => (self as MultiArray).items[placeIn(self as MultiArray, index)],
    set: (self, index, value) => {
      const array = self as MultiArray;
      const element = knownTypes().find(array.typeName)?.element;
      array.items[placeIn(array, index)] = element ? convertTo(value, element) : value;
    },
  },
};

export const arrayType: DotNetType = {
  name: 'System.Array',
  base: 'System.Object',
  isAbstract: true,
  interfaces: [
    'System.Collections.IList',
    'System.Collections.ICollection',
    'System.Collections.IEnumerable',
    'System.ICloneable',
  ],
  properties: {
    Length: readOnly((self: Items) => self.length, 'int'),
    LongLength: readOnly((self: Items) => BigInt(self.length), 'long'),
    Rank: readOnly(() => 1, 'int'),
    SyncRoot: readOnly((self: Items) => self, 'object'),
    IsReadOnly: readOnly(() => false, 'bool'),
    IsFixedSize: readOnly(() => true, 'bool'),
    IsSynchronized: readOnly(() => false, 'bool'),
    Count: readOnly((self: Items) => self.length, 'int'),
  },
  methods: {
    Contains: [overload('object value', (self: Items, item: unknown) => indexOfSame(self, item) >= 0)],
    IndexOf: [overload('object value', (self: Items, item: unknown) => indexOfSame(self, item))],
    Clone: [overload('', (self: Items) => typedArray(elementTypeOf(self), [...self]))],
    CopyTo: [
      overload('array array, int index', (self: Items, target: Items, index: number) =>
        copy(self, 0, target, index, self.length),
      ),
    ],
    GetEnumerator: [overload('', (self: Items) => new Enumerator(self, 'System.Array+ArrayEnumerator'))],
    GetLength: [overload('int dimension', (self: Items) => self.length)],
    GetLongLength: [overload('int dimension', (self: Items) => BigInt(self.length))],
    GetUpperBound: [overload('int dimension', (self: Items) => self.length - 1)],
    GetLowerBound: [overload('int dimension', () => 0)],
    Get: [overload('int index', elementAt)],
    Set: [
      overload('int index, object value', (self: Items, index: number, value: unknown) =>
        setElement(self, value, index),
      ),
    ],
    GetValue: [overload('int index', elementAt)],
    SetValue: [overload('object value, int index', setElement)],
    Add: [overload('object value', fixedSize)],
    Remove: [overload('object value', fixedSize)],
    RemoveAt: [overload('int index', fixedSize)],
    Insert: [overload('int index, object value', fixedSize)],
    Clear: [overload('', (self: Items) => clear(self, 0, self.length))],
  },
  staticMethods,
};
