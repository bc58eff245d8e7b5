import { knownTypes } from '../values/running-session.ts';
import { netError } from '../errors/script-error.ts';
import { compare } from '../operators/compare.ts';
import type { Delegate } from '../values/delegate.ts';
import { elementsOf, listOf } from '../values/enumerate.ts';
import { Enumerator } from '../values/enumerator.ts';
import { List } from '../values/list.ts';
import { nothing } from '../values/nothing.ts';
import { isTrue } from '../values/truth.ts';
import { typedArray } from '../values/typed-array.ts';
import { type DotNetType, overload, type Overload, readOnly } from './define-type.ts';
import { genericName } from './generic-types.ts';
import { indexOfSame } from './same-value.ts';

type Items = unknown[];

/** Changes a list so that whoever goes through it notices. */
function changed<T>(list: List, change: (items: Items) => T): T {
  list.version++;
  return change(list.items);
}

const at = (list: List, index: number, upTo = list.items.length - 1): number => {
  if (index >= 0 && index <= upTo) return index;
  throw netError(
    'System.ArgumentOutOfRangeException',
    "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')",
  );
};

const range = (list: List, index: number, count: number): void => {
  if (index >= 0 && count >= 0 && index + count <= list.items.length) return;
  throw netError(
    'System.ArgumentException',
    'Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.',
  );
};

const itemsOf = (value: unknown): readonly unknown[] => listOf(value) ?? [value];
const order = (a: unknown, b: unknown): number => compare(a, b, 'match case');

const elementName = (list: List): string =>
  knownTypes().find(list.typeName)?.typeArguments?.[0]?.name ?? 'System.Object';
const arrayFrom = (list: List, items: Items): unknown[] => typedArray(elementName(list), items);
const like = (list: List, items: Items): List => new List(list.typeName, items);

/** Methods that a list of any kind has, for elements of a type. */
const commonMethods = (element: string): DotNetType['methods'] => ({
  AddRange: [
    overload('enumerable collection', (self: List, more: unknown) =>
      changed(self, (items) => void items.push(...itemsOf(more))),
    ),
  ],
  RemoveAt: [
    overload('int index', (self: List, index: number) =>
      changed(self, (items) => void items.splice(at(self, index), 1)),
    ),
  ],
  RemoveRange: [
    overload('int index, int count', (self: List, index: number, count: number) => {
      range(self, index, count);
      changed(self, (items) => void items.splice(index, count));
    }),
  ],
  Insert: [
    overload(`int index, ${element} item`, (self: List, index: number, item: unknown) =>
      changed(self, (items) => void items.splice(at(self, index, items.length), 0, item)),
    ),
  ],
  InsertRange: [
    overload('int index, enumerable collection', (self: List, index: number, more: unknown) =>
      changed(self, (items) => void items.splice(at(self, index, items.length), 0, ...itemsOf(more))),
    ),
  ],
  Clear: [overload('', (self: List) => changed(self, (items) => void (items.length = 0)))],
  Reverse: [overload('', (self: List) => changed(self, (items) => void items.reverse()))],
  Contains: [overload(`${element} item`, (self: List, item: unknown) => indexOfSame(self.items, item) >= 0)],
  IndexOf: [overload(`${element} item`, (self: List, item: unknown) => indexOfSame(self.items, item))],
  LastIndexOf: [
    overload(
      `${element} item`,
      (self: List, item: unknown) => self.items.length - 1 - indexOfSame(self.items.toReversed(), item),
    ),
  ],
  ToArray: [overload('', (self: List) => arrayFrom(self, [...self.items]))],
  CopyTo: [
    overload('array array', (self: List, target: Items) =>
      self.items.forEach((item, index) => void (target[index] = item)),
    ),
    overload('array array, int arrayIndex', (self: List, target: Items, start: number) =>
      self.items.forEach((item, index) => void (target[start + index] = item)),
    ),
  ],
  GetRange: [
    overload('int index, int count', (self: List, index: number, count: number) => {
      range(self, index, count);
      return like(self, self.items.slice(index, index + count));
    }),
  ],
  GetEnumerator: [overload('', (self: List) => new Enumerator(elementsOf(self)!, 'System.Collections.IEnumerator'))],
  TrimExcess: [overload('', () => undefined)],
  Item: [overload('int index', (self: List, index: number) => self.items[at(self, index)])],
  get_Item: [overload('int index', (self: List, index: number) => self.items[at(self, index)])],
  set_Item: [
    overload(
      `int index, ${element} value`,
      (self: List, index: number, value: unknown) => void (self.items[at(self, index)] = value),
    ),
  ],
});

