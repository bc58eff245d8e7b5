import { netError } from '../errors/script-error.ts';
import { compare, equals } from '../operators/compare.ts';
import type { Dictionary, DictionaryEntry } from '../values/dictionary.ts';
import { CaseSensitiveHashtable, OrderedDictionary } from '../values/dictionary.ts';
import { elementsOf, listOf } from '../values/enumerate.ts';
import { Enumerator } from '../values/enumerator.ts';
import { toText } from '../values/to-text.ts';
import { List } from '../values/list.ts';
import { nothing } from '../values/nothing.ts';
import { objectCollection } from './assemblies.ts';
import { type DotNetType, overload, readOnly } from './define-type.ts';

type Items = unknown[];

const same = (a: unknown, b: unknown): boolean => a === b || (typeof a !== 'object' && equals(a, b, 'match case'));
const indexOf = (items: Items, wanted: unknown): number => items.findIndex((item) => same(item, wanted));

export const arrayType: DotNetType = {
  name: 'System.Array',
  base: 'System.Object',
  interfaces: [
    'System.Collections.IList',
    'System.Collections.ICollection',
    'System.Collections.IEnumerable',
    'System.ICloneable',
  ],
  properties: {
    Length: readOnly((self: Items) => self.length),
    Count: readOnly((self: Items) => self.length),
    LongLength: readOnly((self: Items) => BigInt(self.length)),
    Rank: readOnly(() => 1),
    IsFixedSize: readOnly(() => true),
    IsReadOnly: readOnly(() => false),
    IsSynchronized: readOnly(() => false),
    SyncRoot: readOnly((self: Items) => self),
  },
  methods: {
    Contains: [overload('object', (self: Items, item: unknown) => indexOf(self, item) >= 0)],
    IndexOf: [overload('object', (self: Items, item: unknown) => indexOf(self, item))],
    Clone: [overload('', (self: Items) => [...self])],
    GetEnumerator: [overload('', (self: Items) => new Enumerator(self, 'System.Array+ArrayEnumerator'))],
    GetLength: [overload('int', (self: Items) => self.length)],
    GetUpperBound: [overload('int', (self: Items) => self.length - 1)],
    GetLowerBound: [overload('int', () => 0)],
    GetValue: [overload('int', (self: Items, index: number) => self[index] ?? null)],
    SetValue: [overload('object, int', (self: Items, value: unknown, index: number) => void (self[index] = value))],
    Add: [overload('object', fixedSize)],
    Remove: [overload('object', fixedSize)],
    RemoveAt: [overload('int', fixedSize)],
    Insert: [overload('int, object', fixedSize)],
    Clear: [overload('', (self: Items) => void self.fill(null))],
  },
  staticMethods: {
    Reverse: [overload('object', (_self: null, items: Items) => void items.reverse())],
    Sort: [overload('object', (_self: null, items: Items) => void items.sort((a, b) => compare(a, b, 'match case')))],
    IndexOf: [overload('object, object', (_self: null, items: Items, item: unknown) => indexOf(items, item))],
  },
};

function fixedSize(): never {
  throw netError('System.NotSupportedException', 'Collection was of a fixed size.');
}

function changed<T>(list: List, change: (items: Items) => T): T {
  list.version++;
  return change(list.items);
}

const at = (list: List, index: number, upTo = list.items.length - 1): number => {
  if (index < 0 || index > upTo) {
    throw netError(
      'System.ArgumentOutOfRangeException',
      "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')",
    );
  }
  return index;
};

