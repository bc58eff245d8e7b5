import { compareText, equalText, type StringComparison, strings, toLower, toUpper } from '../../dotnet/index.ts';
import { compositeText } from '../operators/format-operator.ts';
import { netError } from '../errors/script-error.ts';
import { Enumerator } from '../values/enumerator.ts';
import type { EnumValue } from '../values/enum-value.ts';
import { Char } from '../values/number-types.ts';
import { plainText, toText } from '../values/to-text.ts';
import { charactersOf, typedArray } from '../values/typed-array.ts';
import { type DotNetType, overload, type Overload, readOnly } from './define-type.ts';
import { enumNames } from './enum-type.ts';

const outsideOfItems = (): Error =>
  netError(
    'System.ArgumentOutOfRangeException',
    "Index and count must refer to a location within the buffer. (Parameter 'startIndex')",
  );

type Text = string;
type Characters = readonly Char[];

const comparisonOf = (value: EnumValue): StringComparison => value.text() as StringComparison;
const joined = (characters: Characters): string => characters.map(({ value }) => value).join('');
const withLineEndings = (text: Text, ending: Text): string =>
  text.replaceAll(/\r\n|[\n\r\f\u0085\u2028\u2029]/g, ending);

const texts = (items: string[]): unknown[] => typedArray('System.String', items);

/** `Contains`, `StartsWith` and `EndsWith`: with a text, a character, a comparison. */
function testForms(test: (text: Text, part: Text, comparison?: StringComparison) => boolean): readonly Overload[] {
  return [
    overload('string value', (self: Text, part: Text) => test(self, part)),
    overload('char value', (self: Text, { value }: Char) => test(self, value, 'Ordinal')),
    overload('string value, comparison comparisonType', (self: Text, part: Text, comparison: EnumValue) =>
      test(self, part, comparisonOf(comparison)),
    ),
    overload('string value, bool ignoreCase, cultureinfo culture', (self: Text, part: Text, ignoresCase: boolean) =>
      test(self, part, ignoresCase ? 'CurrentCultureIgnoreCase' : 'CurrentCulture'),
    ),
  ];
}

function trimForms(side: 'both' | 'start' | 'end'): readonly Overload[] {
  return [
    overload('', (self: Text) => strings.trim(self, { side })),
    overload('char trimChar', (self: Text, { value }: Char) => strings.trim(self, { side, characters: value })),
    overload('...char trimChars', (self: Text, characters: Characters) =>
      strings.trim(self, { side, characters: joined(characters) }),
    ),
  ];
}

type Find = typeof strings.indexOf;

function findForms(find: Find): readonly Overload[] {
  return [
    overload('char value', (self: Text, { value }: Char) => find(self, value)),
    overload('string value', (self: Text, value: Text) => find(self, value, { comparison: 'CurrentCulture' })),
    overload('char value, int startIndex', (self: Text, { value }: Char, start: number) =>
      find(self, value, { start }),
    ),
    overload('string value, int startIndex', (self: Text, value: Text, start: number) => find(self, value, { start })),
    overload('string value, comparison comparisonType', (self: Text, value: Text, comparison: EnumValue) =>
      find(self, value, { comparison: comparisonOf(comparison) }),
    ),
    overload('char value, int startIndex, int count', (self: Text, { value }: Char, start: number, count: number) =>
      find(self, value, { start, count }),
    ),
    overload('string value, int startIndex, int count', (self: Text, value: Text, start: number, count: number) =>
      find(self, value, { start, count }),
    ),
    overload(
      'string value, int startIndex, comparison comparisonType',
      (self: Text, value: Text, start: number, comparison: EnumValue) =>
        find(self, value, { start, comparison: comparisonOf(comparison) }),
    ),
  ];
}

interface SplitCall {
  readonly separators: readonly string[];
  readonly count?: number | undefined;
  readonly options?: EnumValue | undefined;
}

function split(text: Text, { separators, count, options }: SplitCall): unknown[] {
  const names = options ? enumNames(options) : [];
  return texts(
    strings.split(text, {
      separators,
      ...(count === undefined ? {} : { count }),
      removeEmpty: names.includes('RemoveEmptyEntries'),
      trimEntries: names.includes('TrimEntries'),
    }),
  );
}

const charsOf = (characters: Characters | null): string[] => (characters ?? []).map(({ value }) => value);
const options = 'System.StringSplitOptions options';

