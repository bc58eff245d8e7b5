import { charPredicates, numericValue, parseChar, toLower, toUpper } from '../../dotnet/index.ts';
import { Char } from '../values/number-types.ts';
import { double } from '../values/number-types.ts';
import { type DotNetType, overload, type Overload, readOnly } from './define-type.ts';

const predicateForms = (test: (character: string) => boolean): readonly Overload[] => [
  overload('char c', (_self: null, { value }: Char) => test(value)),
  overload('string s, int index', (_self: null, text: string, index: number) => test(text.charAt(index))),
];

const changeForms = (change: (text: string) => string): readonly Overload[] => [
  overload('char c', (_self: null, { value }: Char) => new Char(change(value))),
  overload('char c, culture culture', (_self: null, { value }: Char) => new Char(change(value))),
];

const distance = (a: Char, b: Char): number => a.value.charCodeAt(0) - b.value.charCodeAt(0);

export const charType: DotNetType = {
  name: 'System.Char',
  base: 'System.ValueType',
  interfaces: ['System.IComparable', 'System.IConvertible'],
  valueType: true,
  defaultValue: () => new Char('\0'),
  statics: { MaxValue: readOnly(() => new Char('\uffff')), MinValue: readOnly(() => new Char('\0')) },
  staticMethods: {
    ...Object.fromEntries(Object.entries(charPredicates).map(([name, test]) => [name, predicateForms(test)])),
    ToUpper: changeForms(toUpper),
    ToLower: changeForms(toLower),
    ToUpperInvariant: [overload('char c', (_self: null, { value }: Char) => new Char(toUpper(value)))],
    ToLowerInvariant: [overload('char c', (_self: null, { value }: Char) => new Char(toLower(value)))],
    GetNumericValue: [overload('char c', (_self: null, { value }: Char) => double(numericValue(value)))],
    ConvertFromUtf32: [overload('int utf32', (_self: null, code: number) => String.fromCodePoint(code))],
    ConvertToUtf32: [
      overload('string s, int index', (_self: null, text: string, index: number) => text.codePointAt(index) ?? 0),
    ],
    Parse: [overload('string s', (_self: null, text: string) => new Char(parseChar(text)))],
    ToString: [overload('char c', (_self: null, { value }: Char) => value)],
  },
  methods: {
    ToString: [overload('', (self: Char) => self.value), overload('provider provider', (self: Char) => self.value)],
    CompareTo: [overload('char value', distance)],
    Equals: [
      overload('object obj', (self: Char, other: unknown) => other instanceof Char && other.value === self.value),
    ],
    GetTypeCode: [overload('', () => 'Char')],
  },
};
