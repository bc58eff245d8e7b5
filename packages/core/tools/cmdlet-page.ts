import type { CmdletMetadata, ParameterMetadata } from '../src/metadata-types.ts';
import { syntaxOf } from '../src/syntax.ts';

/** A cmdlet's page of the reference, in Markdown. */
export function cmdletPage(cmdlet: CmdletMetadata): string {
  return [
    '<!-- Made by `pnpm gen` from the definition; change that instead. -->',
    `# ${cmdlet.name}`,
    cmdlet.synopsis,
    ...sideOf(cmdlet),
    '## Syntax',
    ...cmdlet.cutoverSets.map((set) => code(syntaxOf(cmdlet, set))),
    ...(cmdlet.description === '' ? [] : ['## Description', cmdlet.description]),
    '## Examples',
    ...cmdlet.examples.flatMap(({ title, script }) => [`### ${title}`, code(script)]),
    '## Parameters',
    parameterTable(cmdlet),
    ...refusedOnes(cmdlet),
    '## Output',
    cmdlet.output === null ? 'None.' : `\`${cmdlet.output}\``,
    '',
  ].join('\n\n');
}

/** The list of all pages. */
export function indexPage(cmdlets: readonly CmdletMetadata[]): string {
  const rows = cmdlets.map(({ name, synopsis }) => `| [${name}](${name.toLowerCase()}.md) | ${synopsis} |`);
  const table = ['| Cmdlet | |', '| --- | --- |', ...rows].join('\n');
  return ['<!-- Made by `pnpm gen` from the definitions; change those instead. -->', '# Cmdlets', table, ''].join(
    '\n\n',
  );
}

const sides = {
  onPremises: 'It is a cmdlet of the on-premises organization: open a session there by `New-PSSession` first.',
  both: 'The cloud has it, and so has the on-premises organization: the session decides where it is carried out.',
} as const;
const sideOf = ({ side }: CmdletMetadata): string[] => (side === undefined ? [] : [sides[side]]);

const code = (text: string): string => `\`\`\`powershell\n${text}\n\`\`\``;

function parameterTable({ parameters }: CmdletMetadata): string {
  const rows = Object.entries(parameters)
    .filter(([, { refused }]) => !refused)
    .map(([name, parameter]) => `| -${name} | ${parameter.type} | ${notes(parameter)} |`);
  return ['| Name | Type | |', '| --- | --- | --- |', ...rows].join('\n');
}

function notes({ help, aliases, mandatory, position, pipeline, values }: ParameterMetadata): string {
  const facts = [
    mandatory === true && 'Mandatory.',
    position !== undefined && `Position ${position}.`,
    pipeline && `From the pipeline by ${pipeline}.`,
    aliases && `Alias ${aliases.map((alias) => `-${alias}`).join(', ')}.`,
    values && `Values: ${values.join(', ')}.`,
  ];
  return [help, ...facts.filter((fact) => typeof fact === 'string')].join(' ');
}

function refusedOnes({ parameters }: CmdletMetadata): string[] {
  const names = Object.keys(parameters).filter((name) => parameters[name]?.refused);
  if (names.length === 0) return [];
  const list = names.map((name) => `\`-${name}\``).join(', ');
  return [`The product has these besides; a cutover does not support them, and they are refused by name: ${list}.`];
}
