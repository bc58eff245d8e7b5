import type { AnyAst, CommandAst, CommandElementAst } from '../syntax/ast.ts';
import { parse } from '../syntax/parser/parse.ts';
import { commandAtCursor, pathTo } from './command-at-cursor.ts';
import { type CompletionMatch, type CompletionRequest, type Found, startsWith } from './completion.ts';
import { type KnownCommand, knownCommand, parameterNamed } from './complete-parameter.ts';

/** What the original says of each key. Source: TabCompletionStrings.resx. */
const descriptions: Readonly<Record<string, string>> = {
  Name: '[string]\nSpecifies the name of the property being created.',
  Label: '[string]\nSpecifies the name of the property being created.',
  Expression: '[scriptblock]\nA script block used to calculate the value of the new property.',
  FormatString: '[string]\nSpecifies a format string that defines how the value is formatted for output.',
  Depth: '[int]\nThe depth key specifies the depth of expansion per property.',
  Ascending: '[bool]\nSpecifies the order of sorting for one or more properties.',
  Descending: '[bool]\nSpecifies the order of sorting for one or more properties.',
  Width:
    '[int]\nSpecifies the maximum column width in a table when the value is displayed.\nThe value must be greater than 0.',
  Alignment:
    "[string]\nDefine how the values are displayed in a column.\nThe value must be 'left', 'center', or 'right'.",
};

/** The keys of a calculated property. Source: CompletionCompleters.CompleteHashtableKey. */
const keysOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Property: {
    'Select-Object': 'Name Expression',
    'Sort-Object': 'Expression Ascending Descending',
    'Group-Object': 'Expression',
    'Format-Table': 'Expression FormatString Label Width Alignment',
    'Format-List': 'Expression FormatString Label',
    'Format-Wide': 'Expression FormatString',
    'Format-Custom': 'Expression Depth',
  },
  GroupBy: {
    'Format-Table': 'Expression FormatString Label',
    'Format-List': 'Expression FormatString Label',
    'Format-Wide': 'Expression FormatString Label',
    'Format-Custom': 'Expression FormatString Label',
  },
};

/** `Select-Object @{na`: a key of a calculated property. */
export function completeTableKey({ before, session }: CompletionRequest): Found | undefined {
  const [, word] = /[@;]\{?\s*(\w*)$/.exec(before) ?? [];
  if (word === undefined) return undefined;
  const text = word === '' ? `${before}x` : before;
  const path = pathTo(parse(text).ast, text.length);
  const table = path.findLast((node) => node.type === 'Hashtable');
  const command = path.findLast((node) => node.type === 'Command');
  if (!table || !command) return undefined;
  const at = commandAtCursor(text);
  const known = at && knownCommand(session, at, text);
  if (!known) return undefined;
  const parameter = parameterOf(known, command, path);
  const keys = keysOf[parameter ?? '']?.[known.command.name]?.split(' ') ?? [];
  const given = new Set(table.pairs.map(([key]) => text.slice(key.start, key.end)).filter((key) => key !== word));
  const matches = keys.filter((key) => startsWith(key, word) && !given.has(key)).map(keyMatch);
  return { length: word.length, matches };
}

const keyMatch = (name: string): CompletionMatch => ({
  text: name,
  list: name,
  type: 'Property',
  tip: descriptions[name] ?? name,
});

/** The parameter that takes the element in which the cursor stands. */
function parameterOf({ plan }: KnownCommand, command: CommandAst, path: readonly AnyAst[]): string | undefined {
  const index = command.elements.findIndex((element) => path.includes(element));
  const before = command.elements[index - 1];
  const named =
    before?.type === 'CommandParameter' && !before.argument ? parameterNamed(plan, before.parameterName) : undefined;
  if (named && !named.isSwitch) return named.name;
  const values = valuesBefore(command.elements.slice(1, index));
  return plan.parameters.find(({ uses }) => uses.some(({ position }) => position === values))?.name;
}

/** How many positions are taken. */
const valuesBefore = (elements: readonly CommandElementAst[]): number =>
  elements.filter(({ type }, index) => type !== 'CommandParameter' && elements[index - 1]?.type !== 'CommandParameter')
    .length;
