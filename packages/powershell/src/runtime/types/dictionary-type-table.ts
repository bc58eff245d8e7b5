import { knownTypes } from '../values/running-session.ts';
import { netError } from '../errors/script-error.ts';
import { compare } from '../operators/compare.ts';
import {
  CaseSensitiveHashtable,
  Dictionary,
  DictionaryEntry,
  DictionaryView,
  enumerateEntries,
  GenericDictionary,
  Hashtable,
  KeyValuePair,
  OrderedDictionary,
} from '../values/dictionary.ts';
import { Enumerator } from '../values/enumerator.ts';
import type { KeyRule } from '../values/key-identity.ts';
import type { Reference } from '../values/reference.ts';
import { plainText, toText } from '../values/to-text.ts';
import { defaultOf } from '../conversions/new-array.ts';
import { type DotNetType, formWith, overload, type Overload, readOnly } from './define-type.ts';
import { ruleOf, StringComparer } from './comparer-type-table.ts';
import { sameValue } from './same-value.ts';

const interfaces = [
  'System.Collections.IDictionary',
  'System.Collections.ICollection',
  'System.Collections.IEnumerable',
  'System.ICloneable',
];

const duplicate = (key: unknown): Error =>
  netError(
    'System.ArgumentException',
    `Item has already been added. Key in dictionary: '${toText(key)}'  Key being added: '${toText(key)}'`,
  );

const duplicateGeneric = (key: unknown): Error =>
  netError('System.ArgumentException', `An item with the same key has already been added. Key: ${toText(key)}`);

function noKey(): never {
  throw netError('System.ArgumentNullException', "Value cannot be null. (Parameter 'key')");
}

function addNew(map: Dictionary, given: unknown, value: unknown): void {
  const key = given ?? noKey();
  if (map.has(key)) throw map instanceof GenericDictionary ? duplicateGeneric(key) : duplicate(key);
  map.set(key, value);
}

function copyInto<T extends Dictionary>(target: T, source: Dictionary): T {
  for (const [key, value] of source.pairs()) target.set(key, value);
  return target;
}

const hasValue = (map: Dictionary, value: unknown): boolean => [...map.values()].some((each) => sameValue(each, value));

const copyOf = (map: Dictionary): Dictionary => {
  if (map instanceof OrderedDictionary) return copyInto(new OrderedDictionary(), map);
  return copyInto(map.rule === 'match case' ? new CaseSensitiveHashtable() : new Hashtable(), map);
};

const enumeratorOf = (map: Dictionary): Enumerator =>
  new Enumerator(enumerateEntries(map), 'System.Collections.Hashtable+HashtableEnumerator');

const properties: DotNetType['properties'] = {
  Keys: readOnly((self: Dictionary) => new DictionaryView(self, 'keys'), 'System.Collections.ICollection'),
  Values: readOnly((self: Dictionary) => new DictionaryView(self, 'values'), 'System.Collections.ICollection'),
};
const count = { Count: readOnly((self: Dictionary) => self.size, 'int') };

const plainProperties: DotNetType['properties'] = {
  IsReadOnly: readOnly(() => false, 'bool'),
  IsFixedSize: readOnly(() => false, 'bool'),
  IsSynchronized: readOnly((self: Dictionary) => isSynchronized(self), 'bool'),
  ...properties,
  SyncRoot: readOnly((self: Dictionary) => self, 'object'),
  ...count,
};

/** Maps that `Synchronized` gave: there is one thread, so that they are what they were. */
const synchronizedMaps = new WeakSet<Dictionary>();
const isSynchronized = (map: Dictionary): boolean => synchronizedMaps.has(map);

function synchronize(map: Dictionary): Dictionary {
  synchronizedMaps.add(map);
  return map;
}

const plainMethods: DotNetType['methods'] = {
  Add: [overload('object key, object value', addNew)],
  Remove: [overload('object key', (self: Dictionary, key: unknown) => void self.delete(key))],
  Clear: [overload('', (self: Dictionary) => self.clear())],
  Contains: [overload('object key', (self: Dictionary, key: unknown) => self.has(key ?? noKey()))],
  ContainsKey: [overload('object key', (self: Dictionary, key: unknown) => self.has(key ?? noKey()))],
  ContainsValue: [overload('object value', hasValue)],
  Clone: [overload('', copyOf)],
  CopyTo: [
    overload('array array, int arrayIndex', (self: Dictionary, target: unknown[], start: number) =>
      [...enumerateEntries(self)].forEach((entry, index) => void (target[start + index] = entry)),
    ),
  ],
  GetEnumerator: [overload('', enumeratorOf)],
  Item: [overload('object key', (self: Dictionary, key: unknown) => self.get(key) ?? null)],
  get_Item: [overload('object key', (self: Dictionary, key: unknown) => self.get(key) ?? null)],
  set_Item: [
    overload('object key, object value', (self: Dictionary, key: unknown, value: unknown) => void self.set(key, value)),
  ],
};