function listType(name: string): DotNetType {
  const returnsIndex = name === 'System.Collections.ArrayList';
  return {
    name,
    base: 'System.Object',
    interfaces: ['System.Collections.IList', 'System.Collections.ICollection', 'System.Collections.IEnumerable'],
    properties: {
      Count: readOnly((self: List) => self.items.length),
      Capacity: readOnly((self: List) => self.items.length),
      IsReadOnly: readOnly(() => false),
      IsFixedSize: readOnly(() => false),
    },
    methods: {
      Add: [
        overload('object', (self: List, item: unknown) =>
          changed(self, (items) => (returnsIndex ? items.push(item) - 1 : void items.push(item))),
        ),
      ],
      AddRange: [
        overload('object', (self: List, more: unknown) =>
          changed(self, (items) => void items.push(...(elementsOf(more) ?? [more]))),
        ),
      ],
      Remove: [
        overload('object', (self: List, item: unknown) =>
          changed(self, (items) => {
            const index = indexOf(items, item);
            if (index >= 0) items.splice(index, 1);
            return returnsIndex ? nothing : index >= 0;
          }),
        ),
      ],
      RemoveAt: [
        overload('int', (self: List, index: number) => changed(self, (items) => void items.splice(at(self, index), 1))),
      ],
      RemoveRange: [
        overload('int, int', (self: List, index: number, count: number) =>
          changed(self, (items) => void items.splice(index, count)),
        ),
      ],
      Insert: [
        overload('int, object', (self: List, index: number, item: unknown) =>
          changed(self, (items) => void items.splice(at(self, index, items.length), 0, item)),
        ),
      ],
      Clear: [overload('', (self: List) => changed(self, (items) => void (items.length = 0)))],
      Reverse: [overload('', (self: List) => changed(self, (items) => void items.reverse()))],
      Sort: [
        overload('', (self: List) => changed(self, (items) => void items.sort((a, b) => compare(a, b, 'match case')))),
      ],
      Contains: [overload('object', (self: List, item: unknown) => indexOf(self.items, item) >= 0)],
      IndexOf: [overload('object', (self: List, item: unknown) => indexOf(self.items, item))],
      ToArray: [overload('', (self: List) => [...self.items])],
      Clone: [overload('', (self: List) => new List(self.typeName, [...self.items]))],
      GetEnumerator: [
        overload('', (self: List) => new Enumerator(elementsOf(self)!, 'System.Collections.IEnumerator')),
      ],
    },
    constructors: [
      overload('', () => new List(name)),
      overload('int', () => new List(name)),
      overload('object', (_self: null, items: unknown) => new List(name, [...(listOf(items) ?? [items])])),
    ],
  };
}

function mapType(name: string, make: () => Dictionary): DotNetType {
  return {
    name,
    base: 'System.Object',
    interfaces: [
      'System.Collections.IDictionary',
      'System.Collections.ICollection',
      'System.Collections.IEnumerable',
      'System.ICloneable',
    ],
    properties: {
      Count: readOnly((self: Dictionary) => self.size),
      Keys: readOnly((self: Dictionary) => [...self.keys()]),
      Values: readOnly((self: Dictionary) => [...self.values()]),
      IsReadOnly: readOnly(() => false),
      IsFixedSize: readOnly(() => false),
      IsSynchronized: readOnly(() => false),
    },
    methods: {
      Add: [overload('object, object', addNew)],
      Remove: [overload('object', (self: Dictionary, key: unknown) => void self.delete(key))],
      Clear: [overload('', (self: Dictionary) => self.clear())],
      Contains: [overload('object', (self: Dictionary, key: unknown) => self.has(key))],
      ContainsKey: [overload('object', (self: Dictionary, key: unknown) => self.has(key))],
      ContainsValue: [
        overload('object', (self: Dictionary, value: unknown) => [...self.values()].some((each) => same(each, value))),
      ],
      Clone: [overload('', (self: Dictionary) => copy(self, make()))],
      Insert: [
        overload('int, object, object', (self: OrderedDictionary, index: number, key: unknown, value: unknown) =>
          self.insert(index, key, value),
        ),
      ],
      RemoveAt: [overload('int', (self: OrderedDictionary, index: number) => void self.delete(self.at(index)?.[0]))],
      Item: [overload('object', (self: Dictionary, key: unknown) => self.get(key) ?? null)],
    },
    constructors: [overload('', () => make())],
  };
}

function copy(from: Dictionary, to: Dictionary): Dictionary {
  for (const [key, value] of from.entries.values()) to.set(key, value);
  return to;
}

function addNew(self: Dictionary, key: unknown, value: unknown): unknown {
  if (self.has(key)) {
    throw netError(
      'System.ArgumentException',
      `Item has already been added. Key in dictionary: '${toText(key)}'  Key being added: '${toText(key)}'`,
    );
  }
  self.set(key, value);
  return nothing;
}

const enumeratorType: DotNetType = {
  name: 'System.Collections.IEnumerator',
  base: 'System.Object',
  properties: { Current: readOnly((self: Enumerator) => self.current) },
  methods: { MoveNext: [overload('', (self: Enumerator) => self.moveNext())] },
};

const entryType: DotNetType = {
  name: 'System.Collections.DictionaryEntry',
  base: 'System.ValueType',
  valueType: true,
  properties: {
    Name: readOnly((self: DictionaryEntry) => self.key),
    Key: readOnly((self: DictionaryEntry) => self.key),
    Value: readOnly((self: DictionaryEntry) => self.value),
  },
};

/** Arrays, lists and maps. */
export const collectionTypes: readonly DotNetType[] = [
  arrayType,
  listType('System.Collections.ArrayList'),
  listType('System.Collections.Generic.List`1'),
  listType(objectCollection),
  mapType('System.Collections.Hashtable', () => new CaseSensitiveHashtable()),
  mapType('System.Collections.Specialized.OrderedDictionary', () => new OrderedDictionary()),
  enumeratorType,
  { ...enumeratorType, name: 'System.Array+ArrayEnumerator' },
  { ...enumeratorType, name: 'System.CharEnumerator' },
  entryType,
];
