import { listOf } from '../values/enumerate.ts';
import { Enumerator } from '../values/enumerator.ts';
import { HashSet } from '../values/hash-set.ts';
import { knownTypes } from '../values/running-session.ts';
import { typedArray } from '../values/typed-array.ts';
import { ruleOf } from './comparer-type-table.ts';
import { type DotNetType, overload, type Overload, readOnly } from './define-type.ts';

type SetChange = (set: HashSet, other: HashSet) => unknown;
const setOf = (set: HashSet, items: unknown): HashSet =>
  items instanceof HashSet ? items : new HashSet(set.typeName, listOf(items) ?? [items], set.rule);

const setForms = (change: SetChange): readonly Overload[] => [
  overload('System.Collections.Generic.IEnumerable<T> other', (self: HashSet, other: unknown) =>
    change(self, setOf(self, other)),
  ),
];

const itemsOf = (set: HashSet): unknown[] => [...set.elements()];
const isSubset = (set: HashSet, other: HashSet): boolean => itemsOf(set).every((item) => other.has(item));
const removeWhere = (set: HashSet, test: (item: unknown) => boolean): number =>
  itemsOf(set).filter((item) => test(item) && set.delete(item)).length;

const newSet = (name: string, items: unknown = [], comparer?: unknown): HashSet =>
  new HashSet(name, listOf(items) ?? [items], ruleOf(comparer));

const setMethods: DotNetType['methods'] = {
  Add: [overload('T item', (self: HashSet, item: unknown) => self.add(item))],
  Remove: [overload('T item', (self: HashSet, item: unknown) => self.delete(item))],
  Contains: [overload('T item', (self: HashSet, item: unknown) => self.has(item))],
  Clear: [overload('', (self: HashSet) => self.clear())],
  UnionWith: setForms((set, other) => itemsOf(other).forEach((item) => set.add(item))),
  IntersectWith: setForms((set, other) => void removeWhere(set, (item) => !other.has(item))),
  ExceptWith: setForms((set, other) => void removeWhere(set, (item) => other.has(item))),
  SymmetricExceptWith: setForms((set, other) =>
    itemsOf(other).forEach((item) => void (set.delete(item) || set.add(item))),
  ),
  IsSubsetOf: setForms(isSubset),
  IsSupersetOf: setForms((set, other) => isSubset(other, set)),
  IsProperSubsetOf: setForms((set, other) => set.size < other.size && isSubset(set, other)),
  IsProperSupersetOf: setForms((set, other) => set.size > other.size && isSubset(other, set)),
  Overlaps: setForms((set, other) => itemsOf(set).some((item) => other.has(item))),
  SetEquals: setForms((set, other) => set.size === other.size && isSubset(set, other)),
  ToArray: [
    overload('', (self: HashSet) =>
      typedArray(knownTypes().find(self.typeName)?.typeArguments?.[0]?.name ?? 'System.Object', itemsOf(self)),
    ),
  ],
  GetEnumerator: [overload('', (self: HashSet) => new Enumerator(self.elements()))],
};

const sequence = 'System.Collections.Generic.IEnumerable<T>';
const setComparer = 'System.Collections.Generic.IEqualityComparer<T>';

const setType = (name: string): DotNetType => ({
  name,
  base: 'System.Object',
  interfaces: ['System.Collections.IEnumerable', sequence, 'System.Collections.Generic.ICollection<T>'],
  typeParameters: ['T'],
  properties: { Count: readOnly((self: HashSet) => self.size, 'int') },
  methods: setMethods,
  constructors: [
    overload('', (type: DotNetType) => newSet(type.name)),
    overload(`${sequence} collection`, (type: DotNetType, items: unknown) => newSet(type.name, items)),
    overload(`${setComparer} comparer`, (type: DotNetType, comparer: unknown) => newSet(type.name, [], comparer)),
    overload(`${sequence} collection, ${setComparer} comparer`, (type: DotNetType, items: unknown, comparer: unknown) =>
      newSet(type.name, items, comparer),
    ),
    overload('int capacity', (type: DotNetType) => newSet(type.name)),
  ],
});

/** Sets. */
export const setTypes: readonly DotNetType[] = [
  setType('System.Collections.Generic.HashSet`1'),
  setType('System.Collections.Generic.SortedSet`1'),
];
