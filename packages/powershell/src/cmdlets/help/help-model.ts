import type { BindingPlan } from '../../runtime/binder/binding-plan.ts';
import type { PlanParameter, PlanUse } from '../../runtime/binder/plan-parameter.ts';
import { knownTypes } from '../../runtime/values/running-session.ts';
import { commandSets, type SetParameter, syntaxLine, typeSyntax } from '../commands/command-syntax.ts';
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
  /** The names of an enumeration's values. */
  readonly values: readonly string[];
  /** Only where nobody wrote help: the set that it is of, and its other names. */
  readonly setName: string;
  readonly aliases: readonly string[];
}

/** One way of calling a command. */
export interface HelpSyntax {
  readonly name: string;
  readonly parameters: readonly HelpParameterModel[];
}

/** What a declaration says of a parameter beyond its type. */
export interface DeclaredParameter {
  readonly defaultText: string;
  readonly supportsWildcards: boolean;
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
  readonly syntax: readonly HelpSyntax[];
  /** As Get-Command writes it. */
  readonly plainSyntax: readonly string[];
  readonly aliases: readonly string[];
  readonly hasComments: boolean;
  /** The command whose help is shown instead. */
  readonly forwardedTo: string | undefined;
  readonly sections: Readonly<Record<string, string>>;
}

export interface HelpSubject {
  readonly name: string;
  readonly category: string;
  readonly module: string;
  readonly aliases: readonly string[];
  readonly plan: BindingPlan;
  readonly comments: CommentHelp | undefined;
  readonly declared: (name: string) => DeclaredParameter;
  /** The names of the types that it says it writes. */
  readonly outputTypes: readonly string[];
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
    inputs: comments ? comments.inputs.map(trimmed) : pipelineTypes(plan),
    outputs: comments?.outputs.length ? comments.outputs.map(trimmed) : subject.outputTypes,
    links,
    hasOnline: links.some(({ uri }) => uri !== ''),
    syntax: commandSets(plan).map(({ parameters }) => ({ name, parameters: syntaxParameters(parameters, subject) })),
    plainSyntax,
    hasComments: comments !== undefined,
    forwardedTo: comments?.forwardedTo,
    sections,
  };
}

const linkOf = (link: string) =>
  /^[a-z][\w+.-]*:\/\/\S+$/i.test(link) ? { text: '', uri: link } : { text: link, uri: '' };

/** The types of what the parameters take from a pipeline. */
function pipelineTypes({ parameters }: BindingPlan): readonly string[] {
  const taking = parameters.filter(({ uses }) => uses.some(({ byValue, byProperty }) => byValue || byProperty));
  return [...new Set(taking.map(({ type }) => type?.name ?? 'System.Object'))];
}

const ownParameters = ({ parameters }: BindingPlan): readonly PlanParameter[] =>
  parameters.filter(({ details }) => details.group !== 'common');

/** `Int32[]` of System.Int32[]. */
const shortType = ({ type, spec }: PlanParameter): string =>
  type ? type.name.replace(/^.*\.(?=[^.]+$)/, '') : (spec.shownType ?? 'Object');

/** The names that a parameter of an enumeration, or of a list of its values, takes. */
function valueNames({ type }: PlanParameter): readonly string[] {
  const values = type && knownTypes().find(type.name.replace(/\[\]$/, ''))?.enumeration;
  return Object.entries(values ?? {})
    .toSorted(([, left], [, right]) => left - right)
    .map(([name]) => name);
}

/** A function's parameters stand as they are declared; a cmdlet's as Get-Command shows them. */
function syntaxParameters(inSet: readonly SetParameter[], subject: HelpSubject): readonly HelpParameterModel[] {
  const own = inSet.filter(({ parameter }) => parameter.details.group !== 'common');
  const { parameters } = subject.plan;
  const placeOf = ({ parameter }: SetParameter): number => parameters.indexOf(parameter);
  const ordered = subject.category === 'Cmdlet' ? own : own.toSorted((a, b) => placeOf(a) - placeOf(b));
  return ordered.map(({ parameter, use }) => parameterModel(parameter, subject, use));
}

/** `Name [-First] <Int32> [-Day {Sunday | Monday}] [<CommonParameters>]`, as comments' help writes it: .NET's names of types. */
export function syntaxText({ name, parameters }: HelpSyntax): string {
  const parts = parameters.map((parameter) => {
    const value = parameter.isSwitch ? '' : ` ${valueText(parameter)}`;
    const option = parameter.position === 'named' ? `-${parameter.name}` : `[-${parameter.name}]`;
    return parameter.required === 'true' ? `${option}${value} ` : `[${option}${value}] `;
  });
  return `${name} ${parts.join('')}[<CommonParameters>]`;
}

const valueText = ({ typeName, values }: HelpParameterModel): string =>
  values.length === 0 ? `<${typeName}>` : choiceOf(values);

const choiceOf = (values: readonly string[]): string => `{${values.join(' | ')}}`;

/** As Get-Command writes it, with the names of enumerations' values. */
function partialSyntax(name: string, parameters: readonly SetParameter[], { isAdvanced }: BindingPlan): string {
  const valueOf = (parameter: PlanParameter): string => {
    const values = valueNames(parameter);
    return values.length === 0 ? typeSyntax(parameter) : choiceOf(values);
  };
  const text = syntaxLine(name, { name: '', isDefault: true, parameters }, { isAdvanced, valueText: valueOf });
  return isAdvanced ? text : `${text} `;
}

function parameterModel(
  parameter: PlanParameter,
  { comments, declared, plan }: HelpSubject,
  use: PlanUse | undefined = parameter.uses[0],
): HelpParameterModel {
  const ways = [...(use?.byValue ? ['ByValue'] : []), ...(use?.byProperty ? ['ByPropertyName'] : [])];
  const { defaultText, supportsWildcards } = declared(parameter.key);
  return {
    name: parameter.name,
    typeName: shortType(parameter),
    isSwitch: parameter.isSwitch,
    description: trimmed(comments?.parameters.get(parameter.key)),
    required: String(use?.mandatory ?? false),
    position: use?.position === undefined ? 'named' : String(use.position + 1),
    defaultValue: parameter.isSwitch ? defaultText || 'False' : defaultText,
    pipelineInput: ways.length === 0 ? 'false' : `true (${ways.join(', ')})`,
    globbing: String(supportsWildcards),
    values: valueNames(parameter),
    setName: parameter.uses.map(({ flag }) => plan.sets.nameOf(flag) ?? '(All)').join(', ') || '(All)',
    aliases: parameter.aliases,
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
