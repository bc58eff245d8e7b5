import { toNumeric } from '../conversions/to-number.ts';
import { listOf } from '../values/enumerate.ts';
import { toNumber } from '../values/number-types.ts';
import { knownTypes } from '../values/running-session.ts';
import { plainText } from '../values/to-text.ts';
import { type DotNetType, overload, type Overload, type Property, readOnly } from './define-type.ts';
import { coreTypes } from './type-registry.ts';
import { typeOf } from './type-of.ts';

/** A tuple's items. */
class Tuple {
  readonly typeName: string;
  readonly items: readonly unknown[];

  constructor(typeName: string, items: readonly unknown[]) {
    this.typeName = typeName;
    this.items = items;
  }

  text(): string {
    return `(${this.items.map((item) => plainText(item)).join(', ')})`;
  }
}

const counts = [1, 2, 3, 4, 5, 6, 7];
const parameterNames = (count: number): string[] => Array.from({ length: count }, (_, index) => `T${index + 1}`);

const itemProperties = (count: number): Readonly<Record<string, Property>> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`Item${index + 1}`, readOnly(({ items }: Tuple) => items[index])]),
  );

const length = { Length: readOnly(({ items }: Tuple) => items.length) };

/** By place, from the end where it is negative; a list of places gives a list. */
function itemAt(tuple: Tuple, index: unknown): unknown {
  const places = listOf(index);
  if (places) return places.map((place) => itemAt(tuple, place));
  const place = toNumber(toNumeric(index, 'Int32'));
  return tuple.items[place < 0 ? place + tuple.items.length : place];
}

const tupleType = (name: string, count: number): DotNetType => ({
  name: `System.${name}\`${count}`,
  base: name === 'Tuple' ? 'System.Object' : 'System.ValueType',
  valueType: name !== 'Tuple',
  typeParameters: parameterNames(count),
  // The items of a ValueTuple are fields, which come after its properties.
  properties: name === 'Tuple' ? { ...itemProperties(count), ...length } : { ...length, ...itemProperties(count) },
  indexer: { get: (self, index) => itemAt(self as Tuple, index) },
  constructors: [
    overload(
      parameterNames(count)
        .map((type, index) => `${type} item${index + 1}`)
        .join(', '),
      (type: DotNetType, ...items: unknown[]) => new Tuple(type.name, items),
    ),
  ],
});

/** `[tuple]::Create(1, 'a')`: the types of the items are those of the values. */
function createForm(name: string, count: number): Overload {
  const signature = parameterNames(count)
    .map((_type, index) => `object item${index + 1}`)
    .join(', ');
  return overload(signature, (_self: null, ...items: unknown[]) => tupleOf(name, items));
}

function tupleOf(name: string, items: readonly unknown[]): Tuple {
  const definition = knownTypes().find(`System.${name}\`${items.length}`)!;
  const types = items.map((item) => (item === null ? knownTypes().find('System.Object')! : typeOf(item)));
  return new Tuple(coreTypes.generic(definition, types).name, items);
}

/** What a method of .NET gives that has several results. */
export const valueTuple = (items: readonly unknown[]): object => tupleOf('ValueTuple', items);

/** Tuples. */
export const tupleTypes: readonly DotNetType[] = ['Tuple', 'ValueTuple'].flatMap((name) => [
  ...counts.map((count) => tupleType(name, count)),
  {
    name: `System.${name}`,
    base: 'System.Object',
    staticMethods: { Create: counts.map((count) => createForm(name, count)) },
  },
]);
