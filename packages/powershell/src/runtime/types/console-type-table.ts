import { encodings } from '../../dotnet/index.ts';
import { compositeText } from '../operators/format-operator.ts';
import type { StandardInput } from '../../host/standard-input.ts';
import { InputReader } from '../values/input-reader.ts';
import { runningSession } from '../values/running-session.ts';
import { TextReader, TextWriter } from '../values/text-streams.ts';
import { plainText } from '../values/to-text.ts';
import { type DotNetType, overload, type Overload, readOnly, settable } from './define-type.ts';
import { EncodingValue } from '../values/encoding-value.ts';
import { enumValue } from './enum-type.ts';

/** Writes at once to the screen or to where errors go. */
class ScreenWriter extends TextWriter {
  readonly #write: (text: string) => void;

  constructor(write: (text: string) => void) {
    super('System.IO.TextWriter+SyncTextWriter');
    this.#write = write;
  }

  override write(text: string): void {
    this.#write(text);
  }
}

const screen = new ScreenWriter((text) => runningSession().host.write(text));
const errors = new ScreenWriter((text) => runningSession().host.writeError(text));

const writeForms = (end: string): readonly Overload[] => [
  overload('string value', (_self: null, text: string | null) => screen.write((text ?? '') + end)),
  overload('object value', (_self: null, value: unknown) => screen.write(plainText(value) + end)),
  overload('string format, ...object arg', (_self: null, format: string, args: readonly unknown[]) =>
    screen.write(compositeText(format, args) + end),
  ),
];

const color = (name: string) =>
  settable(
    () => enumValue('System.ConsoleColor', name),
    () => undefined,
    'System.ConsoleColor',
  );

const encoding = settable(
  () => new EncodingValue(encodings.utf8, 'System.Text.UTF8Encoding', false),
  () => undefined,
  'System.Text.Encoding',
);

const readers = new WeakMap<StandardInput, TextReader>();
const nothing = new TextReader('System.IO.TextReader+NullTextReader', '');

/** The reader of what is piped into the running session: one, as it remembers what was read. */
function input(): TextReader {
  const piped = runningSession().host.input;
  if (!piped) return nothing;
  const known = readers.get(piped) ?? new InputReader(piped);
  readers.set(piped, known);
  return known;
}

/** System.Console, as far as it writes and reads what is piped in; what is typed is the host's. */
export const consoleTypes: readonly DotNetType[] = [
  {
    name: 'System.Console',
    base: 'System.Object',
    isAbstract: true,
    statics: {
      Out: readOnly(() => screen),
      Error: readOnly(() => errors),
      In: readOnly(() => input()),
      OutputEncoding: encoding,
      InputEncoding: encoding,
      ForegroundColor: color('Gray'),
      BackgroundColor: color('Black'),
      WindowWidth: readOnly(() => runningSession().host.width),
      BufferWidth: readOnly(() => runningSession().host.width),
      IsOutputRedirected: readOnly(() => true),
      IsInputRedirected: readOnly(() => true),
      IsErrorRedirected: readOnly(() => true),
    },
    staticMethods: {
      Write: writeForms(''),
      WriteLine: [overload('', () => screen.write('\n')), ...writeForms('\n')],
      Read: [overload('', () => input().read())],
      ReadLine: [overload('', () => input().readLine())],
      ResetColor: [overload('', () => undefined)],
    },
  },
  { name: 'System.IO.TextWriter+SyncTextWriter', base: 'System.IO.TextWriter' },
  { name: 'System.IO.TextReader+NullTextReader', base: 'System.IO.TextReader' },
  { name: 'System.IO.TextReader+SyncTextReader', base: 'System.IO.TextReader' },
];
