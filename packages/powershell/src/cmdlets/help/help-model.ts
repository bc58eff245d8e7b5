import type { BindingPlan } from '../../runtime/binder/binding-plan.ts';
import type { PlanParameter } from '../../runtime/binder/plan-parameter.ts';
import { commandSets, type SetParameter, syntaxLine } from '../commands/command-syntax.ts';
import type { CommentHelp } from './comment-help.ts';

export interface HelpExample {
  readonly title: string;
  readonly introduction: string;
  readonly code: string;
  readonly remarks: string;
}

export interface HelpParameterModel {
  readonly name: string;
  readonly typeName: string;
  readonly isSwitch: boolean;
  readonly description: string;
  readonly required: string;
  readonly position: string;
  readonly defaultValue: string;
  readonly pipelineInput: string;
  readonly globbing: string;
}

/** All that is known of a command. */
export interface HelpModel {
  readonly name: string;
  readonly category: string;
  readonly module: string;
  readonly synopsis: string;
  readonly description: string;
  readonly notes: string;
  readonly parameters: readonly HelpParameterModel[];
  readonly examples: readonly HelpExample[];
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly links: readonly { readonly text: string; readonly uri: string }[];
  readonly hasOnline: boolean;
  /** As comments' help writes it: .NET's names of types. */
  readonly syntaxLines: readonly string[];
  /** As Get-Command writes it. */
  readonly plainSyntax: readonly string[];
  readonly aliases: readonly string[];
  readonly hasComments: boolean;
  readonly sections: Readonly<Record<string, string>>;
}

export interface HelpSubject {
  readonly name: string;
  readonly category: string;
  readonly module: string;
  readonly aliases: readonly string[];
  readonly plan: BindingPlan;
  readonly comments: CommentHelp | undefined;
  /** The text of a parameter's default value. */
  readonly defaultOf: (name: string) => string;
}

const trimmed = (text = ''): string => text.replace(/\s+$/, '');

export function helpModel(subject: HelpSubject): HelpModel {
  const { name, plan, comments } = subject;
  const { sections = {} } = comments ?? {};
  const links = (comments?.links ?? []).map((link) => linkOf(link.trim()));
  const plainSyntax = commandSets(plan).map((set) => partialSyntax(name, set.parameters, plan));
  return {
    ...subject,
    synopsis: comments ? trimmed(sections['SYNOPSIS']) : `\n${plainSyntax.join('\n')}\n`,
    description: trimmed(sections['DESCRIPTION']),
    notes: trimmed(sections['NOTES']),
    parameters: ownParameters(plan).map((parameter) => parameterModel(parameter, subject)),
    examples: (comments?.examples ?? []).map(exampleModel),
    inputs: (comments?.inputs ?? []).map(trimmed),
    outputs: (comments?.outputs ?? []).map(trimmed),
    links,
    hasOnline: links.some(({ uri }) => uri !== ''),
    syntaxLines: commandSets(plan).map((set) => commentSyntax(name, set.parameters)),
    plainSyntax,
    hasComments: comments !== undefined,
    sections,
  };
}

const linkOf = (link: string) =>
  /^[a-z][\w+.-]*:\/\/\S+$/i.test(link) ? { text: '', uri: link } : { text: link, uri: '' };

const ownParameters = ({ parameters }: BindingPlan): readonly PlanParameter[] =>
  parameters.filter(({ details }) => details.group !== 'common');

/** `Int32[]` of System.Int32[]. */
const shortType = ({ type }: PlanParameter): string => (type ? type.name.replace(/^.*\.(?=[^.]+$)/, '') : 'Object');

function commentSyntax(name: string, parameters: readonly SetParameter[]): string {
  const own = parameters.filter(({ parameter }) => parameter.details.group !== 'common');
  const parts = own.map(({ parameter, use }) => {
    const value = parameter.isSwitch ? '' : ` <${shortType(parameter)}>`;
    const option = use.position === undefined ? `-${parameter.name}` : `[-${parameter.name}]`;
    return use.mandatory ? `${option}${value} ` : `[${option}${value}] `;
  });
  return `${name} ${parts.join('')}[<CommonParameters>]`;
}

const partialSyntax = (name: string, parameters: readonly SetParameter[], plan: BindingPlan): string =>
  `${syntaxLine(name, { name: '', isDefault: true, parameters }, plan)} `;

function parameterModel(parameter: PlanParameter, { comments, defaultOf }: HelpSubject): HelpParameterModel {
  const [use] = parameter.uses;
  const ways = [...(use?.byValue ? ['ByValue'] : []), ...(use?.byProperty ? ['ByPropertyName'] : [])];
  return {
    name: parameter.name,
    typeName: shortType(parameter),
    isSwitch: parameter.isSwitch,
    description: trimmed(comments?.parameters.get(parameter.key)),
    required: String(use?.mandatory ?? false),
    position: use?.position === undefined ? 'named' : String(use.position + 1),
    defaultValue: parameter.isSwitch ? defaultOf(parameter.key) || 'False' : defaultOf(parameter.key),
    pipelineInput: ways.length === 0 ? 'false' : `true (${ways.join(', ')})`,
    globbing: 'false',
  };
}

/** What stands before the first `>` is the prompt; code ends at the first empty line. */
function exampleModel(content: string, index: number): HelpExample {
  const prompt = /^.*?>/.exec(content)?.[0];
  const rest = prompt === undefined ? content : content.slice(prompt.length);
  const parts = /^([^]*?)\r?\n\r?\n([^]*)$/.exec(rest);
  return {
    title: `-------------------------- EXAMPLE ${index + 1} --------------------------`,
    introduction: prompt ?? 'PS > ',
    code: (parts?.[1] ?? rest).trim(),
    remarks: trimmed(parts?.[2]),
  };
}
