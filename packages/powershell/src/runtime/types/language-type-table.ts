import { toNumeric } from '../conversions/to-number.ts';
import type { Reference } from '../values/reference.ts';
import type { SwitchParameter } from '../values/switch-parameter.ts';
import { boxed } from '../values/boxed.ts';
import { CustomObject } from '../values/ps-object.ts';
import { Variable } from '../engine/variable.ts';
import { convertAs, convertTo } from '../conversions/convert.ts';
import { compare, equals } from '../operators/compare.ts';
import { IntPtr } from '../values/int-ptr.ts';
import { isNumeric, toBigInt } from '../values/number-types.ts';
import { isTrue } from '../values/truth.ts';
import type { TypeValue } from '../values/type-value.ts';
import { type DotNetType, overload, readOnly } from './define-type.ts';
import { moduleType } from './module-type.ts';
import { scriptBlockType } from './script-block-type.ts';

const plain = (name: string, base = 'System.Object', more: Partial<DotNetType> = {}): DotNetType => ({
  name,
  base,
  ...more,
});

/** Conversions by the language's own rules, as scripts ask for them. */
const languagePrimitives = plain('System.Management.Automation.LanguagePrimitives', 'System.Object', {
  isAbstract: true,
  staticMethods: {
    ConvertTo: [
      overload('object valueToConvert, type resultType', (_self: null, value: unknown, { type }: TypeValue) =>
        convertTo(value, type),
      ),
    ],
    TryConvertTo: [
      overload(
        'object valueToConvert, type resultType, ref object result',
        (_self: null, value: unknown, { type }: TypeValue, result: Reference) => {
          const converted = convertAs(value, type);
          result.write(converted);
          return converted !== null || value === null;
        },
      ),
    ],
    IsTrue: [overload('object obj', (_self: null, value: unknown) => isTrue(value))],
    Equals: [
      overload('object first, object second', (_self: null, a: unknown, b: unknown) => equals(a, b, 'match case')),
      overload('object first, object second, bool ignoreCase', (_self: null, a: unknown, b: unknown, ignore: boolean) =>
        equals(a, b, ignore ? 'ignore case' : 'match case'),
      ),
    ],
    Compare: [
      overload('object first, object second', (_self: null, a: unknown, b: unknown) => compare(a, b, 'match case')),
      overload('object first, object second, bool ignoreCase', (_self: null, a: unknown, b: unknown, ignore: boolean) =>
        compare(a, b, ignore ? 'ignore case' : 'match case'),
      ),
    ],
  },
});

const intPtr = plain('System.IntPtr', 'System.ValueType', {
  valueType: true,
  statics: { Zero: readOnly(() => new IntPtr(0n)), Size: readOnly(() => 8) },
  methods: { ToInt64: [overload('', ({ value }: IntPtr) => value)] },
  convert: (value) => (isNumeric(value) ? new IntPtr(toBigInt(toNumeric(value, 'Int64'))) : undefined),
  constructors: [overload('long value', (_type: DotNetType, value: bigint) => new IntPtr(value))],
});

/** The types of the language itself: errors, script blocks, references, variables. */
export const languageTypes: readonly DotNetType[] = [
  moduleType,
  scriptBlockType,
  plain('System.Management.Automation.PSObject', 'System.Object', {
    staticMethods: { AsPSObject: [overload('object obj', (_self: null, value: unknown) => boxed(value))] },
    constructors: [
      overload('', () => new CustomObject()),
      overload('object obj', (_type: DotNetType, value: unknown) => boxed(value)),
    ],
  }),
  plain('System.Management.Automation.PSCustomObject'),
  plain('System.Management.Automation.PSReference', 'System.Object', {
    properties: {
      Value: {
        get: (self) => (self as Reference).read(),
        set: (self, value) => (self as Reference).write(value),
      },
    },
  }),
  plain('System.Management.Automation.PSReference`1', 'System.Management.Automation.PSReference', {
    typeParameters: ['T'],
  }),
  languagePrimitives,
  intPtr,
  plain('System.Management.Automation.SwitchParameter', 'System.ValueType', {
    valueType: true,
    properties: { IsPresent: readOnly((self: SwitchParameter) => self.isPresent) },
    methods: { ToBool: [overload('', (self: SwitchParameter) => self.isPresent)] },
  }),
  plain('System.Management.Automation.PSVariable', 'System.Object', {
    constructors: [
      overload('string name', (_type: DotNetType, name: string) => new Variable(name, null)),
      overload(
        'string name, object value',
        (_type: DotNetType, name: string, value: unknown) => new Variable(name, value),
      ),
    ],
    properties: {
      Name: readOnly((self: Variable) => self.name),
      Value: {
        get: (self) => (self as Variable).value,
        set: (self, value) => (self as Variable).assign(value),
      },
      Options: readOnly((self: Variable) => self.options.join(', ') || 'None'),
      Description: readOnly((self: Variable) => self.description),
    },
  }),
];
