import { Version } from '../../dotnet/index.ts';
import { commandInfoOf } from '../engine/command-info-of.ts';
import { CustomObject } from '../values/ps-object.ts';
import type {
  CommandInvocation,
  EngineIntrinsics,
  SessionState,
  SessionVariables,
} from '../values/engine-intrinsics.ts';
import { CultureInfo } from '../values/culture-info.ts';
import type { HostInterface, InternalHost, RawInterface } from '../values/internal-host.ts';
import { nothing } from '../values/nothing.ts';
import { runningSession } from '../values/running-session.ts';
import { hostPromptTypes, promptMethods } from './host-prompt-types.ts';
import { type DotNetType, overload, type Overload, readOnly, settable } from './define-type.ts';

const automation = 'System.Management.Automation';
const hosts = `${automation}.Internal.Host`;
const size = (width: number, height: number): CustomObject =>
  new CustomObject([`${automation}.Host.Size`, 'System.Object']).setNote('Width', width).setNote('Height', height);

const internalHost: DotNetType = {
  name: `${hosts}.InternalHost`,
  base: 'System.Object',
  properties: {
    Name: readOnly(() => 'ConsoleHost', 'string'),
    Version: readOnly(() => Version.parse('7.6.5')),
    InstanceId: readOnly(() => '00000000-0000-0000-0000-000000000000'),
    UI: readOnly(({ ui }: InternalHost) => ui),
    CurrentCulture: readOnly(() => new CultureInfo('')),
    CurrentUICulture: readOnly(() => new CultureInfo('')),
    PrivateData: readOnly(() => new CustomObject()),
    DebuggerEnabled: readOnly(() => true, 'bool'),
    IsRunspacePushed: readOnly(() => false, 'bool'),
  },
  methods: {
    SetShouldExit: [overload('int exitCode', ({ ui }: InternalHost, code: number) => ui.host.askExit?.(code))],
  },
};

const writesLine = (prefix: string): readonly Overload[] => [
  overload('string message', ({ host }: HostInterface, message: string) => host.write(`${prefix}${message}\n`)),
];

const hostInterface: DotNetType = {
  name: `${hosts}.InternalHostUserInterface`,
  base: 'System.Object',
  properties: {
    RawUI: readOnly(({ raw }: HostInterface) => raw),
    SupportsVirtualTerminal: readOnly(({ host }: HostInterface) => host.isTerminal === true, 'bool'),
  },
  methods: {
    Write: [overload('string value', ({ host }: HostInterface, value: string) => host.write(value))],
    WriteLine: [overload('', ({ host }: HostInterface) => host.write('\n')), ...writesLine('')],
    WriteErrorLine: [
      overload('string value', ({ host }: HostInterface, value: string) => host.writeError(`${value}\n`)),
    ],
    WriteWarningLine: writesLine('WARNING: '),
    WriteVerboseLine: writesLine('VERBOSE: '),
    WriteDebugLine: writesLine('DEBUG: '),
    ...promptMethods,
  },
};

const rawInterface: DotNetType = {
  name: `${hosts}.InternalHostRawUserInterface`,
  base: 'System.Object',
  properties: {
    WindowTitle: settable(
      (self: RawInterface) => self.windowTitle,
      (self: RawInterface, title: string) => {
        self.windowTitle = title;
      },
      'string',
    ),
    WindowSize: readOnly(({ host }: RawInterface) => size(host.width, host.height ?? -1)),
    BufferSize: readOnly(({ host }: RawInterface) => size(host.width, host.height ?? -1)),
    MaxWindowSize: readOnly(({ host }: RawInterface) => size(host.width, host.height ?? -1)),
  },
};

const engineTypes: readonly DotNetType[] = [
  {
    name: `${automation}.EngineIntrinsics`,
    base: 'System.Object',
    properties: {
      Host: readOnly(({ sessionState }: EngineIntrinsics) => sessionState.session.global.find('host')?.value ?? null),
      InvokeCommand: readOnly(({ invokeCommand }: EngineIntrinsics) => invokeCommand),
      SessionState: readOnly(({ sessionState }: EngineIntrinsics) => sessionState),
    },
  },
  {
    name: `${automation}.CommandInvocationIntrinsics`,
    base: 'System.Object',
    methods: {
      ExpandString: [
        overload('string source', (_self: CommandInvocation, source: string) => {
          const block = runningSession().compile(`"${source.replaceAll('"', '""')}"`);
          return runningSession().callBlock(block, {});
        }),
      ],
      NewScriptBlock: [
        overload('string scriptText', (_self: CommandInvocation, text: string) => runningSession().compile(text)),
      ],
      InvokeScript: [
        overload('string script', (_self: CommandInvocation, text: string) => {
          const value = runningSession().callBlock(runningSession().compile(text), {});
          return value === nothing ? [] : value;
        }),
      ],
      GetCommand: [
        overload('string commandName, object type', ({ session }: CommandInvocation, name: string) => {
          const key = name.toLowerCase();
          const found = session.scope.findFunction(key) ?? session.commands.get(key);
          return found ? commandInfoOf(found) : null;
        }),
      ],
    },
  },
  {
    name: `${automation}.SessionState`,
    base: 'System.Object',
    properties: {
      PSVariable: readOnly(({ variables }: SessionState) => variables),
      Path: readOnly(({ session }: SessionState) =>
        new CustomObject([`${automation}.PathIntrinsics`, 'System.Object']).setNote(
          'CurrentLocation',
          session.global.find('pwd')?.value ?? null,
        ),
      ),
      Module: readOnly(({ session }: SessionState) => session.scope.module ?? null),
      LanguageMode: readOnly(() => 'FullLanguage'),
    },
  },
  {
    name: `${automation}.PSVariableIntrinsics`,
    base: 'System.Object',
    methods: {
      Get: [
        overload(
          'string name',
          ({ session }: SessionVariables, name: string) => session.scope.find(name.toLowerCase()) ?? null,
        ),
      ],
      GetValue: [
        overload(
          'string name',
          ({ session }: SessionVariables, name: string) => session.scope.find(name.toLowerCase())?.value ?? null,
        ),
        overload(
          'string name, object defaultValue',
          ({ session }: SessionVariables, name: string, otherwise: unknown) =>
            session.scope.find(name.toLowerCase())?.value ?? otherwise,
        ),
      ],
      Set: [
        overload('string name, object value', ({ session }: SessionVariables, name: string, value: unknown) => {
          session.scope.setLocal(name, value);
        }),
      ],
      Remove: [
        overload('string name', ({ session }: SessionVariables, name: string) =>
          session.scope.remove(name.toLowerCase()),
        ),
      ],
    },
  },
];

const versionTable: DotNetType = { name: `${automation}.PSVersionHashTable`, base: 'System.Collections.Hashtable' };

/** `$Host`, `$ExecutionContext` and `$PSVersionTable`. */
export const hostTypes: readonly DotNetType[] = [
  internalHost,
  hostInterface,
  rawInterface,
  ...hostPromptTypes,
  ...engineTypes,
  versionTable,
];