const splitForms: readonly Overload[] = [
  overload('...char separator', (self: Text, separators: Characters) =>
    split(self, { separators: charsOf(separators) }),
  ),
  overload('char[] separator, int count', (self: Text, separators: Characters, count: number) =>
    split(self, { separators: charsOf(separators), count }),
  ),
  overload(`char[] separator, ${options}`, (self: Text, separators: Characters, given: EnumValue) =>
    split(self, { separators: charsOf(separators), options: given }),
  ),
  overload(
    `char[] separator, int count, ${options}`,
    (self: Text, separators: Characters, count: number, given: EnumValue) =>
      split(self, { separators: charsOf(separators), count, options: given }),
  ),
  overload(`string[] separator, ${options}`, (self: Text, separators: readonly string[], given: EnumValue) =>
    split(self, { separators, options: given }),
  ),
  overload(
    `string[] separator, int count, ${options}`,
    (self: Text, separators: readonly string[], count: number, given: EnumValue) =>
      split(self, { separators, count, options: given }),
  ),
  overload(`char separator, ${options}`, (self: Text, { value }: Char, given: EnumValue) =>
    split(self, { separators: [value], options: given }),
  ),
  overload('char separator, int count', (self: Text, { value }: Char, count: number) =>
    split(self, { separators: [value], count }),
  ),
  overload('string separator', (self: Text, separator: Text) => split(self, { separators: [separator] })),
  overload(`string separator, ${options}`, (self: Text, separator: Text, given: EnumValue) =>
    split(self, { separators: [separator], options: given }),
  ),
  overload('string separator, int count', (self: Text, separator: Text, count: number) =>
    split(self, { separators: [separator], count }),
  ),
  overload(`string separator, int count, ${options}`, (self: Text, separator: Text, count: number, given: EnumValue) =>
    split(self, { separators: [separator], count, options: given }),
  ),
];

function copyTo(text: Text, sourceIndex: number, destination: unknown[], index: number, count: number): void {
  for (let at = 0; at < count; at++) destination[index + at] = new Char(text.charAt(sourceIndex + at));
}

const charAt = (text: Text, index: number): Char => {
  if (index >= 0 && index < text.length) return new Char(text.charAt(index));
  throw netError('System.IndexOutOfRangeException', 'Index was outside the bounds of the array.');
};

const forms = { FormC: 'NFC', FormD: 'NFD', FormKC: 'NFKC', FormKD: 'NFKD' } as const;
const normalized = (text: Text, form: EnumValue): Text => text.normalize(forms[form.text() as keyof typeof forms]);

const caseForms = (change: (text: Text) => Text): readonly Overload[] => [
  overload('', change),
  overload('culture culture', (self: Text) => change(self)),
];

const orderOf = (left: Text | null, right: Text | null, comparison: StringComparison): number => {
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
  const order = compareText(left, right, comparison);
  return comparison.startsWith('Ordinal') ? order : Math.sign(order);
};

const compareForms: readonly Overload[] = [
  overload('string strA, string strB', (_self: null, a: Text, b: Text) => orderOf(a, b, 'CurrentCulture')),
  overload('string strA, string strB, bool ignoreCase', (_self: null, a: Text, b: Text, ignore: boolean) =>
    orderOf(a, b, ignore ? 'CurrentCultureIgnoreCase' : 'CurrentCulture'),
  ),
  overload(
    'string strA, string strB, comparison comparisonType',
    (_self: null, a: Text, b: Text, comparison: EnumValue) => orderOf(a, b, comparisonOf(comparison)),
  ),
  overload(
    'string strA, string strB, bool ignoreCase, culture culture',
    (_self: null, a: Text, b: Text, ignore: boolean) =>
      orderOf(a, b, ignore ? 'CurrentCultureIgnoreCase' : 'CurrentCulture'),
  ),
];

const concatenated = (items: readonly unknown[]): string => items.map((item) => plainText(item)).join('');

const staticMethods: DotNetType['staticMethods'] = {
  Join: [
    overload('string separator, ...string value', (_self: null, separator: Text, items: readonly string[]) =>
      items.join(separator),
    ),
    overload('string separator, ...object values', (_self: null, separator: Text, items: readonly unknown[]) =>
      items.map((item) => plainText(item)).join(separator),
    ),
    overload(
      'string separator, string[] value, int startIndex, int count',
      (_self: null, separator: Text, items: readonly string[], start: number, count: number) => {
        if (start < 0 || count < 0 || start > items.length - count) throw outsideOfItems();
        return items.slice(start, start + count).join(separator);
      },
    ),
  ],
  Format: [
    overload('string format, ...object args', (_self: null, format: Text, items: readonly unknown[]) =>
      compositeText(format, items),
    ),
    overload(
      'provider provider, string format, ...object args',
      (_self: null, _provider: unknown, format: Text, items: readonly unknown[]) => compositeText(format, items),
    ),
  ],
  IsNullOrEmpty: [overload('string value', (_self: null, text: Text | null) => (text ?? '') === '')],
  IsNullOrWhiteSpace: [overload('string value', (_self: null, text: Text | null) => strings.isBlank(text ?? ''))],
  Concat: [
    overload('...string values', (_self: null, items: readonly unknown[]) => concatenated(items)),
    overload('...object args', (_self: null, items: readonly unknown[]) => concatenated(items)),
  ],
  Compare: compareForms,
  CompareOrdinal: [overload('string strA, string strB', (_self: null, a: Text, b: Text) => orderOf(a, b, 'Ordinal'))],
  Equals: [
    overload('string a, string b', (_self: null, a: Text, b: Text) => a === b),
    overload('string a, string b, comparison comparisonType', (_self: null, a: Text, b: Text, comparison: EnumValue) =>
      equalText(a, b, comparisonOf(comparison)),
    ),
  ],
  Copy: [overload('string str', (_self: null, text: Text) => text)],
};

