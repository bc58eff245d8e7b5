import { WildcardPattern } from '../../dotnet/index.ts';
import { defineRecords } from '../../providers/define-records.ts';
import { drivesOf } from '../../providers/drives.ts';
import { switchOf, textOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet, Command, NativeProgram } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { findCommand } from '../../runtime/engine/pipeline.ts';
import type { Session } from '../../runtime/engine/session.ts';
import { CustomObject } from '../../runtime/values/ps-object.ts';
import { allCommands } from '../commands/command-list.ts';
import { commandPlan } from '../commands/command-plan.ts';
import { decodeText, textEncoding } from '../files/text-encoding.ts';
import { functionHelp, scriptHelp } from './find-comments.ts';
import { cmdletHelp } from './cmdlet-help.ts';
import { declaredOutputTypes, declaredParameter } from './declared-parameter.ts';
import { type DeclaredParameter, helpModel, type HelpModel } from './help-model.ts';
import type { HelpView } from './help-nodes.ts';
import { HelpObject, HelpParameter } from './help-objects.ts';

const record = defineRecords({
  HelpNotFound: {
    category: 'ResourceUnavailable',
    exception: 'Microsoft.PowerShell.Commands.HelpNotFoundException',
    text: 'Get-Help could not find {0} in a help file in this session. To download updated help topics type: "Update-Help". To get help online, search for the help topic in the TechNet library at https://go.microsoft.com/fwlink/?LinkID=107116.',
  },
  NoMatchingParameter: {
    id: 'NoParmsFound',
    category: 'InvalidArgument',
    exception: 'Management.PSArgumentException',
    text: 'No parameter matches criteria {0}.',
  },
});

const refused = [
  { name: 'Category', unsupported: true },
  { name: 'Online', type: 'SwitchParameter', unsupported: true },
  { name: 'Path', unsupported: true },
  { name: 'ShowWindow', type: 'SwitchParameter', unsupported: true },
] as const;

/** What help of commands tells of itself, and can be asked for. */
const filters = ['Component', 'Functionality', 'Role'] as const;

export const getHelp: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-Help',
  module: 'Microsoft.PowerShell.Core',
  implementingType: 'Microsoft.PowerShell.Commands.GetHelpCommand',
  defaultSet: 'AllUsersView',
  parameters: [
    { name: 'Name', type: 'String', pipeline: 'property', position: 0 },
    { name: 'Full', type: 'SwitchParameter', sets: { AllUsersView: {} } },
    { name: 'Detailed', type: 'SwitchParameter', sets: { DetailedView: { mandatory: true } } },
    { name: 'Examples', type: 'SwitchParameter', sets: { Examples: { mandatory: true } } },
    { name: 'Parameter', type: 'String[]', sets: { Parameters: { mandatory: true } } },
    ...filters.map((name) => ({ name, type: 'String[]' })),
    ...refused,
  ],
  create: (context) => ({
    process: () => {
      const name = textOf(context.parameters, 'Name') ?? 'Get-Help';
      const subjects = subjectsNamed(context.session, name).filter((model) => isWanted(context, model));
      if (subjects.length === 0) return context.writeError(record('HelpNotFound', [name], name));
      for (const model of subjects.length > 1 ? [] : subjects) write(context, model);
      if (subjects.length > 1) for (const model of subjects) context.out.write(shortHelp(model));
    },
  }),
};

/** Whether help is of one of the components, roles and functionalities that are asked for, where they are. */
const isWanted = ({ parameters }: CommandContext, { sections }: HelpModel): boolean =>
  filters.every((name) => {
    const wanted = textsOf(parameters, name);
    const own = sections[name.toUpperCase()]?.trim() ?? '';
    return !wanted || wanted.some((text) => new WildcardPattern(text).isMatch(own));
  });

