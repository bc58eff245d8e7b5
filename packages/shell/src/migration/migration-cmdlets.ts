import { isSdkError } from '@cutover/base';
import {
  assertEnumerators,
  type BackendMessage,
  bindingErrors,
  type CmdletMetadata,
  cmdletMetadata,
  cmdletNames,
  nullMeansAll,
  type ErrorRecord as BackendError,
  outputOf,
  type ParameterMetadata,
  toErrorRecord,
} from '@cutover/core/metadata';
import type { Cmdlet, CmdletHelp, CommandContext } from '@cutover/powershell';
import {
  ErrorRecord,
  ExceptionValue,
  isTrue,
  listOf,
  once,
  type ParameterSpec,
  type Shelf,
} from '@cutover/powershell/values';
import type { SyncBackend } from '../world/sync-backend.ts';
import { type PasswordSource, withPassword } from './credentials.ts';
import { defineExceptions } from './exception-types.ts';
import { invokeFillingCsvStream } from './fill-csv-stream.ts';
import { mayTake } from './may-take.ts';
import { toBackend } from './to-backend.ts';
import { toLanguage } from './to-language.ts';

type Side = 'cloud' | 'onPremises';

export interface MigrationCmdletOptions {
  readonly backend: SyncBackend;
  readonly passwords: PasswordSource;
  /** Which organisation's cmdlets; the cloud's unless told. */
  readonly side?: Side;
  /** The module that has them; the product's unless told. */
  readonly module?: string;
  /** Called when a cmdlet has done what it was asked, with what it was given. */
  readonly onDone?: (context: CommandContext, parameters: Readonly<Record<string, unknown>>) => void;
}

/** The cmdlets of the SDK as commands of the language: bound by their generated metadata, carried out by a Backend. */
export function migrationCmdlets(options: MigrationCmdletOptions): Shelf<Cmdlet> {
  return {
    labels: cmdletNames,
    load: once(() => cmdletsOf(options)),
  };
}

/** The cmdlets of a side. */
export function cmdletsOf(options: MigrationCmdletOptions): Cmdlet[] {
  defineExceptions();
  const { side: wanted = 'cloud' } = options;
  return cmdletMetadata
    .filter(({ side = 'cloud' }) => side === 'both' || side === wanted)
    .map((metadata) => migrationCmdlet(metadata, options));
}

/** The module that Get-Command shows. */
export const moduleName = 'ExchangeOnlineManagement';

function migrationCmdlet(metadata: CmdletMetadata, options: MigrationCmdletOptions): Cmdlet {
  const { name, confirms } = metadata;
  const parameters = once(() => specsOf(metadata, options.side ?? 'cloud'));
  return {
    kind: 'cmdlet',
    name,
    module: options.module ?? moduleName,
    // The product's error ids end with the cmdlet's name.
    implementingType: name,
    get parameters() {
      return parameters();
    },
    ...(metadata.cutoverSets[0] === undefined ? {} : { defaultSet: metadata.cutoverSets[0] }),
    setOrder: setOrderOf(metadata),
    ...(confirms && { confirms: confirms.impact }),
    outputMembers: () => Object.keys(outputOf(metadata)?.properties ?? {}),
    help: () => helpOf(metadata),
    create: (context) => ({ process: () => invoke({ metadata, context, ...options }) }),
  };
}

/** As a Backend chooses: those that are carried out come first. */
const setOrderOf = ({ cutoverSets, onPremisesSets = [], sets }: CmdletMetadata): readonly string[] => [
  ...cutoverSets,
  ...onPremisesSets,
  ...sets,
];

function helpOf({ synopsis, description, parameters, examples }: CmdletMetadata): CmdletHelp {
  const texts = Object.entries(parameters).map(([name, { help }]) => [name, help]);
  return { synopsis, description, parameters: Object.fromEntries(texts), examples };
}

/** Types of the language that a parameter's own type is; the Backend's schemas check the others. */
const languageTypes: Readonly<Record<string, string>> = {
  SwitchParameter: 'SwitchParameter',
  Boolean: 'Boolean',
  Int32: 'Int32',
  String: 'String',
  DateTime: 'DateTime',
  TimeSpan: 'TimeSpan',
  Guid: 'Guid',
  Stream: 'System.IO.Stream',
};

const pipelines = { 'value and property': 'both', property: 'property' } as const;

const specsOf = (metadata: CmdletMetadata, side: Side): ParameterSpec[] =>
  Object.entries(metadata.parameters)
    .filter(([, { host, onPremises }]) => !host && !(onPremises && side === 'cloud'))
    .map(([parameter, data]) => specOf(parameter, data, metadata));

