import { type FormatNode, lineEnd } from '../../format/format-node.ts';
import {
  type HelpExample,
  type HelpModel,
  type HelpParameterModel,
  type HelpSyntax,
  syntaxText,
} from './help-model.ts';

export type HelpView = 'default' | 'detailed' | 'full' | 'examples';

const frame = (...nodes: readonly FormatNode[]): FormatNode => ({ left: 4, nodes });
const line = (...nodes: readonly FormatNode[]): readonly FormatNode[] => [...nodes, lineEnd];

/** A text of several lines, each ended. */
const paragraph = (text: string): readonly FormatNode[] =>
  text.split('\n').flatMap((each): readonly FormatNode[] => line(each));

const heading = (title: string, ...nodes: readonly FormatNode[]): readonly FormatNode[] => [
  title,
  lineEnd,
  frame(...nodes),
];

const commonText = [
  'This cmdlet supports the common parameters: Verbose, Debug,',
  'ErrorAction, ErrorVariable, WarningAction, WarningVariable,',
  'OutBuffer, PipelineVariable, and OutVariable. For more information, see',
  'about_CommonParameters (https://go.microsoft.com/fwlink/?LinkID=113216)',
];

/** The original ends this text with a line of its own, as its source breaks the paragraph. */
const commonParameters: readonly FormatNode[] = [
  '<CommonParameters>',
  lineEnd,
  frame(...commonText.flatMap((each) => line(each))),
  '. ',
  lineEnd,
  lineEnd,
];

const head = ({ name, synopsis }: HelpModel): readonly FormatNode[] => [
  ...heading('NAME', name, lineEnd, lineEnd),
  ...heading('SYNOPSIS', ...(synopsis === '' ? [] : paragraph(synopsis)), lineEnd, lineEnd),
];

const syntax = (model: HelpModel): readonly FormatNode[] => heading('SYNTAX', ...syntaxNodes(model.syntax), lineEnd);

/** Each way of calling a command on lines of its own. */
export const syntaxNodes = (items: readonly HelpSyntax[]): readonly FormatNode[] =>
  items.flatMap((each): FormatNode[] => [syntaxText(each), lineEnd, lineEnd]);

const description = (model: HelpModel): readonly FormatNode[] => [
  ...heading('DESCRIPTION', ...(model.description === '' ? [] : paragraph(model.description)), lineEnd),
  lineEnd,
];

function title({ name, typeName, isSwitch, values }: HelpParameterModel): string {
  if (values.length > 0) return `-${name}`;
  return isSwitch ? `-${name} [<${typeName}>]` : `-${name} <${typeName}>`;
}

const shortParameter = (parameter: HelpParameterModel): readonly FormatNode[] => [
  title(parameter),
  lineEnd,
  frame(...(parameter.description === '' ? [] : paragraph(parameter.description)), lineEnd),
];

/** One parameter with all that is known of it. */
export const fullParameter = (parameter: HelpParameterModel): readonly FormatNode[] => [
  title(parameter),
  lineEnd,
  frame(
    ...(parameter.description === '' ? [] : paragraph(parameter.description)),
    lineEnd,
    ...line(`Required?                    ${parameter.required}`),
    ...line(`Position?                    ${parameter.position}`),
    ...line(`Default value                ${parameter.defaultValue}`),
    ...line(`Accept pipeline input?       ${parameter.pipelineInput}`),
    ...line('Aliases                      '),
    ...line(`Accept wildcard characters?  ${parameter.globbing}`),
    lineEnd,
  ),
];

const examples = ({ examples: all }: HelpModel): readonly FormatNode[] => all.flatMap(exampleNodes);

/** One example with its explanation. */
export const exampleNodes = ({ title: name, introduction, code, remarks }: HelpExample): readonly FormatNode[] => [
  ...line(name),
  lineEnd,
  ...paragraph(introduction + code),
  lineEnd,
  ...paragraph(remarks),
  ...Array.from({ length: 4 }, (): FormatNode => lineEnd),
];

function onlineHint(name: string, hasOnline: boolean): readonly FormatNode[] {
  return hasOnline ? [frame(`For online help, type: "Get-Help ${name} -Online"`)] : [];
}

const remarks = ({ name, hasOnline }: HelpModel): readonly FormatNode[] =>
  heading(
    'REMARKS',
    ...line(`To see the examples, type: "Get-Help ${name} -Examples"`),
    ...line(`For more information, type: "Get-Help ${name} -Detailed"`),
    ...line(`For technical information, type: "Get-Help ${name} -Full"`),
    ...onlineHint(name, hasOnline),
  );