type Find = (items: Items, test: (item: unknown) => boolean, list: List) => unknown;

const predicateForms = (find: Find): readonly Overload[] => [
  overload('System.Predicate<T> match', (self: List, match: Delegate) =>
    find(self.items, (item) => isTrue(match.invoke(item)), self),
  ),
];

function removeAll(items: Items, test: (item: unknown) => boolean, list: List): number {
  const kept = items.filter((item) => !test(item));
  const count = items.length - kept.length;
  changed(list, () => void items.splice(0, items.length, ...kept));
  return count;
}

const sortForms: readonly Overload[] = [
  overload('', (self: List) => changed(self, (items) => void items.sort(order))),
  overload('System.Comparison<T> comparison', (self: List, comparison: Delegate) =>
    changed(self, (items) => void items.sort((a, b) => comparison.invoke(a, b) as number)),
  ),
];

const genericMethods: DotNetType['methods'] = {
  ...commonMethods('T'),
  Add: [overload('T item', (self: List, item: unknown) => changed(self, (items) => void items.push(item)))],
  Remove: [
    overload('T item', (self: List, item: unknown) => {
      const index = indexOfSame(self.items, item);
      if (index >= 0) changed(self, (items) => items.splice(index, 1));
      return index >= 0;
    }),
  ],
  Sort: sortForms,
  Find: predicateForms((items, test) => items.find(test) ?? null),
  FindLast: predicateForms((items, test) => items.findLast(test) ?? null),
  FindAll: predicateForms((items, test, list) => like(list, items.filter(test))),
  FindIndex: predicateForms((items, test) => items.findIndex(test)),
  FindLastIndex: predicateForms((items, test) => items.findLastIndex(test)),
  Exists: predicateForms((items, test) => items.some(test)),
  TrueForAll: predicateForms((items, test) => items.every(test)),
  RemoveAll: predicateForms(removeAll),
  ForEach: [
    overload('System.Action<T> action', (self: List, act: Delegate) =>
      self.items.forEach((item) => void act.invoke(item)),
    ),
  ],
  AsReadOnly: [overload('', (self: List) => self)],
  ConvertAll: [overload('object converter', (self: List, convert: Delegate) => convertAll(self, convert))],
  BinarySearch: [overload('T item', (self: List, item: unknown) => binarySearch(self.items, item))],
};

/** A list of what a `[Converter[a,b]]` makes of each item. */
function convertAll({ items }: List, convert: Delegate): List {
  const [, result] = knownTypes().find(convert.typeName)?.typeArguments ?? [];
  const name = genericName('System.Collections.Generic.List`1', [result?.name ?? 'System.Object']);
  return new List(
    name,
    items.map((item) => convert.invoke(item)),
  );
}

/** The place of an item in a sorted list, else the complement of the place where it belongs. */
function binarySearch(items: Items, wanted: unknown): number {
  let low = 0;
  let high = items.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sign = order(items[middle], wanted);
    if (sign === 0) return middle;
    if (sign < 0) low = middle + 1;
    else high = middle - 1;
  }
  return ~low;
}

const objectMethods: DotNetType['methods'] = {
  ...commonMethods('object'),
  Add: [overload('object value', (self: List, item: unknown) => changed(self, (items) => items.push(item) - 1))],
  Remove: [
    overload('object obj', (self: List, item: unknown) => {
      const index = indexOfSame(self.items, item);
      if (index >= 0) changed(self, (items) => items.splice(index, 1));
      return nothing;
    }),
  ],
  Sort: [overload('', (self: List) => changed(self, (items) => void items.sort(order)))],
  Clone: [overload('', (self: List) => like(self, [...self.items]))],
};

const interfaces = ['System.Collections.IList', 'System.Collections.ICollection', 'System.Collections.IEnumerable'];

const properties: DotNetType['properties'] = {
  Count: readOnly((self: List) => self.items.length, 'int'),
  Capacity: readOnly((self: List) => Math.max(4, self.items.length), 'int'),
  IsReadOnly: readOnly(() => false, 'bool'),
  IsFixedSize: readOnly(() => false, 'bool'),
  IsSynchronized: readOnly(() => false, 'bool'),
  SyncRoot: readOnly((self: List) => self, 'object'),
};

