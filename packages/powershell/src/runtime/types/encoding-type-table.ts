import { type Encoding, encodingByName, encodings } from '../../dotnet/index.ts';
import { byteArray, bytesOf } from '../values/byte-array.ts';
import type { Char } from '../values/number-types.ts';
import { charactersOf } from '../values/typed-array.ts';
import { type DotNetType, overload, type Overload, type Property, readOnly } from './define-type.ts';

/** A text encoding as a value of the language. */
export class EncodingValue {
  readonly typeName: string;
  readonly encoding: Encoding;
  /** Whether it writes its preamble in front of a file. */
  readonly hasPreamble: boolean;

  constructor(encoding: Encoding, typeName = typeNames[encoding.name] ?? 'System.Text.Encoding', hasPreamble = true) {
    this.encoding = encoding;
    this.typeName = typeName;
    this.hasPreamble = hasPreamble;
  }

  text(): string {
    return this.typeName;
  }
}

const typeNames: Readonly<Record<string, string>> = {
  'utf-8': 'System.Text.UTF8Encoding+UTF8EncodingSealed',
  'us-ascii': 'System.Text.ASCIIEncoding+ASCIIEncodingSealed',
  'iso-8859-1': 'System.Text.Latin1Encoding+Latin1EncodingSealed',
  'utf-16': 'System.Text.UnicodeEncoding',
  'utf-16BE': 'System.Text.UnicodeEncoding',
  'utf-32': 'System.Text.UTF32Encoding',
};

const named = (encoding: Encoding): Property => {
  const value = new EncodingValue(encoding);
  return readOnly(() => value);
};

const encode = ({ encoding }: EncodingValue, text: string): unknown[] => byteArray(encoding.encode(text));

const baseType: DotNetType = {
  name: 'System.Text.Encoding',
  base: 'System.Object',
  isAbstract: true,
  properties: {
    WebName: readOnly(({ encoding }: EncodingValue) => encoding.name),
    BodyName: readOnly(({ encoding }: EncodingValue) => encoding.name),
    HeaderName: readOnly(({ encoding }: EncodingValue) => encoding.name),
    EncodingName: readOnly(({ encoding }: EncodingValue) => encoding.encodingName),
    CodePage: readOnly(({ encoding }: EncodingValue) => encoding.codePage),
    IsSingleByte: readOnly(({ encoding }: EncodingValue) => /ascii|8859/.test(encoding.name)),
    Preamble: readOnly((self: EncodingValue) => preamble(self)),
  },
  statics: {
    UTF8: named(encodings.utf8),
    Default: named(encodings.utf8),
    ASCII: named(encodings.ascii),
    Unicode: named(encodings.unicode),
    BigEndianUnicode: named(encodings.bigEndianUnicode),
    UTF32: named(encodings.utf32),
    Latin1: named(encodings.latin1),
  },
  methods: {
    GetBytes: [
      overload('string s', encode),
      overload('char[] chars', (self: EncodingValue, characters: readonly Char[]) =>
        encode(self, characters.map(({ value }) => value).join('')),
      ),
    ],
    GetString: [
      overload('byte[] bytes', ({ encoding }: EncodingValue, bytes: unknown) => encoding.decode(bytesOf(bytes))),
      overload(
        'byte[] bytes, int index, int count',
        ({ encoding }: EncodingValue, bytes: unknown, index: number, count: number) =>
          encoding.decode(bytesOf(bytes).subarray(index, index + count)),
      ),
    ],
    GetChars: [
      overload('byte[] bytes', ({ encoding }: EncodingValue, bytes: unknown) =>
        charactersOf(encoding.decode(bytesOf(bytes))),
      ),
    ],
    GetByteCount: [overload('string s', ({ encoding }: EncodingValue, text: string) => encoding.encode(text).length)],
    GetCharCount: [
      overload('byte[] bytes', ({ encoding }: EncodingValue, bytes: unknown) => encoding.decode(bytesOf(bytes)).length),
    ],
    GetPreamble: [overload('', (self: EncodingValue) => preamble(self))],
  },
  staticMethods: {
    GetEncoding: [
      overload('string name', (_self: null, name: string) => new EncodingValue(encodingByName(name))),
      overload('int codepage', (_self: null, page: number) => new EncodingValue(encodingByName(page))),
    ],
  },
};

const preamble = ({ encoding, hasPreamble }: EncodingValue): unknown[] =>
  byteArray(hasPreamble ? encoding.preamble : []);

const made = (name: string, encoding: Encoding, constructors: readonly Overload[]): DotNetType => ({
  name,
  base: 'System.Text.Encoding',
  constructors: [overload('', () => new EncodingValue(encoding, name, false)), ...constructors],
});

const withMark = (name: string, encoding: Encoding): Overload =>
  overload(
    'bool encoderShouldEmitUTF8Identifier',
    (_type: DotNetType, mark: boolean) => new EncodingValue(encoding, name, mark),
  );

/** Text encodings. */
export const encodingTypes: readonly DotNetType[] = [
  baseType,
  made('System.Text.UTF8Encoding', encodings.utf8, [withMark('System.Text.UTF8Encoding', encodings.utf8)]),
  made('System.Text.UnicodeEncoding', encodings.unicode, []),
  made('System.Text.ASCIIEncoding', encodings.ascii, []),
  made('System.Text.UTF32Encoding', encodings.utf32, []),
  { name: typeNames['utf-8']!, base: 'System.Text.UTF8Encoding' },
  { name: typeNames['us-ascii']!, base: 'System.Text.ASCIIEncoding' },
  { name: 'System.Text.Latin1Encoding', base: 'System.Text.Encoding' },
  { name: typeNames['iso-8859-1']!, base: 'System.Text.Latin1Encoding' },
];
