import { type Encoding, encodings } from '../../dotnet/index.ts';

/** The classes of .NET's own encodings. */
export const sealedEncodings: Readonly<Record<string, string>> = {
  'utf-8': 'System.Text.UTF8Encoding+UTF8EncodingSealed',
  'us-ascii': 'System.Text.ASCIIEncoding+ASCIIEncodingSealed',
  'iso-8859-1': 'System.Text.Latin1Encoding+Latin1EncodingSealed',
  'utf-16': 'System.Text.UnicodeEncoding',
  'utf-16BE': 'System.Text.UnicodeEncoding',
  'utf-32': 'System.Text.UTF32Encoding',
};

/** A text encoding as a value of the language. */
export class EncodingValue {
  readonly typeName: string;
  readonly encoding: Encoding;
  /** Whether it writes its preamble in front of a file. */
  readonly hasPreamble: boolean;

  constructor(
    encoding: Encoding,
    typeName = sealedEncodings[encoding.name] ?? 'System.Text.Encoding',
    hasPreamble = true,
  ) {
    this.encoding = encoding;
    this.typeName = typeName;
    this.hasPreamble = hasPreamble;
  }

  text(): string {
    return this.typeName;
  }
}

/** `[System.Text.Encoding]::UTF8`. */
export const utf8Encoding = new EncodingValue(encodings.utf8);
