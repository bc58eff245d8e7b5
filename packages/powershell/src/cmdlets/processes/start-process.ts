import type { StartCall } from '../../host/processes.ts';
import { type Parameters, switchOf, textOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import { Dictionary } from '../../runtime/values/dictionary.ts';
import { toText } from '../../runtime/values/to-text.ts';
import { drivesFor } from '../files/item-paths.ts';
import { processRecord } from './process-errors.ts';
import { ProcessObject } from './process-object.ts';
import { findProgram, openerOf } from './program-of.ts';
import { splitArguments } from './split-arguments.ts';

/** What means nothing but on Windows: it says so itself, as the original does. */
const windowsOnly = ['Verb', 'WindowStyle'] as const;

const inDefault = { Default: {} };
const redirection = (name: string, alias: string): ParameterSpec => ({
  name,
  type: 'String',
  aliases: [alias],
  sets: inDefault,
  validate: [{ kind: 'notNullOrEmpty' }],
});

export const startProcess: Cmdlet = {
  kind: 'cmdlet',
  name: 'Start-Process',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['saps', 'start'],
  implementingType: 'Microsoft.PowerShell.Commands.StartProcessCommand',
  outputTypes: ['System.Diagnostics.Process'],
  defaultSet: 'Default',
  confirms: 'Medium',
  parameters: [
    {
      name: 'FilePath',
      type: 'String',
      aliases: ['PSPath', 'Path'],
      mandatory: true,
      position: 0,
      validate: [{ kind: 'notNullOrEmpty' }],
    },
    { name: 'ArgumentList', type: 'String[]', aliases: ['Args'], position: 1 },
    { name: 'Credential', type: 'PSCredential', aliases: ['RunAs'], sets: inDefault, unsupported: true },
    { name: 'WorkingDirectory', type: 'String', validate: [{ kind: 'notNullOrEmpty' }] },
    { name: 'LoadUserProfile', type: 'SwitchParameter', aliases: ['Lup'], sets: inDefault, unsupported: true },
    // Consoles are shared on Unix anyway.
    { name: 'NoNewWindow', type: 'SwitchParameter', aliases: ['nnw'], sets: inDefault },
    { name: 'PassThru', type: 'SwitchParameter' },
    redirection('RedirectStandardError', 'RSE'),
    redirection('RedirectStandardInput', 'RSI'),
    redirection('RedirectStandardOutput', 'RSO'),
    { name: 'Verb', type: 'String', sets: { UseShellExecute: {} } },
    { name: 'WindowStyle', type: 'System.Diagnostics.ProcessWindowStyle' },
    { name: 'Wait', type: 'SwitchParameter' },
    { name: 'UseNewEnvironment', type: 'SwitchParameter', sets: inDefault },
    { name: 'Environment', type: 'System.Collections.Hashtable' },
  ],
  create: (context) => ({ process: () => start(context) }),
};

function start(context: CommandContext): void {
  const { parameters, session } = context;
  const foreign = windowsOnly.find((name) => parameters[name] !== undefined);
  if (foreign !== undefined) {
    context.throwTerminating(processRecord('NotOnThisPlatform', [`-${foreign}`, 'Start-Process']));
  }
  const starter = session.capabilities.processes?.starter ?? context.throwTerminating(processRecord('NoStarter'));
  const call = callOf(context);
  if (!call || !context.shouldProcess(`${call.path} ${call.arguments.join(' ')}`.trimEnd(), 'Start-Process')) return;
  const id = attemptStart(context, () => starter.start(call));
  const process = processOf(context, id, call);
  if (switchOf(parameters, 'PassThru')) context.out.write(process);
  if (switchOf(parameters, 'Wait')) process.waitForExit();
}

function attemptStart<T>(context: CommandContext, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return context.throwTerminating(processRecord('InvalidOperationException', [error.message]));
  }
}

