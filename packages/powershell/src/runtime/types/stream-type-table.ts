import { encodings } from '../../dotnet/index.ts';
import { byteArray, bytesOf } from '../values/byte-array.ts';
import { compositeText } from '../operators/format-operator.ts';
import { MemoryStream } from '../values/memory-stream.ts';
import { TextReader, TextWriter } from '../values/text-streams.ts';
import { plainText } from '../values/to-text.ts';
import { type DotNetType, overload, type Overload, readOnly, settable } from './define-type.ts';
import type { EncodingValue } from '../values/encoding-value.ts';
import { appendText, decoded, readBytes, writeBytes } from './file-access.ts';
import { fileStreamType } from './file-stream-type-table.ts';
import { closing, streamMethods, streamProperties } from './stream-members.ts';

const readerType: DotNetType = {
  name: 'System.IO.TextReader',
  base: 'System.Object',
  isAbstract: true,
  interfaces: ['System.IDisposable'],
  methods: {
    ReadLine: [overload('', (self: TextReader) => self.readLine())],
    ReadToEnd: [overload('', (self: TextReader) => self.readToEnd())],
    Read: [overload('', (self: TextReader) => self.read())],
    Peek: [overload('', (self: TextReader) => self.peek())],
    ...closing((self: TextReader) => self.close()),
  },
};

const writeForms = (end: string): readonly Overload[] => [
  overload('string value', (self: TextWriter, text: string) => self.write((text ?? '') + end)),
  overload('object value', (self: TextWriter, value: unknown) => self.write(plainText(value) + end)),
  overload('string format, ...object arg', (self: TextWriter, format: string, args: readonly unknown[]) =>
    self.write(compositeText(format, args) + end),
  ),
];

const writerType: DotNetType = {
  name: 'System.IO.TextWriter',
  base: 'System.Object',
  isAbstract: true,
  interfaces: ['System.IDisposable'],
  properties: {
    NewLine: readOnly(() => '\n'),
    AutoFlush: settable(
      () => false,
      () => undefined,
      'bool',
    ),
  },
  methods: {
    Write: writeForms(''),
    WriteLine: [overload('', (self: TextWriter) => self.write('\n')), ...writeForms('\n')],
    Flush: [overload('', (self: TextWriter) => self.flush())],
    ...closing((self: TextWriter) => self.flush()),
  },
};

const streamReader = 'System.IO.StreamReader';
const streamWriter = 'System.IO.StreamWriter';

const readerOf = (bytes: Uint8Array, value?: EncodingValue): TextReader =>
  new TextReader(streamReader, decoded(bytes, value?.encoding));

function writerTo(path: string, append: boolean, value?: EncodingValue): TextWriter {
  if (!append) writeBytes(path, new Uint8Array(0));
  return new TextWriter(streamWriter, (text) => appendText(path, text, value));
}

const streamWriterTo = (stream: MemoryStream, value?: EncodingValue): TextWriter =>
  new TextWriter(streamWriter, (text) => stream.write((value?.encoding ?? encodings.utf8).encode(text)));

const restOf = (stream: MemoryStream): Uint8Array => Uint8Array.from(stream.read(stream.bytes.length));

const memoryType: DotNetType = {
  name: 'System.IO.MemoryStream',
  base: 'System.IO.Stream',
  properties: streamProperties,
  methods: { ...streamMethods, ToArray: [overload('', (self: MemoryStream) => byteArray(self.bytes))] },
  constructors: [
    overload('', () => new MemoryStream()),
    overload('byte[] buffer', (_type: DotNetType, bytes: unknown) => new MemoryStream(bytesOf(bytes))),
  ],
};

/** Readers, writers and streams. */
export const streamTypes: readonly DotNetType[] = [
  { name: 'System.IO.Stream', base: 'System.Object', isAbstract: true, interfaces: ['System.IDisposable'] },
  memoryType,
  fileStreamType,
  readerType,
  writerType,
  {
    name: 'System.IO.StringReader',
    base: 'System.IO.TextReader',
    constructors: [overload('string s', ({ name }: DotNetType, text: string) => new TextReader(name, text))],
  },
  {
    name: 'System.IO.StringWriter',
    base: 'System.IO.TextWriter',
    methods: { ToString: [overload('', (self: TextWriter) => self.written)] },
    constructors: [overload('', ({ name }: DotNetType) => new TextWriter(name))],
  },
  {
    name: streamReader,
    base: 'System.IO.TextReader',
    properties: { EndOfStream: readOnly((self: TextReader) => self.isAtEnd, 'bool') },
    constructors: [
      overload('string path', (_type: DotNetType, path: string) => readerOf(readBytes(path))),
      overload('string path, System.Text.Encoding encoding', (_type: DotNetType, path: string, value: EncodingValue) =>
        readerOf(readBytes(path), value),
      ),
      overload('System.IO.Stream stream', (_type: DotNetType, stream: MemoryStream) => readerOf(restOf(stream))),
      overload(
        'System.IO.Stream stream, System.Text.Encoding encoding',
        (_type: DotNetType, stream: MemoryStream, value: EncodingValue) => readerOf(restOf(stream), value),
      ),
    ],
  },
  {
    name: streamWriter,
    base: 'System.IO.TextWriter',
    constructors: [
      overload('string path', (_type: DotNetType, path: string) => writerTo(path, false)),
      overload('string path, bool append', (_type: DotNetType, path: string, append: boolean) =>
        writerTo(path, append),
      ),
      overload(
        'string path, bool append, System.Text.Encoding encoding',
        (_type: DotNetType, path: string, append: boolean, value: EncodingValue) => writerTo(path, append, value),
      ),
      overload('System.IO.Stream stream', (_type: DotNetType, stream: MemoryStream) => streamWriterTo(stream)),
      overload(
        'System.IO.Stream stream, System.Text.Encoding encoding',
        (_type: DotNetType, stream: MemoryStream, value: EncodingValue) => streamWriterTo(stream, value),
      ),
    ],
  },
];
