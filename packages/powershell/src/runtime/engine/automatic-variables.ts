import { SemanticVersion, Version } from '../../dotnet/index.ts';
import { constrained } from '../conversions/constrained.ts';
import { enumValue } from '../types/enum-type.ts';
import { requireUsableAction } from '../types/reserved-action.ts';
import { coreTypes } from '../types/type-registry.ts';
import { currentCulture, currentUICulture } from '../values/current-culture.ts';
import { DefaultParameterValues, GenericDictionary, Hashtable } from '../values/dictionary.ts';
import { utf8Encoding } from '../values/encoding-value.ts';
import { EngineIntrinsics } from '../values/engine-intrinsics.ts';
import { InternalHost } from '../values/internal-host.ts';
import type { Session } from './session.ts';
import type { VariableOption } from './variable.ts';

interface AutomaticVariable {
  readonly value: unknown;
  readonly options?: readonly VariableOption[];
  /** The full name of the enumeration that its values are of. */
  readonly type?: string;
}

const automation = 'System.Management.Automation';
const action = `${automation}.ActionPreference`;
const constant: readonly VariableOption[] = ['Constant', 'AllScope'];

const preference = (value: string): AutomaticVariable => ({ value, type: action });

/** Those whose value is the same in every session. */
const fixed: Readonly<Record<string, AutomaticVariable>> = {
  ErrorActionPreference: preference('Continue'),
  WarningPreference: preference('Continue'),
  InformationPreference: preference('SilentlyContinue'),
  VerbosePreference: preference('SilentlyContinue'),
  DebugPreference: preference('SilentlyContinue'),
  ProgressPreference: preference('Continue'),
  ConfirmPreference: { value: 'High', type: `${automation}.ConfirmImpact` },
  ErrorView: { value: 'ConciseView', type: `${automation}.ErrorView` },
  WhatIfPreference: { value: false },
  PSNativeCommandUseErrorActionPreference: { value: false },
  PSNativeCommandArgumentPassing: { value: 'Standard' },
  FormatEnumerationLimit: { value: 4 },
  MaximumHistoryCount: { value: 4096 },
  NestedPromptLevel: { value: 0 },
  PSEdition: { value: 'Core', options: constant },
  ShellId: { value: 'Microsoft.PowerShell', options: constant },
  IsCoreCLR: { value: true, options: constant },
  IsLinux: { value: true, options: constant },
  IsMacOS: { value: false, options: constant },
  IsWindows: { value: false, options: constant },
  ConsoleFileName: { value: null, options: ['ReadOnly', 'AllScope'] },
  PSEmailServer: { value: '' },
  PSSessionApplicationName: { value: 'wsman' },
  PSSessionConfigurationName: { value: 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell' },
  StackTrace: { value: null },
  '^': { value: null },
  $: { value: null },
  args: { value: [] },
};

/** The variables that every session has from the beginning. Source: InitialSessionState.BuiltInVariables. */
export function defineAutomaticVariables(session: Session): void {
  const { global, host, environment } = session;
  for (const [name, variable] of Object.entries(fixed)) defineOne(session, name, variable);
  defineCultures(session);
  defineProfile(session);
  const own: Readonly<Record<string, unknown>> = {
    Host: new InternalHost(host),
    ExecutionContext: new EngineIntrinsics(session),
    PSVersionTable: versionTable(),
    HOME: environment.get('HOME') ?? '',
    PSHOME: '/opt/microsoft/powershell/7',
    PID: process.pid,
  };
  for (const [name, value] of Object.entries(own)) global.define(name, value).options = constant;
  global.define('PSDefaultParameterValues', new DefaultParameterValues());
  global.define('OutputEncoding', utf8Encoding);
  global.define('EnabledExperimentalFeatures', new Hashtable());
}

function defineOne({ global }: Session, name: string, { value, options, type }: AutomaticVariable): void {
  const variable = global.define(name, type === undefined ? value : enumValue(type, String(value)));
  if (options) variable.options = options;
  if (type !== undefined) variable.constraint = (given) => preferenceOf(given, type);
}

function preferenceOf(given: unknown, type: string): unknown {
  const value = constrained(given, coreTypes.find(type)!);
  requireUsableAction(value);
  return value;
}

/** Few scripts ask for `$PROFILE`: where it lies is found out then. */
function defineProfile({ global, host, environment }: Session): void {
  const original = (): string => `${environment.get('HOME') ?? ''}/.config/powershell/Microsoft.PowerShell_profile.ps1`;
  const variable = global.define('PROFILE', '');
  variable.options = constant;
  Object.defineProperty(variable, 'value', { get: () => host.profileFile ?? original() });
}

/** `$PSCulture`: the cultures are the thread's, which scripts change there. */
function defineCultures({ global }: Session): void {
  const cultures = { PSCulture: currentCulture, PSUICulture: currentUICulture };
  for (const [name, culture] of Object.entries(cultures)) {
    const variable = global.define(name, '');
    variable.options = ['ReadOnly', 'AllScope'];
    Object.defineProperty(variable, 'value', { get: () => culture().name });
  }
}

function versionTable(): GenericDictionary {
  const table = new GenericDictionary(`${automation}.PSVersionHashTable`, 'ignore case');
  const entries: Readonly<Record<string, unknown>> = {
    PSVersion: new SemanticVersion('7.6.5'),
    PSEdition: 'Core',
    GitCommitId: '7.6.5',
    OS: 'Linux',
    Platform: 'Unix',
    PSCompatibleVersions: ['1.0', '2.0', '3.0', '4.0', '5.0', '5.1', '6.0', '7.0'].map((text) => Version.parse(text)),
    PSRemotingProtocolVersion: Version.parse('2.3'),
    SerializationVersion: Version.parse('1.1.0.1'),
    WSManStackVersion: Version.parse('3.0'),
  };
  for (const [name, value] of Object.entries(entries)) table.set(name, value);
  return table;
}