const hashtableType: DotNetType = {
  name: 'System.Collections.Hashtable',
  base: 'System.Object',
  interfaces,
  properties: plainProperties,
  methods: plainMethods,
  staticMethods: {
    Synchronized: [
      overload('System.Collections.Hashtable table', (_self: null, table: Hashtable) => synchronize(table)),
    ],
  },
  constructors: [
    overload('', () => new CaseSensitiveHashtable()),
    overload('int capacity', () => new CaseSensitiveHashtable()),
    overload('System.Collections.IDictionary d', (_type: DotNetType, source: Dictionary) =>
      copyInto(new CaseSensitiveHashtable(), source),
    ),
    overload('System.Collections.IEqualityComparer equalityComparer', (_type: DotNetType, comparer: unknown) =>
      ruleOf(comparer) === 'ignore case' ? new Hashtable() : new CaseSensitiveHashtable(),
    ),
  ],
};

const indexError = (): Error =>
  netError(
    'System.ArgumentOutOfRangeException',
    "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')",
  );

function entryAt(map: OrderedDictionary, index: number): [key: unknown, value: unknown] {
  const entry = map.at(index);
  if (!entry) throw indexError();
  return entry;
}

const orderedType: DotNetType = {
  name: 'System.Collections.Specialized.OrderedDictionary',
  base: 'System.Object',
  interfaces: interfaces.slice(0, 3),
  properties: plainProperties,
  methods: {
    ...plainMethods,
    Insert: [
      overload(
        'int index, object key, object value',
        (self: OrderedDictionary, index: number, key: unknown, value: unknown) => {
          if (index < 0 || index > self.size) throw indexError();
          if (self.has(key)) throw duplicate(key);
          self.insert(index, key, value);
        },
      ),
    ],
    RemoveAt: [
      overload('int index', (self: OrderedDictionary, index: number) => void self.delete(entryAt(self, index)[0])),
    ],
    AsReadOnly: [overload('', (self: OrderedDictionary) => self)],
  },
  constructors: [
    overload('', () => new OrderedDictionary()),
    overload('int capacity', () => new OrderedDictionary()),
    overload('System.Collections.IEqualityComparer comparer', () => new OrderedDictionary()),
  ],
};

const isSorted = (name: string): boolean => name.includes('.Sorted');
const keyOrder = (a: unknown, b: unknown): number => compare(a, b, 'match case');

function newMap(name: string, rule: KeyRule = 'match case', source?: unknown): GenericDictionary {
  const map = new GenericDictionary(name, rule, isSorted(name) ? keyOrder : undefined);
  return source instanceof Dictionary ? copyInto(map, source) : map;
}

function tryGet(map: Dictionary, key: unknown, result: Reference): boolean {
  const value = knownTypes().find(map.typeName)?.typeArguments?.[1];
  result.write(map.has(key) ? map.get(key) : value ? defaultOf(value) : null);
  return map.has(key);
}

function addIfAbsent(map: Dictionary, key: unknown, value: unknown): boolean {
  if (map.has(key)) return false;
  map.set(key, value);
  return true;
}

const genericMethods: Readonly<Record<string, readonly Overload[]>> = {
  Add: [overload('TKey key, TValue value', addNew)],
  TryAdd: [overload('TKey key, TValue value', addIfAbsent)],
  Remove: [
    overload('TKey key', (self: Dictionary, key: unknown) => self.delete(key)),
    overload('TKey key, ref TValue value', (self: Dictionary, key: unknown, result: Reference) => {
      tryGet(self, key, result);
      return self.delete(key);
    }),
  ],
  Clear: [overload('', (self: Dictionary) => self.clear())],
  ContainsKey: [overload('TKey key', (self: Dictionary, key: unknown) => self.has(key ?? noKey()))],
  ContainsValue: [overload('TValue value', hasValue)],
  TryGetValue: [overload('TKey key, ref TValue value', tryGet)],
  GetEnumerator: [
    overload(
      '',
      (self: Dictionary) => new Enumerator(enumerateEntries(self), 'System.Collections.IDictionaryEnumerator'),
    ),
  ],
  get_Item: [overload('TKey key', (self: Dictionary, key: unknown) => getExisting(self, key))],
  Item: [overload('TKey key', (self: Dictionary, key: unknown) => getExisting(self, key))],
  set_Item: [
    overload('TKey key, TValue value', (self: Dictionary, key: unknown, value: unknown) => void self.set(key, value)),
  ],
};

function getExisting(map: Dictionary, key: unknown): unknown {
  if (map.has(key)) return map.get(key);
  throw netError(
    'System.Collections.Generic.KeyNotFoundException',
    `The given key '${toText(key)}' was not present in the dictionary.`,
  );
}

const mapInterface = 'System.Collections.Generic.IDictionary<TKey,TValue>';
const comparerInterface = 'System.Collections.Generic.IEqualityComparer<TKey>';

