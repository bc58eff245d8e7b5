import { SeededRandom } from '../../dotnet/seeded-random.ts';
import { hostname } from 'node:os';
import { netError, ProcessExitSignal } from '../errors/script-error.ts';
import { construct } from '../members/invoke-member.ts';
import { Stopwatch } from '../values/stopwatch.ts';
import { currentRandom, currentTime, runningSession } from '../values/running-session.ts';
import { byteArray, bytesOf } from '../values/byte-array.ts';
import { CaseSensitiveHashtable } from '../values/dictionary.ts';
import type { EnumValue } from '../values/enum-value.ts';
import { double, type NumericValue, toNumber } from '../values/number-types.ts';
import { CustomObject } from '../values/ps-object.ts';
import { toText } from '../values/to-text.ts';
import { typedArray } from '../values/typed-array.ts';
import type { TypeValue } from '../values/type-value.ts';
import { TimeSpan, Version } from '../../dotnet/index.ts';
import { type DotNetType, overload, readOnly, settable } from './define-type.ts';
import { enumValue } from './enum-type.ts';
import { processFolder, setProcessFolder } from './process-folder.ts';

const environment = () => runningSession().environment;
const variable = (name: string): string | null => environment().get(name) ?? null;

const expand = (text: string): string =>
  text.replaceAll(/%([^%]+)%/g, (all, name: string) => environment().get(name) ?? all);

function allVariables(): CaseSensitiveHashtable {
  const map = new CaseSensitiveHashtable();
  for (const [name, value] of environment().entries()) map.set(name, value);
  return map;
}

const folders: Readonly<Record<string, string>> = {
  ApplicationData: '/.config',
  LocalApplicationData: '/.local/share',
  Desktop: '/Desktop',
  MyDocuments: '',
  Personal: '',
  UserProfile: '',
};

const folderOf = (folder: EnumValue): string => {
  const below = folders[folder.text()];
  return below === undefined ? '' : `${variable('HOME') ?? ''}${below}`;
};

const operatingSystem = (): CustomObject =>
  new CustomObject(['System.OperatingSystem', 'System.Object'])
    .setNote('Platform', enumValue('System.PlatformID', 'Unix'))
    .setNote('ServicePack', '')
    .setNote('Version', new Version(6, 1, 0, 0))
    .setNote('VersionString', 'Unix 6.1.0.0');

const target = 'System.EnvironmentVariableTarget target';

const environmentType: DotNetType = {
  name: 'System.Environment',
  base: 'System.Object',
  isAbstract: true,
  statics: {
    NewLine: readOnly(() => '\n'),
    MachineName: readOnly(() => variable('HOSTNAME') ?? hostname()),
    UserName: readOnly(() => variable('USER') ?? variable('LOGNAME') ?? ''),
    UserDomainName: readOnly(() => hostname()),
    UserInteractive: readOnly(() => true),
    OSVersion: readOnly(operatingSystem),
    Is64BitOperatingSystem: readOnly(() => true),
    Is64BitProcess: readOnly(() => true),
    ProcessorCount: readOnly(() => 1),
    ExitCode: readOnly(() => 0),
    Version: readOnly(() => new Version(10, 0, 0)),
    TickCount: readOnly(() => currentTime() | 0),
    TickCount64: readOnly(() => BigInt(currentTime())),
    CurrentDirectory: settable(
      () => processFolder(),
      (_self: unknown, path: unknown) => setProcessFolder(toText(path)),
      'string',
    ),
    CurrentManagedThreadId: readOnly(() => 1),
  },
  staticMethods: {
    GetEnvironmentVariable: [
      overload('string variable', (_self: null, name: string) => variable(name)),
      overload(`string variable, ${target}`, (_self: null, name: string, where: EnumValue) =>
        where.text() === 'Process' ? variable(name) : null,
      ),
    ],
    SetEnvironmentVariable: [
      overload('string variable, string value', (_self: null, name: string, value: string | null) =>
        environment().set(name, value),
      ),
      overload(`string variable, string value, ${target}`, (_self: null, name: string, value: string | null) =>
        environment().set(name, value),
      ),
    ],
    GetEnvironmentVariables: [overload('', allVariables)],
    ExpandEnvironmentVariables: [overload('string name', (_self: null, text: string) => expand(text))],
    GetFolderPath: [
      overload('System.Environment+SpecialFolder folder', (_self: null, folder: EnumValue) => folderOf(folder)),
    ],
    Exit: [
      overload('int exitCode', (_self: null, code: number) => {
        throw new ProcessExitSignal(code);
      }),
    ],
    GetCommandLineArgs: [overload('', () => typedArray('System.String', ['pwsh']))],
  },
};

const activatorType: DotNetType = {
  name: 'System.Activator',
  base: 'System.Object',
  isAbstract: true,
  staticMethods: {
    CreateInstance: [
      overload('type type', (_self: null, { type }: TypeValue) => construct(type, [])),
      overload('type type, ...object args', (_self: null, { type }: TypeValue, args: readonly unknown[]) =>
        construct(type, args),
      ),
    ],
  },
};