/** Help for what a name or pattern stands for. */
export function subjectsNamed(session: Session, name: string): readonly HelpModel[] {
  if (/[*?[]/.test(name)) {
    const pattern = new WildcardPattern(name);
    const names = allCommands(session).filter((each) => pattern.isMatch(each.name) && each.commandType !== 'Alias');
    return names.flatMap((each) => subjectsNamed(session, each.name));
  }
  const command = findCommand({ scope: session.scope, session }, name);
  if (command && command.kind !== 'application') return [forwarded(session, commandHelp(session, command))];
  return /\.ps1$/i.test(name) ? fileHelp(session, name) : [];
}

/** The help that a function's own help points to, where that is found. */
function forwarded(session: Session, model: HelpModel): HelpModel {
  const { forwardedTo } = model;
  const target = forwardedTo === undefined ? undefined : findCommand({ scope: session.scope, session }, forwardedTo);
  const isOther = target && target.kind !== 'application' && target.name.toLowerCase() !== model.name.toLowerCase();
  return isOther ? commandHelp(session, target) : model;
}

type Helpful = Exclude<Command, NativeProgram>;

function commandHelp(session: Session, command: Helpful): HelpModel {
  const isCmdlet = command.kind === 'cmdlet';
  return helpModel({
    name: command.name,
    category: isCmdlet ? 'Cmdlet' : command.kind === 'filter' ? 'Filter' : 'Function',
    module: isCmdlet ? (command.module ?? '') : '',
    aliases: isCmdlet ? (command.aliases ?? []) : [],
    plan: commandPlan(session, command),
    comments: isCmdlet ? command.help && cmdletHelp(command.help()) : functionHelp(command.code),
    outputTypes: isCmdlet ? (command.outputTypes ?? []) : declaredOutputTypes(command.code),
    declared: isCmdlet ? () => undeclared : (name) => declaredParameter(command.code, name),
  });
}

const undeclared: DeclaredParameter = { defaultText: '', supportsWildcards: false };

function fileHelp(session: Session, name: string): readonly HelpModel[] {
  const { fileSystem, resolve } = drivesFor(session);
  const { path } = resolve(name);
  if (!fileSystem.exists(path)) return [];
  const text = decodeText(fileSystem.files.read(path), textEncoding(undefined));
  const { code } = session.compile(text, path);
  const command = { kind: 'script', name: path, path, code } as const;
  return [
    helpModel({
      name: path,
      category: 'ExternalScript',
      module: '',
      aliases: [],
      plan: commandPlan(session, command),
      comments: scriptHelp(text),
      outputTypes: declaredOutputTypes(code),
      declared: (key) => declaredParameter(code, key),
    }),
  ];
}

function drivesFor(session: Session) {
  const drives = drivesOf(session);
  return { fileSystem: drives.fileSystem, resolve: (path: string) => drives.resolve(path) };
}

const views = [
  ['Full', 'full'],
  ['Detailed', 'detailed'],
  ['Examples', 'examples'],
] as const;

function write(context: CommandContext, model: HelpModel): void {
  const { parameters, out } = context;
  const wanted = textsOf(parameters, 'Parameter');
  if (wanted) return writeParameters(context, model, wanted);
  const view: HelpView = views.find(([name]) => switchOf(parameters, name))?.[1] ?? 'default';
  return out.write(new HelpObject(model, view));
}

function writeParameters(context: CommandContext, model: HelpModel, wanted: readonly string[]): void {
  for (const name of wanted) {
    const pattern = new WildcardPattern(name);
    const found = model.parameters.filter((parameter) => pattern.isMatch(parameter.name));
    for (const parameter of found) context.out.write(new HelpParameter(parameter));
    if (found.length === 0) context.writeError(record('NoMatchingParameter', [name], name));
  }
}

const shortHelp = ({ name, category, module, synopsis }: HelpModel): CustomObject =>
  new CustomObject(['HelpInfoShort'])
    .setNote('Name', name)
    .setNote('Category', category)
    .setNote('ModuleName', module)
    .setNote('Synopsis', synopsis);
