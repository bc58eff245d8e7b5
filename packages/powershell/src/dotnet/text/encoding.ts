import { argumentError } from '../dotnet-error.ts';
import { once } from '../once.ts';

/** A text encoding of .NET: what it cannot write becomes `?`, what it cannot read U+FFFD. */
export interface Encoding {
  /** The name that `WebName` gives. */
  readonly name: string;
  readonly codePage: number;
  readonly encodingName: string;
  readonly preamble: Uint8Array;
  readonly encode: (text: string) => Uint8Array;
  readonly decode: (bytes: Uint8Array) => string;
}

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

const utf8Bytes = once(() => new TextEncoder());

const decoder = (label: string) => {
  const decoding = once(() => new TextDecoder(label, { ignoreBOM: true }));
  return (data: Uint8Array) => decoding().decode(data);
};

/** One byte a character below `end`. */
const singleByte = (end: number) => ({
  encode: (text: string) =>
    Uint8Array.from(text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, '??'), (character) => {
      const code = character.charCodeAt(0);
      return code < end ? code : 0x3f;
    }),
  decode: (data: Uint8Array) =>
    Array.from(data, (byte) => (byte < end ? String.fromCharCode(byte) : '\ufffd')).join(''),
});

function utf16Bytes(text: string, { bigEndian }: { bigEndian: boolean }): Uint8Array {
  const whole = text.toWellFormed();
  const view = new DataView(new ArrayBuffer(whole.length * 2));
  for (let index = 0; index < whole.length; index++) view.setUint16(index * 2, whole.charCodeAt(index), !bigEndian);
  return new Uint8Array(view.buffer);
}

function utf32Bytes(text: string): Uint8Array {
  const points = Array.from(text.toWellFormed(), (character) => character.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(points.length * 4));
  for (const [index, point] of points.entries()) view.setUint32(index * 4, point, true);
  return new Uint8Array(view.buffer);
}

function utf32Text(data: Uint8Array): string {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let text = '';
  for (let at = 0; at < data.length; at += 4) {
    const point = at + 4 <= data.length ? view.getUint32(at, true) : Number.POSITIVE_INFINITY;
    const valid = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    text += valid ? String.fromCodePoint(point) : '\ufffd';
  }
  return text;
}

export const encodings = {
  ascii: { name: 'us-ascii', codePage: 20127, encodingName: 'US-ASCII', preamble: bytes(), ...singleByte(0x80) },
  latin1: {
    name: 'iso-8859-1',
    codePage: 28591,
    encodingName: 'Western European (ISO)',
    preamble: bytes(),
    ...singleByte(0x100),
  },
  utf8: {
    name: 'utf-8',
    codePage: 65001,
    encodingName: 'Unicode (UTF-8)',
    preamble: bytes(0xef, 0xbb, 0xbf),
    encode: (text) => utf8Bytes().encode(text),
    decode: decoder('utf-8'),
  },
  unicode: {
    name: 'utf-16',
    codePage: 1200,
    encodingName: 'Unicode',
    preamble: bytes(0xff, 0xfe),
    encode: (text) => utf16Bytes(text, { bigEndian: false }),
    decode: decoder('utf-16le'),
  },
  bigEndianUnicode: {
    name: 'utf-16BE',
    codePage: 1201,
    encodingName: 'Unicode (Big-Endian)',
    preamble: bytes(0xfe, 0xff),
    encode: (text) => utf16Bytes(text, { bigEndian: true }),
    decode: decoder('utf-16be'),
  },
  utf32: {
    name: 'utf-32',
    codePage: 12000,
    encodingName: 'Unicode (UTF-32)',
    preamble: bytes(0xff, 0xfe, 0, 0),
    encode: utf32Bytes,
    decode: utf32Text,
  },
} satisfies Readonly<Record<string, Encoding>>;

const aliases: Readonly<Record<string, keyof typeof encodings>> = {
  'us-ascii': 'ascii',
  ascii: 'ascii',
  'iso-8859-1': 'latin1',
  latin1: 'latin1',
  'utf-8': 'utf8',
  utf8: 'utf8',
  'utf-16': 'unicode',
  'utf-16le': 'unicode',
  unicode: 'unicode',
  'utf-16be': 'bigEndianUnicode',
  unicodefffe: 'bigEndianUnicode',
  'utf-32': 'utf32',
  'utf-32le': 'utf32',
};

/** `Encoding.GetEncoding` by name or code page. */
export function encodingByName(name: string | number): Encoding {
  if (typeof name === 'number') {
    const found = Object.values<Encoding>(encodings).find(({ codePage }) => codePage === name);
    if (found !== undefined) return found;
    throw argumentError(
      `No data is available for encoding ${name}. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method.`,
    );
  }
  const key = aliases[name.toLowerCase()];
  if (key !== undefined) return encodings[key];
  throw argumentError(
    `'${name}' is not a supported encoding name. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method.`,
    'name',
  );
}
