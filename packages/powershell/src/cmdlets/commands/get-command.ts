import { WildcardPattern } from '../../dotnet/index.ts';
import { commandInfoOf } from '../../runtime/engine/command-info-of.ts';
import { findProgram } from '../../runtime/engine/native-program.ts';
import { findScript } from '../../runtime/engine/script-files.ts';
import { AliasInfo, CmdletInfo, type CommandInfo, FunctionInfo } from '../../providers/command-info.ts';
import { numberOf, switchOf, textOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { findCommand } from '../../runtime/engine/pipeline.ts';
import { cmdletModules } from '../modules/cmdlet-modules.ts';
import { wantedModules } from '../modules/wanted-modules.ts';
import { commandRecord } from './command-errors.ts';
import { allCommands } from './command-list.ts';
import { commandPlan } from './command-plan.ts';
import { syntaxLines } from './command-syntax.ts';

const refused = [
  'FuzzyMinimumDistance',
  'ParameterType',
  'ShowCommandInfo',
  'UseAbbreviationExpansion',
  'UseFuzzyMatching',
].map((name) => ({ name, unsupported: true }) as const);

export const getCommand: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-Command',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['gcm'],
  implementingType: 'Microsoft.PowerShell.Commands.GetCommandCommand',
  outputTypes: ['System.Management.Automation.CommandInfo'],
  defaultSet: 'CmdletSet',
  parameters: [
    { name: 'Name', type: 'String[]', pipeline: 'both', sets: { AllCommandSet: { position: 0 } } },
    { name: 'Verb', type: 'String[]', pipeline: 'property', sets: { CmdletSet: {} } },
    { name: 'Noun', type: 'String[]', pipeline: 'property', sets: { CmdletSet: {} } },
    { name: 'Module', type: 'String[]', aliases: ['PSSnapin'], pipeline: 'property' },
    {
      name: 'CommandType',
      type: 'System.Management.Automation.CommandTypes',
      aliases: ['Type'],
      pipeline: 'property',
      sets: { AllCommandSet: {} },
    },
    {
      name: 'FullyQualifiedModule',
      type: 'Microsoft.PowerShell.Commands.ModuleSpecification[]',
      pipeline: 'property',
    },
    { name: 'ExcludeModule', type: 'String[]', pipeline: 'value' },
    { name: 'TotalCount', type: 'Int32', pipeline: 'property' },
    { name: 'Syntax', type: 'SwitchParameter', pipeline: 'property' },
    { name: 'ArgumentList', type: 'Object[]', aliases: ['Args'], position: 1, unsupported: true },
    { name: 'All', type: 'SwitchParameter', pipeline: 'property' },
    { name: 'ListImported', type: 'SwitchParameter', pipeline: 'property' },
    { name: 'ParameterName', type: 'String[]' },
    ...refused,
  ],
  create: (context) => ({
    process: () => {
      const limit = numberOf(context.parameters, 'TotalCount');
      for (const command of found(context).slice(0, limit)) write(context, command);
    },
  }),
};

function found(context: CommandContext): readonly CommandInfo[] {
  const names = textsOf(context.parameters, 'Name');
  const accepts = filterOf(context);
  const all = allCommands(context.session).filter(accepts);
  if (!names)
    return names === undefined && !hasFilter(context) ? all : all.filter((each) => !(each instanceof AliasInfo));
  return names.flatMap((name) => named(context, name, all));
}

const hasFilter = ({ parameters }: CommandContext): boolean =>
  parameters['CommandType'] !== undefined || parameters['Name'] !== undefined;

