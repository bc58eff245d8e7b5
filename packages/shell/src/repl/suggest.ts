import { similarNames } from '@cutover/base';
import type { Runspace } from '@cutover/powershell';
import { answers } from './prompt-text.ts';

/** How the newest error tells that a name is not there: scripts that give the name, and the names that are there. */
interface Misspelling {
  readonly id: RegExp;
  readonly name: string;
  readonly names: string;
  /** What stands before the names. */
  readonly mark?: string;
}

const filesBeside = (path: string): string => `
  $folder = Split-Path -Parent ${path}
  Get-ChildItem -Name -Force -LiteralPath $(if ($folder) { $folder } else { '.' }) -ErrorAction Ignore`;

const enumMessage = '$Error[0].Exception.Message';

/** In the order in which they are asked. */
const misspellings: readonly Misspelling[] = [
  {
    id: /^CommandNotFoundException$/,
    name: 'if ($Error[0].TargetObject -like "*/*") { Split-Path -Leaf $Error[0].TargetObject }',
    names: filesBeside('$Error[0].TargetObject'),
  },
  {
    id: /^CommandNotFoundException$/,
    name: '$Error[0].TargetObject',
    names: '(Get-Command -CommandType Cmdlet, Function).Name',
  },
  {
    id: /^NamedParameterNotFound,/,
    name: '$Error[0].Exception.ParameterName',
    names: '(Get-Command $Error[0].InvocationInfo.MyCommand.Name).Parameters.Keys',
    mark: '-',
  },
  {
    id: /^PathNotFound,/,
    name: 'Split-Path -Leaf $Error[0].TargetObject',
    names: filesBeside('$Error[0].TargetObject'),
  },
  {
    id: /^(?:CannotConvertArgument|ParameterArgumentTransformationError)/,
    name: `if (${enumMessage} -match 'identifier name (\\w+)') { $Matches[1] }`,
    names: `if (${enumMessage} -match 'enumerator names[^:]*:\\s*([\\w, ]+)') { $Matches[1] -split ', ' }`,
  },
];

/** What a person may have meant by a command, parameter, file or value that there is not; empty when nothing is near. */
export function suggest(session: Runspace): string {
  const [id = ''] = answers(session, '$Error[0].FullyQualifiedErrorId');
  for (const { name, names, mark = '' } of misspellings.filter((each) => each.id.test(id))) {
    const [wrong] = answers(session, name);
    if (wrong === undefined) continue;
    const near = similarNames(wrong, answers(session, names)).map((each) => mark + each);
    if (near.length > 0) return `\nDid you mean: ${near.join(', ')}?\n`;
  }
  return '';
}