const genericMap = (name: string): DotNetType => ({
  name: `System.Collections.Generic.${name}\`2`,
  base: 'System.Object',
  interfaces: [...interfaces.slice(0, 3), mapInterface],
  typeParameters: ['TKey', 'TValue'],
  properties: { ...count, ...properties, Comparer: readOnly((self: Dictionary) => new StringComparer(self.rule)) },
  methods: genericMethods,
  constructors: [
    overload('', (type: DotNetType) => newMap(type.name)),
    overload('int capacity', (type: DotNetType) => newMap(type.name)),
    overload(`${mapInterface} dictionary`, (type: DotNetType, source: unknown) =>
      newMap(type.name, 'match case', source),
    ),
    overload(`${comparerInterface} comparer`, (type: DotNetType, comparer: unknown) =>
      newMap(type.name, ruleOf(comparer)),
    ),
    overload(
      `${mapInterface} dictionary, ${comparerInterface} comparer`,
      (type: DotNetType, source: unknown, comparer: unknown) => newMap(type.name, ruleOf(comparer), source),
    ),
  ],
});

/** What a call's bound parameters are held in. */
const boundParameters: DotNetType = {
  name: 'System.Management.Automation.PSBoundParametersDictionary',
  base: 'System.Object',
  interfaces: interfaces.slice(0, 3),
  properties: { ...count, ...properties },
  methods: { ...plainMethods, ...anyKeyed(genericMethods) },
};

/** The methods of a generic map for keys and values of any type. */
function anyKeyed(
  methods: Readonly<Record<string, readonly Overload[]>>,
): Readonly<Record<string, readonly Overload[]>> {
  const open: Readonly<Record<string, string>> = { TKey: 'System.Object', TValue: 'System.Object' };
  const closed = (form: Overload): Overload =>
    formWith(form, { parameters: form.parameters.map((type) => open[type] ?? type) });
  return Object.fromEntries(Object.entries(methods).map(([name, forms]) => [name, forms.map(closed)]));
}

const pairProperties: DotNetType['properties'] = {
  Key: readOnly((self: DictionaryEntry) => self.key),
  Value: readOnly((self: DictionaryEntry) => self.value),
};

const pairTypes: readonly DotNetType[] = [
  {
    name: 'System.Collections.DictionaryEntry',
    base: 'System.ValueType',
    valueType: true,
    properties: { Name: readOnly((self: DictionaryEntry) => self.key), ...pairProperties },
    constructors: [
      overload(
        'object key, object value',
        (_type: DotNetType, key: unknown, value: unknown) => new DictionaryEntry(key, value),
      ),
    ],
  },
  {
    name: 'System.Collections.Generic.KeyValuePair`2',
    base: 'System.ValueType',
    valueType: true,
    typeParameters: ['TKey', 'TValue'],
    properties: pairProperties,
    methods: {
      ToString: [overload('', (self: KeyValuePair) => `[${plainText(self.key)}, ${plainText(self.value)}]`)],
    },
    constructors: [
      overload(
        'TKey key, TValue value',
        ({ name }: DotNetType, key: unknown, value: unknown) => new KeyValuePair(name, key, value),
      ),
    ],
  },
];

const viewType = (name: string): DotNetType => ({
  name,
  base: 'System.Object',
  interfaces: ['System.Collections.ICollection', 'System.Collections.IEnumerable'],
  properties: { Count: readOnly((self: DictionaryView) => self.size, 'int') },
  methods: { GetEnumerator: [overload('', (self: DictionaryView) => new Enumerator(self.elements()))] },
});

const enumeratorName = 'System.Collections.IEnumerator';

const enumeratorType = (name: string): DotNetType => ({
  name,
  base: 'System.Object',
  isInterface: name.includes('.I'),
  interfaces: name === enumeratorName ? [] : [enumeratorName],
  properties: {
    Current: readOnly((self: Enumerator) => self.current),
    Key: readOnly((self: Enumerator) => (self.current as DictionaryEntry | null)?.key),
    Value: readOnly((self: Enumerator) => (self.current as DictionaryEntry | null)?.value),
  },
  methods: {
    MoveNext: [overload('', (self: Enumerator) => self.moveNext())],
    Reset: [overload('', (self: Enumerator) => self.reset())],
    Dispose: [overload('', () => undefined)],
  },
});

/** Maps with their entries, views and enumerators. */
export const dictionaryTypes: readonly DotNetType[] = [
  hashtableType,
  orderedType,
  genericMap('Dictionary'),
  genericMap('SortedDictionary'),
  genericMap('SortedList'),
  { ...genericMap('Dictionary'), name: 'System.Collections.Concurrent.ConcurrentDictionary`2' },
  boundParameters,
  ...pairTypes,
  viewType('System.Collections.Hashtable+KeyCollection'),
  viewType('System.Collections.Hashtable+ValueCollection'),
  viewType('System.Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection'),
  ...['Dictionary', 'SortedDictionary'].flatMap((name) =>
    ['KeyCollection', 'ValueCollection'].map((inner) => ({
      ...viewType(`System.Collections.Generic.${name}\`2+${inner}`),
      typeParameters: ['TKey', 'TValue'],
    })),
  ),
  ...[
    enumeratorName,
    'System.Array+ArrayEnumerator',
    'System.Collections.ArrayList+ArrayListEnumeratorSimple',
    'System.CharEnumerator',
    'System.Collections.Hashtable+HashtableEnumerator',
    'System.Collections.IDictionaryEnumerator',
  ].map(enumeratorType),
];