function specOf(name: string, data: ParameterMetadata, { name: cmdlet, sets: all }: CmdletMetadata): ParameterSpec {
  const { aliases, mandatory, pipeline, position, sets } = data;
  const type = languageTypes[data.type];
  const isMandatory = (set: string): boolean => mandatory === true || (mandatory?.includes(set) ?? false);
  const uses = sets ?? (Array.isArray(mandatory) ? all : undefined);
  return {
    name,
    ...(type === undefined ? { shownType: data.type } : { type }),
    ...(aliases && { aliases }),
    ...(position === undefined ? {} : { position }),
    ...(pipeline && { pipeline: pipelines[pipeline] }),
    ...(mandatory === true && !uses ? { mandatory } : {}),
    ...(data.type.endsWith('IdParameter') && { delays: true }),
    ...(data.pipeline && { takes: (item) => mayTake(item, data.type) }),
    ...(nullMeansAll(cmdlet, data.type) && { allowNull: true }),
    ...(uses && { sets: Object.fromEntries(uses.map((set) => [set, isMandatory(set) ? { mandatory: true } : {}])) }),
  };
}

interface Invocation extends MigrationCmdletOptions {
  readonly metadata: CmdletMetadata;
  readonly context: CommandContext;
}

function invoke(invocation: Invocation): void {
  const { metadata, context, backend } = invocation;
  const { confirms, name } = metadata;
  const parameters = checkedParameters(invocation);
  if (confirms && !mayGoOn(context, confirms)) return;
  for (const message of invokeFillingCsvStream(backend, name, parameters)) deliver(message, invocation);
  invocation.onDone?.(context, parameters);
}

/** Asks by -WhatIf, -Confirm and the preferences; -Force keeps the preferences from asking. */
function mayGoOn(context: CommandContext, { action, isSentence }: NonNullable<CmdletMetadata['confirms']>): boolean {
  const description = isSentence ? action : `Performing the operation "${action}" on target "${targetOf(context)}".`;
  const isForced = isTrue(context.parameters['Force']);
  return context.shouldProcessAs({ description, warning: description, caption: 'Confirm', isForced });
}

function checkedParameters(invocation: Invocation): Record<string, unknown> {
  const { context, metadata } = invocation;
  try {
    return parametersFor(invocation);
  } catch (error) {
    if (!isSdkError(error)) throw error;
    return context.throwTerminating(errorRecord(toErrorRecord(error, { cmdlet: metadata.name })));
  }
}

function targetOf({ parameters }: CommandContext): string {
  const named = parameters['Identity'] ?? parameters['Name'];
  return named === undefined ? 'the organization' : (toBackend(named, { type: 'IdParameter', help: '' }) as string);
}

function parametersFor({ metadata, context, passwords }: Invocation): Record<string, unknown> {
  const given = Object.entries(context.parameters).map(([name, value]) => {
    const parameter = metadata.parameters[name]!;
    assertOne(value, { cmdlet: metadata.name, parameter: name, type: parameter.type });
    const isCredential = parameter.type === 'PSCredential';
    const argument = isCredential ? withPassword(value, { context, passwords }) : toBackend(value, parameter);
    const { type, values } = parameter;
    if (values) assertEnumerators(argument, { cmdlet: metadata.name, parameter: name, type, values });
    return [name, argument] as const;
  });
  return Object.fromEntries(given);
}

/** One object is named at a time. */
function assertOne(value: unknown, named: { cmdlet: string; parameter: string; type: string }): void {
  if (!named.type.endsWith('IdParameter') || (listOf(value)?.length ?? 1) === 1) return;
  throw bindingErrors.cannotConvertArray({ ...named, type: `Microsoft.Exchange.Configuration.Tasks.${named.type}` });
}

/** Sends what a Backend says where the language has such things. */
function deliver(message: BackendMessage, { metadata, context }: Invocation): void {
  if (message.kind === 'warning') return context.writeWarning(message.message);
  if (message.kind === 'verbose') return context.writeVerbose(message.message);
  if (message.kind === 'progress') return context.host.showProgress?.(message.progress);
  if (message.kind === 'record') {
    const object = outputOf(metadata);
    return context.out.write(object ? toLanguage(message.record, object) : null);
  }
  const record = errorRecord(message.error);
  if (message.terminating && !isAboutOneObject(message.error)) context.throwTerminating(record);
  context.writeError(record);
}

/** An object that is not there ends its own call and not the script, as it does in the product. */
const isAboutOneObject = ({ category }: BackendError): boolean => category === 'ObjectNotFound';

/** What a Backend tells of an error, as the language has it. */
function errorRecord(error: BackendError): ErrorRecord {
  const inner = error.causes
    .toReversed()
    .reduce<ExceptionValue | undefined>(
      (cause, message) => new ExceptionValue('System.Exception', message, cause),
      undefined,
    );
  const exception = (message: string): ExceptionValue => new ExceptionValue(error.exception, message, inner);
  const { category, fullyQualifiedErrorId: id, message, target } = error;
  if (!id.startsWith('[Server=')) {
    return new ErrorRecord({ exception: exception(message), id: id.replace(/,[^,]*$/, ''), category, target });
  }
  const text = id.endsWith(restIdEnd) ? `|${error.exception}|${message}` : message;
  return new ServiceErrorRecord({ exception: exception(text), id, category: 'NotSpecified', target });
}

const restIdEnd = ',Write-ErrorMessage';

/** An error of the service brings the whole of its id along; the product files them all as NotSpecified. */
class ServiceErrorRecord extends ErrorRecord {
  override get fullId(): string {
    return this.id;
  }
}