const stopwatchType: DotNetType = {
  name: 'System.Diagnostics.Stopwatch',
  base: 'System.Object',
  properties: {
    IsRunning: readOnly((self: Stopwatch) => self.isRunning, 'bool'),
    Elapsed: readOnly((self: Stopwatch) => TimeSpan.from(self.elapsed, 'milliseconds'), 'timespan'),
    ElapsedMilliseconds: readOnly((self: Stopwatch) => BigInt(Math.trunc(self.elapsed)), 'long'),
    ElapsedTicks: readOnly((self: Stopwatch) => BigInt(Math.trunc(self.elapsed * 1e6)), 'long'),
  },
  methods: {
    Start: [overload('', (self: Stopwatch) => self.start())],
    Stop: [overload('', (self: Stopwatch) => self.stop())],
    Reset: [overload('', (self: Stopwatch) => self.reset())],
    Restart: [overload('', (self: Stopwatch) => self.reset().start())],
  },
  statics: { Frequency: readOnly(() => 1_000_000_000n), IsHighResolution: readOnly(() => true) },
  staticMethods: {
    StartNew: [overload('', () => new Stopwatch().start())],
    GetTimestamp: [overload('', () => BigInt(Math.trunc(currentTime() * 1e6)))],
  },
  constructors: [overload('', () => new Stopwatch())],
};

/** A uniform number from 0 on, below 1, with 53 bits of the session's source. */
function uniform(): number {
  const bytes = currentRandom().bytes(7);
  const bits = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) & ((1n << 53n) - 1n);
  return Number(bits) / 2 ** 53;
}

/** A generator that a seed makes repeatable; without one it asks the session. */
class RandomGenerator {
  readonly typeName = 'System.Random';
  readonly #seeded: SeededRandom | undefined;

  constructor(seed?: number) {
    this.#seeded = seed === undefined ? undefined : new SeededRandom(seed);
  }

  next(): number {
    return this.#seeded?.fraction() ?? uniform();
  }

  bytes(count: number): readonly number[] {
    return this.#seeded ? [...this.#seeded.bytes(count)] : Array.from({ length: count }, () => this.between(0, 256));
  }

  between(low: number, high: number): number {
    if (low > high)
      throw netError(
        'System.ArgumentOutOfRangeException',
        "'minValue' cannot be greater than maxValue. (Parameter 'minValue')",
      );
    return this.#seeded?.between(low, high) ?? low + Math.floor(uniform() * (high - low));
  }
}

const randomType: DotNetType = {
  name: 'System.Random',
  base: 'System.Object',
  methods: {
    Next: [
      overload('', (self: RandomGenerator) => self.between(0, 2147483647)),
      overload('int maxValue', (self: RandomGenerator, high: number) => self.between(0, high)),
      overload('int minValue, int maxValue', (self: RandomGenerator, low: number, high: number) =>
        self.between(low, high),
      ),
    ],
    NextDouble: [overload('', (self: RandomGenerator) => double(self.next()))],
    NextBytes: [
      overload('byte[] buffer', (self: RandomGenerator, buffer: unknown[]) => {
        byteArray(self.bytes(buffer.length)).forEach((byte, index) => void (buffer[index] = byte));
      }),
    ],
  },
  statics: { Shared: readOnly(() => new RandomGenerator()) },
  constructors: [
    overload('', () => new RandomGenerator()),
    overload('int Seed', (_type: DotNetType, seed: number) => new RandomGenerator(seed)),
  ],
};

const hexPairs = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join('-');

const viewOf = (bytes: unknown, start: number): DataView => {
  const data = bytesOf(bytes);
  return new DataView(data.buffer, data.byteOffset + start);
};

const bytesFrom = (size: number, write: (view: DataView) => void): unknown[] => {
  const view = new DataView(new ArrayBuffer(size));
  write(view);
  return byteArray(new Uint8Array(view.buffer));
};

const bitConverterType: DotNetType = {
  name: 'System.BitConverter',
  base: 'System.Object',
  isAbstract: true,
  statics: { IsLittleEndian: readOnly(() => true) },
  staticMethods: {
    ToString: [
      overload('byte[] value', (_self: null, bytes: unknown) => hexPairs(bytesOf(bytes))),
      overload(
        'byte[] value, int startIndex, int length',
        (_self: null, bytes: unknown, start: number, length: number) =>
          hexPairs(bytesOf(bytes).subarray(start, start + length)),
      ),
    ],
    ToInt16: [
      overload('byte[] value, int startIndex', (_self: null, bytes: unknown, start: number) =>
        viewOf(bytes, start).getInt16(0, true),
      ),
    ],
    ToInt32: [
      overload('byte[] value, int startIndex', (_self: null, bytes: unknown, start: number) =>
        viewOf(bytes, start).getInt32(0, true),
      ),
    ],
    ToInt64: [
      overload('byte[] value, int startIndex', (_self: null, bytes: unknown, start: number) =>
        viewOf(bytes, start).getBigInt64(0, true),
      ),
    ],
    ToDouble: [
      overload('byte[] value, int startIndex', (_self: null, bytes: unknown, start: number) =>
        double(viewOf(bytes, start).getFloat64(0, true)),
      ),
    ],
    GetBytes: [
      overload('int value', (_self: null, value: number) => bytesFrom(4, (view) => view.setInt32(0, value, true))),
      overload('long value', (_self: null, value: bigint) => bytesFrom(8, (view) => view.setBigInt64(0, value, true))),
      overload('double value', (_self: null, value: NumericValue) =>
        bytesFrom(8, (view) => view.setFloat64(0, toNumber(value), true)),
      ),
      overload('short value', (_self: null, value: NumericValue) =>
        bytesFrom(2, (view) => view.setInt16(0, toNumber(value), true)),
      ),
    ],
  },
};

/** The process, its surroundings and what makes numbers. */
export const systemTypes: readonly DotNetType[] = [
  environmentType,
  activatorType,
  stopwatchType,
  { name: 'System.OperatingSystem', base: 'System.Object' },
  randomType,
  bitConverterType,
];
