import { type Encoding, encodingByName, encodings } from '../../dotnet/index.ts';
import { byteArray, bytesOf } from '../values/byte-array.ts';
import { EncodingValue, sealedEncodings, utf8Encoding } from '../values/encoding-value.ts';
import type { Char } from '../values/number-types.ts';
import { charactersOf } from '../values/typed-array.ts';
import { type DotNetType, overload, type Overload, type Property, readOnly } from './define-type.ts';

const fixed = (value: EncodingValue): Property => readOnly(() => value);
const named = (encoding: Encoding): Property => fixed(new EncodingValue(encoding));

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
    UTF8: fixed(utf8Encoding),
    Default: fixed(new EncodingValue(encodings.utf8, utf8Encoding.typeName, false)),
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
  { name: sealedEncodings['utf-8']!, base: 'System.Text.UTF8Encoding' },
  { name: sealedEncodings['us-ascii']!, base: 'System.Text.ASCIIEncoding' },
  { name: 'System.Text.Latin1Encoding', base: 'System.Text.Encoding' },
  { name: sealedEncodings['iso-8859-1']!, base: 'System.Text.Latin1Encoding' },
];
