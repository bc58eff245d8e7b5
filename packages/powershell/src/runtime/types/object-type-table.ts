import { parseBoolean, tryParse } from '../../dotnet/index.ts';
import { compare, equals } from '../operators/compare.ts';
import { EnumValue } from '../values/enum-value.ts';
import { isNumeric, numberHash } from '../values/number-types.ts';
import type { Delegate } from '../values/delegate.ts';
import { PlainObject } from '../values/plain-object.ts';
import { CustomObject } from '../values/ps-object.ts';
import type { Reference } from '../values/reference.ts';
import { hasText, plainText } from '../values/to-text.ts';
import { TypeValue } from '../values/type-value.ts';
import { DbNull, NullString } from '../values/db-null.ts';
import { nothing } from '../values/nothing.ts';
import { type DotNetType, overload, readOnly } from './define-type.ts';
import { coreTypes } from './type-registry.ts';
import { typeOf } from './type-of.ts';

/** `Equals` of .NET: no conversion between types. */
const sameValue = (a: unknown, b: unknown): boolean =>
  a === b || (a !== null && b !== null && typeOf(a) === typeOf(b) && equals(a, b, 'match case'));

function hashOf(value: unknown): number {
  if (isNumeric(value)) return numberHash(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof EnumValue) return value.value;
  return Array.from(plainText(value)).reduce((hash, character) => (hash * 31 + character.charCodeAt(0)) | 0, 17);
}

/** A custom object's own ToString gives nothing unless it has a text: `@{…}` is what the language makes of it. */
const ownText = (self: unknown): string => (self instanceof CustomObject && !hasText(self) ? '' : plainText(self));

const objectType: DotNetType = {
  name: 'System.Object',
  methods: {
    GetType: [overload('', (self: unknown) => new TypeValue(typeOf(self)))],
    ToString: [overload('', ownText)],
    Equals: [overload('object obj', (self: unknown, other: unknown) => sameValue(self, other))],
    GetHashCode: [overload('', hashOf)],
  },
  staticMethods: {
    Equals: [overload('object objA, object objB', (_self: null, a: unknown, b: unknown) => sameValue(a, b))],
    ReferenceEquals: [
      overload(
        'object objA, object objB',
        (_self: null, a: unknown, b: unknown) => a === b && (a === null || typeof a === 'object'),
      ),
    ],
  },
  constructors: [overload('', () => new PlainObject())],
};

const booleanType: DotNetType = {
  name: 'System.Boolean',
  base: 'System.ValueType',
  valueType: true,
  interfaces: ['System.IComparable', 'System.IConvertible'],
  defaultValue: () => false,
  statics: { TrueString: readOnly(() => 'True'), FalseString: readOnly(() => 'False') },
  staticMethods: {
    Parse: [overload('string value', (_self: null, text: string) => parseBoolean(text))],
    TryParse: [
      overload('string value, ref bool result', (_self: null, text: string, result: Reference) => {
        const value = tryParse(() => parseBoolean(text));
        result.write(value ?? false);
        return value !== undefined;
      }),
    ],
  },
  methods: {
    CompareTo: [overload('object obj', (self: boolean, other: unknown) => compare(self, other, 'match case'))],
    ToString: [
      overload('', (self: boolean) => plainText(self)),
      overload('provider provider', (self: boolean) => plainText(self)),
    ],
    GetTypeCode: [overload('', () => new EnumValue(coreTypes.find('System.TypeCode')!, 3))],
  },
};

const interfaceNames = [
  'System.IComparable',
  'System.ICloneable',
  'System.IDisposable',
  'System.IFormattable',
  'System.IConvertible',
  'System.IFormatProvider',
  'System.Collections.IEnumerable',
  'System.Collections.ICollection',
  'System.Collections.IList',
  'System.Collections.IDictionary',
  'System.Collections.IComparer',
  'System.Collections.IEqualityComparer',
];

const counts = Array.from({ length: 16 }, (_, index) => index + 1);

const delegateTypes: readonly DotNetType[] = [
  { name: 'System.Action', base: 'System.MulticastDelegate', isDelegate: true },
  { name: 'System.EventHandler', base: 'System.MulticastDelegate', isDelegate: true },
  ...['Action', 'Predicate', 'Comparison'].map((name) => ({
    name: `System.${name}\`1`,
    base: 'System.MulticastDelegate',
    isDelegate: true,
    typeParameters: ['T'],
  })),
  ...counts.slice(1).map((count) => delegate('Action', count)),
  ...counts.map((count) => delegate('Func', count)),
  delegate('Func', 17),
  delegate('Converter', 2),
];

function delegate(name: string, count: number): DotNetType {
  return {
    name: `System.${name}\`${count}`,
    base: 'System.MulticastDelegate',
    isDelegate: true,
    typeParameters: Array.from({ length: count }, (_, index) => `T${index + 1}`),
  };
}

const plain = (name: string, base = 'System.Object', more: Partial<DotNetType> = {}): DotNetType => ({
  name,
  base,
  ...more,
});

const generic = (name: string, typeParameters: readonly string[]): DotNetType => ({
  name: `System.Collections.Generic.${name}`,
  isInterface: true,
  typeParameters,
});

/** Object and what stands directly below it: value types, Boolean, interfaces, delegates. */
export const objectTypes: readonly DotNetType[] = [
  objectType,
  plain('System.ValueType'),
  plain('System.Void', 'System.ValueType', { valueType: true }),
  plain('System.DBNull', 'System.Object', {
    interfaces: ['System.IConvertible'],
    statics: { Value: readOnly(() => DbNull.value) },
  }),
  plain('System.Management.Automation.Internal.AutomationNull', 'System.Object', {
    isAbstract: true,
    statics: { Value: readOnly(() => nothing) },
  }),
  plain('System.Management.Automation.Language.NullString', 'System.Object', {
    isAbstract: true,
    statics: { Value: readOnly(() => NullString.value) },
  }),
  booleanType,
  plain('System.Delegate', 'System.Object', {
    isAbstract: true,
    methods: {
      Invoke: [overload('...object args', (self: Delegate, args: readonly unknown[]) => self.invoke(...args))],
      DynamicInvoke: [overload('...object args', (self: Delegate, args: readonly unknown[]) => self.invoke(...args))],
    },
  }),
  plain('System.MulticastDelegate', 'System.Delegate', { isAbstract: true }),
  plain('System.Attribute', 'System.Object', { isAbstract: true }),
  plain('System.Nullable`1', 'System.ValueType', { valueType: true, typeParameters: ['T'] }),
  ...interfaceNames.map((name): DotNetType => ({ name, isInterface: true })),
  generic('IEnumerable`1', ['T']),
  generic('ICollection`1', ['T']),
  generic('IList`1', ['T']),
  generic('IDictionary`2', ['TKey', 'TValue']),
  generic('IEqualityComparer`1', ['T']),
  generic('IComparer`1', ['T']),
  ...delegateTypes,
];
