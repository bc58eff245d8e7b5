import { StringBuilder } from '../../dotnet/index.ts';
import { compositeText } from '../operators/format-operator.ts';
import { Char } from '../values/number-types.ts';
import { plainText } from '../values/to-text.ts';
import { type DotNetType, overload, readOnly, settable } from './define-type.ts';

type Builder = StringBuilder;

/** System.Text.StringBuilder. */
const stringBuilderType: DotNetType = {
  name: 'System.Text.StringBuilder',
  base: 'System.Object',
  properties: {
    Capacity: settable(
      (self: Builder) => self.capacity,
      (self: Builder, capacity: number) => void (self.capacity = capacity),
      'int',
    ),
    MaxCapacity: readOnly(() => 2147483647),
    Length: settable(
      (self: Builder) => self.length,
      (self: Builder, length: number) => void (self.length = length),
      'int',
    ),
  },
  indexer: { get: (self, index) => new Char((self as Builder).charAt(index as number)) },
  methods: {
    Chars: [overload('int index', (self: Builder, index: number) => new Char(self.charAt(index)))],
    get_Chars: [overload('int index', (self: Builder, index: number) => new Char(self.charAt(index)))],
    Append: [
      overload('string value', (self: Builder, text: string) => self.append(text ?? '')),
      overload('char value', (self: Builder, { value }: Char) => self.append(value)),
      overload('char[] value', (self: Builder, items: readonly Char[]) =>
        self.append(items.map(({ value }) => value).join('')),
      ),
      overload('object value', (self: Builder, value: unknown) => self.append(plainText(value))),
      overload('char value, int repeatCount', (self: Builder, { value }: Char, count: number) =>
        self.append(value.repeat(count)),
      ),
    ],
    AppendLine: [
      overload('', (self: Builder) => self.appendLine()),
      overload('string value', (self: Builder, text: string) => self.appendLine(text ?? '')),
    ],
    AppendFormat: [
      overload('string format, ...object args', (self: Builder, format: string, items: readonly unknown[]) =>
        self.append(compositeText(format, items)),
      ),
    ],
    AppendJoin: [
      overload('string separator, ...object values', (self: Builder, separator: string, items: readonly unknown[]) =>
        self.append(items.map((item) => plainText(item)).join(separator)),
      ),
    ],
    Insert: [
      overload('int index, string value', (self: Builder, index: number, text: string) => self.insert(index, text)),
      overload('int index, object value', (self: Builder, index: number, value: unknown) =>
        self.insert(index, plainText(value)),
      ),
    ],
    Remove: [
      overload('int startIndex, int length', (self: Builder, start: number, count: number) =>
        self.remove(start, count),
      ),
    ],
    Replace: [
      overload('string oldValue, string newValue', (self: Builder, old: string, by: string) => self.replace(old, by)),
      overload('char oldChar, char newChar', (self: Builder, old: Char, by: Char) => self.replace(old.value, by.value)),
    ],
    Clear: [overload('', (self: Builder) => self.clear())],
    EnsureCapacity: [
      overload(
        'int capacity',
        (self: Builder, capacity: number) => (self.capacity = Math.max(self.capacity, capacity)),
      ),
    ],
    ToString: [
      overload('', (self: Builder) => self.toString()),
      overload('int startIndex, int length', (self: Builder, start: number, length: number) =>
        self.toString().slice(start, start + length),
      ),
    ],
  },
  constructors: [
    overload('', () => new StringBuilder()),
    overload('string value', (_type: DotNetType, text: string) => new StringBuilder(text ?? '')),
    overload('int capacity', (_type: DotNetType, capacity: number) => new StringBuilder('', capacity)),
    overload(
      'string value, int capacity',
      (_type: DotNetType, text: string, capacity: number) => new StringBuilder(text ?? '', capacity),
    ),
    overload('int capacity, int maxCapacity', (_type: DotNetType, capacity: number) => new StringBuilder('', capacity)),
  ],
};

const nested = (name: string): DotNetType => ({
  name: `${stringBuilderType.name}+${name}`,
  base: 'System.ValueType',
  valueType: true,
});

/** StringBuilder, and what it has within, which scripts cannot make. */
export const stringBuilderTypes: readonly DotNetType[] = [
  stringBuilderType,
  nested('AppendInterpolatedStringHandler'),
  nested('ChunkEnumerator'),
];
