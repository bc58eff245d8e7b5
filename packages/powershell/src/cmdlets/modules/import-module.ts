import { Version } from '../../dotnet/index.ts';
import { switchOf, textOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { moduleFiles } from '../../runtime/engine/find-module.ts';
import { importModule } from '../../runtime/engine/import-exports.ts';
import { loadModule, manifestModule, readManifest } from '../../runtime/engine/load-module.ts';
import { findCommand } from '../../runtime/engine/pipeline.ts';
import { Module } from '../../runtime/engine/module.ts';
import { isScriptError } from '../../runtime/errors/is-script-error.ts';
import { makeRecord } from '../../runtime/errors/script-error.ts';
import { listOf } from '../../runtime/values/enumerate.ts';
import { approvedVerbs } from '../objects/approved-verbs.ts';
import { cmdletModule } from './cmdlet-modules.ts';
import { ModuleSpecification } from './module-specification.ts';
import { moduleObject } from './module-object.ts';

const byName = { mandatory: true, position: 0 } as const;
const nameSets = { Name: byName, PSSession: byName, CimSession: byName, WinCompat: byName };

const versionSets = { Name: {}, PSSession: {}, CimSession: {}, WinCompat: {} };

const needed = { mandatory: true } as const;

const elsewhere: readonly ParameterSpec[] = [
  { name: 'Assembly', unsupported: true, sets: { Assembly: needed } },
  { name: 'CimNamespace', unsupported: true, sets: { CimSession: {} } },
  { name: 'CimResourceUri', unsupported: true, sets: { CimSession: {} } },
  { name: 'CimSession', unsupported: true, sets: { CimSession: needed } },
  { name: 'PSSession', unsupported: true, sets: { PSSession: needed, FullyQualifiedNameAndPSSession: needed } },
  {
    name: 'UseWindowsPowerShell',
    unsupported: true,
    sets: { WinCompat: needed, FullyQualifiedNameAndWinCompat: needed },
  },
];

export const importModuleCmdlet: Cmdlet = {
  kind: 'cmdlet',
  name: 'Import-Module',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['ipmo'],
  implementingType: 'Microsoft.PowerShell.Commands.ImportModuleCommand',
  outputTypes: ['System.Management.Automation.PSModuleInfo'],
  defaultSet: 'Name',
  parameters: [
    { name: 'Name', type: 'String[]', pipeline: 'value', sets: nameSets },
    {
      name: 'ModuleInfo',
      type: 'System.Management.Automation.PSModuleInfo[]',
      pipeline: 'value',
      sets: { ModuleInfo: byName },
    },
    {
      name: 'FullyQualifiedName',
      type: 'Microsoft.PowerShell.Commands.ModuleSpecification[]',
      pipeline: 'value',
      sets: {
        FullyQualifiedName: byName,
        FullyQualifiedNameAndPSSession: byName,
        FullyQualifiedNameAndWinCompat: byName,
      },
    },
    { name: 'MinimumVersion', type: 'Version', aliases: ['Version'], sets: versionSets },
    { name: 'MaximumVersion', type: 'String', sets: versionSets },
    { name: 'RequiredVersion', type: 'Version', sets: versionSets },
    { name: 'Prefix', type: 'String' },
    { name: 'Function', type: 'String[]' },
    { name: 'Cmdlet', type: 'String[]' },
    { name: 'Variable', type: 'String[]' },
    { name: 'Alias', type: 'String[]' },
    { name: 'ArgumentList', type: 'Object[]', aliases: ['Args'] },
    { name: 'Force', type: 'SwitchParameter' },
    { name: 'Global', type: 'SwitchParameter' },
    { name: 'Scope', type: 'String', validate: [{ kind: 'set', values: ['Local', 'Global'] }] },
    { name: 'PassThru', type: 'SwitchParameter' },
    { name: 'AsCustomObject', type: 'SwitchParameter' },
    { name: 'DisableNameChecking', type: 'SwitchParameter' },
    { name: 'NoClobber', type: 'SwitchParameter', aliases: ['NoOverwrite'] },
    {
      name: 'SkipEditionCheck',
      type: 'SwitchParameter',
      sets: {
        Name: {},
        PSSession: {},
        CimSession: {},
        FullyQualifiedName: {},
        FullyQualifiedNameAndPSSession: {},
        Assembly: {},
        ModuleInfo: {},
      },
    },
    ...elsewhere,
  ],
  create: (context) => ({
    process: () => {
      const given = listOf(context.parameters['ModuleInfo']) ?? [];
      for (const module of given) if (module instanceof Module) take(context, module);
      for (const specification of specificationsOf(context)) importNamed(context, specification);
    },
  }),
};

function specificationsOf({ parameters }: CommandContext): readonly ModuleSpecification[] {
  const { FullyQualifiedName: full, MinimumVersion: minimum, RequiredVersion: required } = parameters;
  const maximum = textOf(parameters, 'MaximumVersion');
  const named = (textsOf(parameters, 'Name') ?? []).map(
    (name) =>
      new ModuleSpecification({
        name,
        maximum,
        minimum: minimum instanceof Version ? minimum : undefined,
        required: required instanceof Version ? required : undefined,
      }),
  );
  return [...named, ...(listOf(full) ?? []).filter((each) => each instanceof ModuleSpecification)];
}

function importNamed(context: CommandContext, wanted: ModuleSpecification): void {
  const { session, parameters } = context;
  const { name } = wanted.wishes;
  const path = fittingFile(context, wanted);
  const known = session.modules.get(name.toLowerCase()) ?? (path && moduleAt(context, path)) ?? undefined;
  if (known && !switchOf(parameters, 'Force') && fits(known, wanted)) return take(context, known);
  if (path !== undefined) return importFile(context, path, name);
  const cmdlets = cmdletModule(session, name);
  if (cmdlets && fits(cmdlets, wanted)) return take(context, cmdlets);
  const missing = wanted.namesVersion
    ? makeRecord('ModuleWithVersionNotFound', [name, wanted.versionText], { target: name })
    : makeRecord('ModuleNotFound', [name], { target: name });
  context.writeError(missing);
}

const fits = ({ version }: Module, wanted: ModuleSpecification): boolean =>
  !wanted.namesVersion || wanted.fits(version);

/** The first file of a module whose version is meant. */
function fittingFile({ session, streams }: CommandContext, wanted: ModuleSpecification): string | undefined {
  for (const file of moduleFiles(session, wanted.wishes.name)) {
    if (!wanted.namesVersion) return file;
    const isManifest = /\.psd1$/i.test(file);
    if (isManifest && fits(manifestModule(readManifest(session, streams, file), file), wanted)) return file;
  }
  return undefined;
}

function importFile(context: CommandContext, path: string, name: string): void {
  const { session, streams, parameters } = context;
  try {
    const args = listOf(parameters['ArgumentList']) ?? [];
    take(context, loadModule({ session, streams, path, args }));
  } catch (error) {
    if (!isScriptError(error) || error.record.category !== 'ParserError') throw error;
    session.remember(error.record);
    streams.error.write(error.record);
    context.writeError(makeRecord('ModuleNotFound', [name], { target: name }));
  }
}

function moduleAt({ session }: CommandContext, path: string): Module | undefined {
  return Array.from(session.modules.values()).find((module) => module.path === path);
}

/** Puts a module in the session and what it exports in sight. */
function take(context: CommandContext, module: Module): void {
  const { session, parameters, out } = context;
  if (switchOf(parameters, 'AsCustomObject')) return out.write(moduleObject(module));
  session.modules.set(module.name.toLowerCase(), module);
  const isGlobal = switchOf(parameters, 'Global') || textOf(parameters, 'Scope')?.toLowerCase() === 'global';
  const target = isGlobal ? session.global : (session.scope.module?.scope ?? session.global);
  importModule(module, target, {
    prefix: textOf(parameters, 'Prefix'),
    functions: textsOf(parameters, 'Function'),
    variables: textsOf(parameters, 'Variable'),
    aliases: textsOf(parameters, 'Alias'),
    cmdlets: textsOf(parameters, 'Cmdlet'),
    isTaken: switchOf(parameters, 'NoClobber')
      ? (each) => findCommand({ scope: session.scope, session }, each) !== undefined
      : undefined,
  });
  if (!switchOf(parameters, 'DisableNameChecking')) warnOfVerbs(context, module);
  if (switchOf(parameters, 'PassThru')) out.write(module);
}

const verbs = new Set(Object.values(approvedVerbs).flatMap((group) => group.map(([verb]) => verb.toLowerCase())));

/** Names that nobody would look for are told once for the whole module. */
function warnOfVerbs({ writeWarning }: CommandContext, { name, exports }: Module): void {
  const isStrange = (each: string) => each.includes('-') && !verbs.has(each.split('-')[0]!.toLowerCase());
  if (!Array.from(exports.functions.values()).some((command) => isStrange(command.name))) return;
  writeWarning(
    `The names of some imported commands from the module '${name}' include unapproved verbs that might make them less discoverable. To find the commands with unapproved verbs, run the Import-Module command again with the Verbose parameter. For a list of approved verbs, type Get-Verb.`,
  );
}