const links = ({ links: all }: HelpModel): readonly FormatNode[] =>
  heading(
    'RELATED LINKS',
    ...all.flatMap(({ text, uri }): readonly FormatNode[] => line(text === '' ? uri : `${text} ${uri}`)),
  );

const types = (names: readonly string[]): readonly FormatNode[] =>
  names.flatMap((name): FormatNode[] => [...paragraph(name), lineEnd]);

function notes(model: HelpModel): readonly FormatNode[] {
  if (model.notes === '') return [];
  return heading('NOTES', lineEnd, lineEnd, frame(...paragraph(model.notes)), lineEnd);
}

function fullView(model: HelpModel): readonly FormatNode[] {
  return [
    ...head(model),
    ...syntax(model),
    ...description(model),
    ...heading('PARAMETERS', ...model.parameters.flatMap(fullParameter), ...commonParameters),
    ...heading('INPUTS', ...types(model.inputs), lineEnd),
    ...heading('OUTPUTS', ...types(model.outputs), lineEnd),
    ...notes(model),
    frame(...examples(model), lineEnd),
    ...links(model),
  ];
}

/** How help is shown. Facts: Help_format.ps1xml. */
export function helpNodes(model: HelpModel, view: HelpView): readonly FormatNode[] {
  if (!model.hasComments) return partialView(model, view);
  if (view === 'full') return fullView(model);
  if (view === 'examples') return [...head(model), frame(...examples(model))];
  if (view === 'default') {
    return [...head(model), ...syntax(model), ...description(model), ...links(model), lineEnd, ...remarks(model)];
  }
  return [
    ...head(model),
    ...syntax(model),
    ...description(model),
    ...heading('PARAMETERS', ...model.parameters.flatMap(shortParameter), ...commonParameters),
    frame(...examples(model)),
    ...remarks(model),
  ];
}

/** A parameter that nobody described. */
function partialParameter(parameter: HelpParameterModel): readonly FormatNode[] {
  const { name, typeName, isSwitch, required, position, pipelineInput, setName, aliases } = parameter;
  const place = position === 'named' ? 'Named' : String(Number(position) - 1);
  return [
    isSwitch ? `-${name}` : `-${name} <${typeName}>`,
    lineEnd,
    frame(
      lineEnd,
      ...line(`Required?                    ${required}`),
      ...line(`Position?                    ${place}`),
      ...line(`Accept pipeline input?       ${pipelineInput}`),
      ...line(`Parameter set name           ${setName}`),
      ...line(`Aliases                      ${aliases.join(', ') || 'None'}`),
      ...line('Dynamic?                     false'),
      ...line('Accept wildcard characters?  false'),
      lineEnd,
    ),
  ];
}

function partialDetails({ parameters, inputs, outputs }: HelpModel): readonly FormatNode[] {
  const typeNames = (names: readonly string[]): FormatNode[] => names.flatMap((name): FormatNode[] => [name, lineEnd]);
  return [
    frame(lineEnd),
    ...heading('PARAMETERS', ...parameters.flatMap(partialParameter), ...commonParameters),
    ...heading('INPUTS', ...typeNames(inputs.length === 0 ? ['None'] : inputs), lineEnd, lineEnd),
    ...heading('OUTPUTS', ...typeNames(outputs.length === 0 ? ['System.Object'] : outputs), lineEnd),
  ];
}

/** What can be told of a command that nobody wrote help for. Facts: DefaultCommandHelpObjectBuilder. */
function partialView(model: HelpModel, view: HelpView): readonly FormatNode[] {
  const { name, plainSyntax, aliases, module } = model;
  const isShort = view === 'default' || view === 'examples';
  return [
    ...heading('NAME', name, lineEnd, lineEnd),
    ...heading('SYNTAX', ...plainSyntax.flatMap((each): FormatNode[] => [each, lineEnd, lineEnd])),
    ...(isShort ? line() : partialDetails(model)),
    ...heading(
      'ALIASES',
      ...(aliases.length === 0 ? ['None'] : aliases.flatMap((each) => line(each)).slice(0, -1)),
      lineEnd,
      lineEnd,
    ),
    lineEnd,
    ...heading('REMARKS', module === '' ? 'None' : `${name} is a command of ${module}.`, lineEnd),
  ];
}
