import { defineRecords } from '../../providers/define-records.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { type Encoding, encodingByName, encodings } from '../../dotnet/index.ts';
import { isNumeric, toNumber } from '../../runtime/values/number-types.ts';
import { EncodingValue } from '../../runtime/values/encoding-value.ts';
import { toText } from '../../runtime/values/to-text.ts';

/** How a cmdlet reads and writes text. */
export interface TextEncoding {
  readonly encode: (text: string) => Uint8Array;
  readonly decode: (bytes: Uint8Array) => string;
  /** What is written at the beginning of a new file. */
  readonly preamble: Uint8Array;
}

const none = new Uint8Array(0);
const withoutMark = (encoding: Encoding): TextEncoding => ({ ...encoding, preamble: none });

const record = defineRecords({
  ParameterArgumentTransformationError: {
    category: 'InvalidData',
    exception: 'Management.ParameterBindingArgumentTransformationException',
    text: "Cannot process argument transformation on parameter 'Encoding'. {0}",
  },
});

/** The names that `-Encoding` knows. Source: EncodingConversion. */
const byName: Readonly<Record<string, TextEncoding>> = {
  ansi: withoutMark(encodings.latin1),
  ascii: encodings.ascii,
  bigendianunicode: encodings.bigEndianUnicode,
  default: withoutMark(encodings.utf8),
  latin1: encodings.latin1,
  oem: withoutMark(encodings.utf8),
  string: encodings.unicode,
  unicode: encodings.unicode,
  utf32: encodings.utf32,
  utf8: withoutMark(encodings.utf8),
  utf8bom: encodings.utf8,
  utf8nobom: withoutMark(encodings.utf8),
};

/** What an argument of `-Encoding` stands for; UTF-8 without mark when there is none. */
export function textEncoding(value: unknown): TextEncoding {
  if (value === undefined || value === null) return byName['utf8nobom']!;
  if (value instanceof EncodingValue) return value.hasPreamble ? value.encoding : withoutMark(value.encoding);
  if (isNumeric(value)) return encodingByName(toNumber(value));
  const name = toText(value);
  return byName[name.toLowerCase()] ?? namedEncoding(name);
}

/** An encoding of .NET; a name that stands for none is told as what `-Encoding` cannot take. */
function namedEncoding(name: string): TextEncoding {
  try {
    return encodingByName(name);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new ScriptError(record('ParameterArgumentTransformationError', [error.message], name));
  }
}

const marks = [encodings.utf8, encodings.utf32, encodings.unicode, encodings.bigEndianUnicode] as const;

/** The text of a file: a byte order mark says more than what was asked for. */
export function decodeText(bytes: Uint8Array, encoding: TextEncoding): string {
  const marked = marks.find(({ preamble }) => preamble.every((byte, index) => bytes[index] === byte));
  return marked ? marked.decode(bytes.subarray(marked.preamble.length)) : encoding.decode(bytes);
}

/** The lines of a text; a line's end at its end begins no other. */
export function linesOf(text: string): string[] {
  if (text === '') return [];
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
