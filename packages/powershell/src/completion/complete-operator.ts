import { parse } from '../syntax/parser/parse.ts';
import { pathTo } from './command-at-cursor.ts';
import { byName, type CompletionRequest, type Found, startsWith } from './completion.ts';
import { operatorHelp } from './operator-help.ts';

/** `1 -no`: an operator behind an expression. */
export function completeOperator({ before }: CompletionRequest): Found | undefined {
  const [typed, word = ''] = /-(\w*)$/.exec(before) ?? [];
  if (typed === undefined) return undefined;
  const ahead = before.slice(0, -typed.length).trimEnd();
  const isExpression =
    ahead !== '' && pathTo(parse(ahead).ast, ahead.length).some(({ type }) => type === 'CommandExpression');
  const inCommand = pathTo(parse(ahead).ast, ahead.length).findLast(
    ({ type }) => type === 'Command' || type === 'CommandExpression',
  );
  if (!isExpression || inCommand?.type === 'Command') return undefined;
  const matches = Object.entries(operatorHelp)
    .filter(([name]) => startsWith(name, word))
    .toSorted(([a], [b]) => byName(a, b))
    .map(([name, tip]) => ({ text: `-${name}`, list: name, type: 'ParameterName', tip }) as const);
  return { length: typed.length, matches };
}