/** The program, its streams and its environment; what is wrong with them is told, and there is none. */
function callOf(context: CommandContext): StartCall | undefined {
  const { parameters } = context;
  const drives = drivesFor(context);
  const given = textOf(parameters, 'FilePath')!;
  const folder = folderOf(context);
  const files = folder === undefined ? undefined : redirections(context);
  if (folder === undefined || !files) return undefined;
  const list = textsOf(parameters, 'ArgumentList');
  const program = findProgram(context.session, given);
  const opener = program === undefined && !list ? openerOf(context.session) : undefined;
  const path =
    program ?? opener ?? context.throwTerminating(processRecord('InvalidOperationException', [missing(given, folder)]));
  const target = /^[a-z][\w+.-]+:/i.test(given) ? given : drives.resolve(given).path;
  return {
    path,
    arguments: program === undefined ? [target] : splitArguments((list ?? []).join(' ')),
    folder,
    environment: environmentOf(context),
    ...files,
  };
}

const missing = (program: string, folder: string): string =>
  `An error occurred trying to start process '${program}' with working directory '${folder}'. No such file or directory`;

function folderOf(context: CommandContext): string | undefined {
  const drives = drivesFor(context);
  const given = textOf(context.parameters, 'WorkingDirectory');
  if (given === undefined) return drives.folder;
  const { path } = drives.resolve(given);
  if (drives.fileSystem.isContainer(path)) return path;
  context.writeError(processRecord('DirectoryNotFoundException', ['WorkingDirectory']));
  return undefined;
}

const streams = { Input: 'inputFile', Output: 'outputFile', Error: 'errorFile' } as const;
type Redirections = Pick<StartCall, (typeof streams)[keyof typeof streams]>;

function redirections(context: CommandContext): Redirections | undefined {
  const drives = drivesFor(context);
  const given = Object.entries(streams).flatMap(([stream, key]) => {
    const name = `RedirectStandard${stream}`;
    const file = textOf(context.parameters, name);
    return file === undefined ? [] : [{ name, key, path: drives.resolve(file).path, file }];
  });
  const input = given.find(({ key }) => key === 'inputFile');
  if (input && !drives.fileSystem.exists(input.path)) {
    context.writeError(processRecord('FileNotFoundException', [`RedirectStandardInput '${input.file}'`]));
    return undefined;
  }
  for (const [index, { name, path }] of given.entries()) {
    const same = given.slice(index + 1).find((other) => other.path.toLowerCase() === path.toLowerCase());
    if (!same) continue;
    context.writeError(processRecord('DuplicateEntry', [name, same.name]));
    return undefined;
  }
  return Object.fromEntries(given.map(({ key, path }) => [key, path]));
}

/** `-UseNewEnvironment` leaves what every program needs. */
function environmentOf({ parameters, session }: CommandContext): Readonly<Record<string, string>> {
  const all = Object.fromEntries(session.environment.entries());
  const kept = switchOf(parameters, 'UseNewEnvironment')
    ? all['PATH'] === undefined
      ? {}
      : { PATH: all['PATH'] }
    : all;
  return { ...kept, ...added(parameters) };
}

function added(parameters: Parameters): Readonly<Record<string, string>> {
  const { Environment: given } = parameters;
  if (!(given instanceof Dictionary)) return {};
  return Object.fromEntries(Array.from(given.pairs(), ([key, value]) => [toText(key), toText(value)]));
}

function processOf({ session }: CommandContext, id: number, { path }: StartCall): ProcessObject {
  const { running, starter } = session.capabilities.processes!;
  const unknown = { id, name: path.slice(path.lastIndexOf('/') + 1), path, parentId: 0, terminalSession: 0 };
  const facts = running?.find(id) ?? { ...unknown, startTime: 0, processorTime: 0, workingSet: 0, swapped: 0 };
  const table = running ?? { ownId: 0, list: () => [], find: () => undefined, end: () => undefined };
  return new ProcessObject(facts, table, starter);
}