export const stringType: DotNetType = {
  name: 'System.String',
  base: 'System.Object',
  interfaces: ['System.IComparable', 'System.Collections.IEnumerable', 'System.ICloneable', 'System.IConvertible'],
  properties: { Length: readOnly((self: Text) => self.length, 'int') },
  statics: { Empty: readOnly(() => '', 'string') },
  methods: {
    ToUpper: caseForms(toUpper),
    ToLower: caseForms(toLower),
    ToUpperInvariant: [overload('', toUpper)],
    ToLowerInvariant: [overload('', toLower)],
    ToString: [overload('', (self: Text) => self), overload('provider provider', (self: Text) => self)],
    ReplaceLineEndings: [
      overload('', (self: Text) => withLineEndings(self, '\n')),
      overload('string replacementText', withLineEndings),
    ],
    Trim: trimForms('both'),
    TrimStart: trimForms('start'),
    TrimEnd: trimForms('end'),
    Substring: [
      overload('int startIndex', (self: Text, start: number) => strings.substring(self, start)),
      overload('int startIndex, int length', strings.substring),
    ],
    IndexOf: findForms(strings.indexOf),
    LastIndexOf: findForms(strings.lastIndexOf),
    IndexOfAny: [
      overload('char[] anyOf', (self: Text, characters: Characters) => strings.indexOfAny(self, joined(characters))),
      overload('char[] anyOf, int startIndex', (self: Text, characters: Characters, start: number) =>
        strings.indexOfAny(self, joined(characters), { start }),
      ),
    ],
    LastIndexOfAny: [
      overload('char[] anyOf', (self: Text, characters: Characters) =>
        strings.lastIndexOfAny(self, joined(characters)),
      ),
    ],
    Contains: testForms(strings.contains),
    StartsWith: testForms(strings.startsWith),
    EndsWith: testForms(strings.endsWith),
    Replace: [
      overload('char oldChar, char newChar', (self: Text, old: Char, by: Char) =>
        strings.replace(self, { old: old.value, by: by.value }),
      ),
      overload('string oldValue, string newValue', (self: Text, old: Text, by: Text) =>
        strings.replace(self, { old, by }),
      ),
      overload(
        'string oldValue, string newValue, comparison comparisonType',
        (self: Text, old: Text, by: Text, comparison: EnumValue) =>
          strings.replace(self, { old, by, comparison: comparisonOf(comparison) }),
      ),
    ],
    Insert: [overload('int startIndex, string value', strings.insert)],
    Remove: [
      overload('int startIndex', (self: Text, start: number) => strings.remove(self, start)),
      overload('int startIndex, int count', strings.remove),
    ],
    PadLeft: [
      overload('int totalWidth', (self: Text, width: number) => strings.padLeft(self, width)),
      overload('int totalWidth, char paddingChar', (self: Text, width: number, { value }: Char) =>
        strings.padLeft(self, width, value),
      ),
    ],
    PadRight: [
      overload('int totalWidth', (self: Text, width: number) => strings.padRight(self, width)),
      overload('int totalWidth, char paddingChar', (self: Text, width: number, { value }: Char) =>
        strings.padRight(self, width, value),
      ),
    ],
    Split: splitForms,
    ToCharArray: [
      overload('', (self: Text) => charactersOf(self)),
      overload('int startIndex, int length', (self: Text, start: number, length: number) =>
        charactersOf(strings.substring(self, start, length)),
      ),
    ],
    CopyTo: [overload('int sourceIndex, char[] destination, int destinationIndex, int count', copyTo)],
    Chars: [overload('int index', charAt)],
    get_Chars: [overload('int index', charAt)],
    CompareTo: [
      overload('object value', (self: Text, other: unknown) =>
        orderOf(self, other === null ? null : toText(other), 'CurrentCulture'),
      ),
      overload('string strB', (self: Text, other: Text) => orderOf(self, other, 'CurrentCulture')),
    ],
    Equals: [
      overload('object obj', (self: Text, other: unknown) => self === other),
      overload('string value', (self: Text, other: Text) => self === other),
      overload(
        'string value, comparison comparisonType',
        (self: Text, other: Text, comparison: EnumValue) =>
          other !== null && equalText(self, other, comparisonOf(comparison)),
      ),
    ],
    Normalize: [
      overload('', (self: Text) => self.normalize()),
      overload('System.Text.NormalizationForm normalizationForm', normalized),
    ],
    IsNormalized: [overload('', (self: Text) => self.normalize() === self)],
    GetEnumerator: [overload('', (self: Text) => new Enumerator(charactersOf(self), 'System.CharEnumerator'))],
    Clone: [overload('', (self: Text) => self)],
    GetTypeCode: [overload('', () => 'String')],
  },
  staticMethods,
  constructors: [
    overload('char c, int count', (_type: DotNetType, { value }: Char, count: number) => value.repeat(count)),
    overload('char[] value', (_type: DotNetType, characters: Characters) => joined(characters)),
    overload(
      'char[] value, int startIndex, int length',
      (_type: DotNetType, characters: Characters, start: number, length: number) =>
        strings.substring(joined(characters), start, length),
    ),
  ],
};
