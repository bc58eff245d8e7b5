import { formatText } from '../operators/format-operator.ts';
import { listOf } from '../values/enumerate.ts';
import { Enumerator } from '../values/enumerator.ts';
import { Char } from '../values/number-types.ts';
import { toText } from '../values/to-text.ts';
import { typedArray } from '../values/typed-array.ts';
import { compareText } from '../operators/compare.ts';
import { netError } from '../errors/script-error.ts';
import { type DotNetType, overload, readOnly } from './define-type.ts';

const characters = (text: string): Char[] =>
  Array.from({ length: text.length }, (_, index) => new Char(text.charAt(index)));
const texts = (items: string[]): unknown[] => typedArray('System.String', items);
const setOf = (given: unknown): string => (listOf(given) ?? [given]).map((item) => toText(item)).join('');

function trim(text: string, given: unknown, side: 'both' | 'start' | 'end'): string {
  const set = given === undefined ? undefined : setOf(given);
  const cut = (character: string) => (set ? set.includes(character) : /\s/.test(character));
  let start = 0;
  let end = text.length;
  while (side !== 'end' && start < end && cut(text.charAt(start))) start++;
  while (side !== 'start' && end > start && cut(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

function splitAt(text: string, separators: readonly unknown[]): unknown[] {
  const parts = separators.flatMap((each) => listOf(each) ?? [each]).map((each) => toText(each));
  const pattern = parts.map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)).join('|');
  return texts(text.split(pattern === '' ? /\s/ : new RegExp(pattern)));
}

function substring(text: string, start: number, length = text.length - start): string {
  if (start < 0 || start > text.length)
    throw netError(
      'System.ArgumentOutOfRangeException',
      "startIndex cannot be larger than length of string. (Parameter 'startIndex')",
    );
  if (length < 0 || start + length > text.length)
    throw netError(
      'System.ArgumentOutOfRangeException',
      "Index and length must refer to a location within the string. (Parameter 'length')",
    );
  return text.slice(start, start + length);
}

type Text = string;
const ignoring = (text: Text, other: Text, comparison: unknown): [Text, Text] =>
  /IgnoreCase/.test(toText(comparison)) ? [text.toLowerCase(), other.toLowerCase()] : [text, other];

export const stringType: DotNetType = {
  name: 'System.String',
  base: 'System.Object',
  interfaces: ['System.IComparable', 'System.Collections.IEnumerable', 'System.ICloneable'],
  properties: { Length: readOnly((self: Text) => self.length) },
  statics: { Empty: readOnly(() => '') },
  methods: {
    ToUpper: [overload('', (self: Text) => self.toUpperCase()), overload('object', (self: Text) => self.toUpperCase())],
    ToLower: [overload('', (self: Text) => self.toLowerCase()), overload('object', (self: Text) => self.toLowerCase())],
    ToUpperInvariant: [overload('', (self: Text) => self.toUpperCase())],
    ToLowerInvariant: [overload('', (self: Text) => self.toLowerCase())],
    ToString: [overload('', (self: Text) => self), overload('object', (self: Text) => self)],
    Trim: [
      overload('', (self: Text) => trim(self, undefined, 'both')),
      overload('...object', (self: Text, ...set: unknown[]) => trim(self, set.flat(), 'both')),
    ],
    TrimStart: [
      overload('', (self: Text) => trim(self, undefined, 'start')),
      overload('...object', (self: Text, ...set: unknown[]) => trim(self, set.flat(), 'start')),
    ],
    TrimEnd: [
      overload('', (self: Text) => trim(self, undefined, 'end')),
      overload('...object', (self: Text, ...set: unknown[]) => trim(self, set.flat(), 'end')),
    ],
    Substring: [overload('int', substring), overload('int, int', substring)],
    IndexOf: [
      overload('string', (self: Text, part: Text) => self.indexOf(part)),
      overload('string, int', (self: Text, part: Text, from: number) => self.indexOf(part, from)),
      overload('string, object', (self: Text, part: Text, comparison: unknown) => {
        const [a, b] = ignoring(self, part, comparison);
        return a.indexOf(b);
      }),
    ],
    LastIndexOf: [overload('string', (self: Text, part: Text) => self.lastIndexOf(part))],
    Contains: [
      overload('string', (self: Text, part: Text) => self.includes(part)),
      overload('string, object', (self: Text, part: Text, comparison: unknown) => {
        const [a, b] = ignoring(self, part, comparison);
        return a.includes(b);
      }),
    ],
    StartsWith: [
      overload('string', (self: Text, part: Text) => self.startsWith(part)),
      overload('string, object', (self: Text, part: Text, comparison: unknown) => {
        const [a, b] = ignoring(self, part, comparison);
        return a.startsWith(b);
      }),
    ],
    EndsWith: [
      overload('string', (self: Text, part: Text) => self.endsWith(part)),
      overload('string, object', (self: Text, part: Text, comparison: unknown) => {
        const [a, b] = ignoring(self, part, comparison);
        return a.endsWith(b);
      }),
    ],
    Replace: [overload('string, string', (self: Text, from: Text, to: Text) => self.replaceAll(from, () => to))],
    Insert: [
      overload('int, string', (self: Text, at: number, part: Text) => self.slice(0, at) + part + self.slice(at)),
    ],
    Remove: [
      overload('int', (self: Text, at: number) => self.slice(0, at)),
      overload('int, int', (self: Text, at: number, count: number) => self.slice(0, at) + self.slice(at + count)),
    ],
    PadLeft: [
      overload('int', (self: Text, width: number) => self.padStart(width)),
      overload('int, char', (self: Text, width: number, fill: Char) => self.padStart(width, fill.value)),
    ],
    PadRight: [
      overload('int', (self: Text, width: number) => self.padEnd(width)),
      overload('int, char', (self: Text, width: number, fill: Char) => self.padEnd(width, fill.value)),
    ],
    Split: [overload('...object', (self: Text, ...separators: unknown[]) => splitAt(self, separators))],
    ToCharArray: [overload('', (self: Text) => typedArray('System.Char', characters(self)))],
    CompareTo: [overload('string', (self: Text, other: Text) => compareText(self, other, 'match case'))],
    GetEnumerator: [overload('', (self: Text) => new Enumerator(characters(self), 'System.CharEnumerator'))],
    Clone: [overload('', (self: Text) => self)],
  },
  staticMethods: {
    Join: [
      overload('string, ...object', (_self: null, separator: Text, ...items: unknown[]) =>
        items
          .flatMap((item) => listOf(item) ?? [item])
          .map((item) => toText(item))
          .join(separator),
      ),
    ],
    Format: [
      overload('string, ...object', (_self: null, format: Text, ...items: unknown[]) => formatText(format, items)),
    ],
    IsNullOrEmpty: [overload('string', (_self: null, text: unknown) => toText(text) === '')],
    IsNullOrWhiteSpace: [overload('string', (_self: null, text: unknown) => toText(text).trim() === '')],
    Concat: [overload('...object', (_self: null, ...items: unknown[]) => items.map((item) => toText(item)).join(''))],
    Compare: [
      overload('string, string', (_self: null, a: Text, b: Text) => compareText(a, b, 'match case')),
      overload('string, string, bool', (_self: null, a: Text, b: Text, ignore: boolean) =>
        compareText(a, b, ignore ? 'ignore case' : 'match case'),
      ),
    ],
  },
  constructors: [
    overload('char, int', (_self: null, character: Char, count: number) => character.value.repeat(count)),
    overload('char[]', (_self: null, items: readonly Char[]) => items.map(({ value }) => value).join('')),
  ],
};

const charTest = (test: RegExp) => [overload('char', (_self: null, { value }: Char) => test.test(value))];

export const charType: DotNetType = {
  name: 'System.Char',
  base: 'System.ValueType',
  interfaces: ['System.IComparable', 'System.IConvertible'],
  valueType: true,
  staticMethods: {
    IsDigit: charTest(/\p{Nd}/u),
    IsLetter: charTest(/\p{L}/u),
    IsLetterOrDigit: charTest(/[\p{L}\p{Nd}]/u),
    IsUpper: charTest(/\p{Lu}/u),
    IsLower: charTest(/\p{Ll}/u),
    IsWhiteSpace: charTest(/\s/u),
    IsPunctuation: charTest(/\p{P}/u),
    ToUpper: [overload('char', (_self: null, { value }: Char) => new Char(value.toUpperCase()))],
    ToLower: [overload('char', (_self: null, { value }: Char) => new Char(value.toLowerCase()))],
  },
  methods: { ToString: [overload('', (self: Char) => self.value)] },
};
