import { cmdletMetadata, syntaxOf, type CmdletMetadata } from '@cutover/core/metadata';

const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, '    ');

/** What `cutover -Help` prints. */
export function usageText(): string {
  const width = Math.max(...cmdletMetadata.map(({ name }) => name.length));
  const cmdlets = cmdletMetadata.map(({ name, synopsis }) => `${name.padEnd(width)}  ${synopsis}`);
  return `Usage: cutover <cmdlet> [parameters] [--json] [--data DIR]
       cutover service [--data DIR]
       cutover -Help [cmdlet] | -Version

Cmdlets:
${indented(cmdlets.join('\n'))}

Parameters are PowerShell's: -Name value, -Name:value, -Switch, -Switch:$false, lists by comma, any
unambiguous beginning of a name. A -Credentials takes a user name; the password is asked for, or
taken from CUTOVER_PASSWORD.

    --json      prints records as JSON
    --data DIR  folder of the organization's data; else CUTOVER_DATA, else the platform's data folder

A batch goes on when its command has ended: one service per data folder runs it, and is started by itself.
`;
}

/** What `cutover -Help <cmdlet>` prints, in the layout of Get-Help. */
export function cmdletHelpText(cmdlet: CmdletMetadata): string {
  const parameters = Object.entries(cmdlet.parameters)
    .filter(([, { refused }]) => !refused)
    .map(([name, { type, help }]) => `-${name} <${type}>\n${indented(help)}`);
  return [
    `NAME\n${indented(cmdlet.name)}`,
    `SYNOPSIS\n${indented(cmdlet.synopsis)}`,
    `SYNTAX\n${indented([...new Set(cmdlet.cutoverSets.map((set) => syntaxOf(cmdlet, set)))].join('\n\n'))}`,
    `DESCRIPTION\n${indented(cmdlet.description)}`,
    `PARAMETERS\n${indented(parameters.join('\n\n'))}`,
    `EXAMPLES\n${indented(cmdlet.examples.map(({ title, script }) => `${title}:\n    ${script}`).join('\n\n'))}`,
    '',
  ].join('\n\n');
}