const constructorsOf = (sequence: string): readonly Overload[] => [
  overload('', ({ name }: DotNetType) => new List(name)),
  overload('int capacity', ({ name }: DotNetType) => new List(name)),
  overload(`${sequence} collection`, ({ name }: DotNetType, items: unknown) => new List(name, [...itemsOf(items)])),
];

const genericList = (name: string): DotNetType => ({
  name,
  base: 'System.Object',
  interfaces: [
    ...interfaces,
    'System.Collections.Generic.IEnumerable<T>',
    'System.Collections.Generic.ICollection<T>',
    'System.Collections.Generic.IList<T>',
  ],
  typeParameters: ['T'],
  properties,
  methods: genericMethods,
  constructors: constructorsOf('System.Collections.Generic.IEnumerable<T>'),
});

/** A queue's or a stack's items; the first one is the next to come. */
function lineType(name: string, put: 'Enqueue' | 'Push', take: 'Dequeue' | 'Pop', element: string): DotNetType {
  const empty = (list: List): void => {
    if (list.items.length === 0)
      throw netError('System.InvalidOperationException', `${put === 'Push' ? 'Stack' : 'Queue'} empty.`);
  };
  return {
    name,
    base: 'System.Object',
    interfaces: ['System.Collections.ICollection', 'System.Collections.IEnumerable'],
    ...(element === 'T' ? { typeParameters: ['T'] } : {}),
    properties: { Count: readOnly((self: List) => self.items.length, 'int') },
    methods: {
      [put]: [
        overload(`${element} item`, (self: List, item: unknown) =>
          changed(self, (items) => void (put === 'Push' ? items.unshift(item) : items.push(item))),
        ),
      ],
      [take]: [
        overload('', (self: List) => {
          empty(self);
          return changed(self, (items) => items.shift());
        }),
      ],
      Peek: [
        overload('', (self: List) => {
          empty(self);
          return self.items[0];
        }),
      ],
      Contains: [overload(`${element} item`, (self: List, item: unknown) => indexOfSame(self.items, item) >= 0)],
      Clear: [overload('', (self: List) => changed(self, (items) => void (items.length = 0)))],
      ToArray: [overload('', (self: List) => arrayFrom(self, [...self.items]))],
      GetEnumerator: [overload('', (self: List) => new Enumerator(elementsOf(self)!))],
      ...(element === 'object' ? { Clone: [overload('', (self: List) => like(self, [...self.items]))] } : {}),
    },
    constructors: lineConstructors(put, element),
  };
}

const lineConstructors = (put: string, element: string): readonly Overload[] => [
  overload('', ({ name }: DotNetType) => new List(name)),
  overload('int capacity', ({ name }: DotNetType) => new List(name)),
  overload(
    `${element === 'T' ? 'System.Collections.Generic.IEnumerable<T>' : 'System.Collections.ICollection'} collection`,
    ({ name }: DotNetType, items: unknown) =>
      new List(name, put === 'Push' ? itemsOf(items).toReversed() : [...itemsOf(items)]),
  ),
];

const synchronized: DotNetType['staticMethods'] = {
  Synchronized: [overload('System.Collections.ArrayList list', (_self: null, list: List) => list)],
  Adapter: [
    overload(
      'System.Collections.IList list',
      (_self: null, items: unknown) => new List('System.Collections.ArrayList', [...itemsOf(items)]),
    ),
  ],
};

/** Lists, queues and stacks. */
export const listTypes: readonly DotNetType[] = [
  {
    name: 'System.Collections.ArrayList',
    base: 'System.Object',
    interfaces: [...interfaces, 'System.ICloneable'],
    properties,
    methods: objectMethods,
    staticMethods: synchronized,
    constructors: constructorsOf('System.Collections.ICollection'),
  },
  genericList('System.Collections.Generic.List`1'),
  genericList('System.Collections.Generic.LinkedList`1'),
  genericList('System.Collections.ObjectModel.Collection`1'),
  genericList('System.Management.Automation.PSDataCollection`1'),
  genericList('System.Collections.ObjectModel.ReadOnlyCollection`1'),
  genericList('System.Collections.ObjectModel.ObservableCollection`1'),
  lineType('System.Collections.Queue', 'Enqueue', 'Dequeue', 'object'),
  lineType('System.Collections.Stack', 'Push', 'Pop', 'object'),
  lineType('System.Collections.Generic.Queue`1', 'Enqueue', 'Dequeue', 'T'),
  lineType('System.Collections.Generic.Stack`1', 'Push', 'Pop', 'T'),
];