/** One command for a name, the one that would be called; all of them for a pattern. */
function named(context: CommandContext, name: string, all: readonly CommandInfo[]): readonly CommandInfo[] {
  const pattern = new WildcardPattern(name);
  const matching = all.filter((command) => pattern.isMatch(command.name));
  if (/[*?[]/.test(name)) return matching;
  const [first] = matching;
  const isAll = switchOf(context.parameters, 'All');
  if (first && !isAll) return [first];
  const files = commandFiles(context, name);
  if (isAll || files.length > 0) return [...matching, ...files];
  context.writeError(commandRecord('CommandNotFoundException', [name], name));
  return [];
}

/** The script file and the program of a name, unless other types of commands are asked for. */
function commandFiles({ parameters, session }: CommandContext, name: string): readonly CommandInfo[] {
  const types = textOf(parameters, 'CommandType')?.split(', ') ?? ['All'];
  const isWanted = (type: string): boolean => types.includes('All') || types.includes(type);
  if (['Verb', 'Noun', 'Module', 'FullyQualifiedModule'].some((parameter) => parameters[parameter] !== undefined))
    return [];
  const script = isWanted('ExternalScript') ? findScript(session, name) : undefined;
  const program = isWanted('Application') && !script ? findProgram(session, name) : undefined;
  return [script, program].flatMap((command) => (command ? commandInfoOf(command) : []));
}

type Test = (command: CommandInfo) => boolean;

function filterOf(context: CommandContext): Test {
  const { parameters } = context;
  const types = textOf(parameters, 'CommandType')?.split(', ');
  const tests: Test[] = [];
  if (types && !types.includes('All')) tests.push(({ commandType }) => types.includes(commandType));
  const parts = [
    ['Verb', ({ name }: CommandInfo) => (name.includes('-') ? name.split('-')[0]! : '')],
    ['Noun', ({ name }: CommandInfo) => name.split('-')[1] ?? ''],
    ['Module', moduleOf],
  ] as const;
  for (const [parameter, read] of parts) {
    const patterns = textsOf(parameters, parameter)?.map((each) => new WildcardPattern(each));
    if (patterns) tests.push((command) => patterns.some((pattern) => pattern.isMatch(read(command))));
  }
  const excluded = textsOf(parameters, 'ExcludeModule')?.map((each) => new WildcardPattern(each));
  if (excluded) tests.push((command) => !excluded.some((pattern) => pattern.isMatch(moduleOf(command))));
  const modules = modulesNamed(context);
  if (modules) tests.push((command) => modules.has(moduleOf(command).toLowerCase()));
  const wanted = textsOf(parameters, 'ParameterName')?.map((each) => new WildcardPattern(each));
  if (wanted) tests.push((command) => hasParameter(command, wanted));
  return (command) => tests.every((test) => test(command));
}

/** The loaded modules that -FullyQualifiedModule means, and those of cmdlets. */
function modulesNamed({ parameters, session }: CommandContext): ReadonlySet<string> | undefined {
  const { FullyQualifiedModule: full } = parameters;
  if (full === undefined) return undefined;
  const isWanted = wantedModules({ FullyQualifiedName: full });
  const all = [...session.modules.values(), ...cmdletModules(session).values()];
  return new Set(all.filter(isWanted).map(({ name }) => name.toLowerCase()));
}

const moduleOf = (command: CommandInfo): string => {
  if (command instanceof FunctionInfo) return command.command.closure?.module?.name ?? '';
  return command instanceof CmdletInfo ? (command.cmdlet.module ?? '') : '';
};

const hasParameter = (command: CommandInfo, wanted: readonly WildcardPattern[]): boolean =>
  command.contract?.().parameters.some(({ name }) => wanted.some((pattern) => pattern.isMatch(name))) ?? false;

function write({ session, parameters, out }: CommandContext, command: CommandInfo): void {
  if (!switchOf(parameters, 'Syntax')) return out.write(command);
  if (command instanceof AliasInfo) return out.write(command.definition);
  const callable = findCommand({ scope: session.scope, session }, command.name);
  const lines =
    callable && callable.kind !== 'application' ? syntaxLines(command.name, commandPlan(session, callable)) : [];
  return out.write(`\n${lines.join('\n\n')}\n`);
}
