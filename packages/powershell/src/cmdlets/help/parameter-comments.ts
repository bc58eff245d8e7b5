import type { ScriptBlockAst } from '../../syntax/ast.ts';
import type { Token } from '../../syntax/token.ts';
import { type CommentHelp, commentLines, readSection } from './comment-help.ts';

interface Code {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly ast: ScriptBlockAst;
}

/** Lines that may be between a comment and the parameter that it is for. */
const proximity = 2;

/** The help, with the comments at its parameters where it says nothing of them. Source: GetParameterComments. */
export function withParameterComments(help: CommentHelp | undefined, code: Code): CommentHelp | undefined {
  const declared = code.ast.paramBlock?.parameters ?? [];
  if (!help || declared.length === 0) return help;
  const parameters = new Map(help.parameters);
  for (const { start, end, name } of declared) {
    const key = name.path.unqualifiedPath.toLowerCase();
    if (!parameters.has(key)) parameters.set(key, commentText(code, start, end));
  }
  return { ...help, parameters };
}

function commentText({ text, tokens }: Code, start: number, end: number): string {
  const first = tokens.findIndex((token) => token.end > start);
  const behind = tokens.findIndex((token) => token.start >= end);
  const inside = tokens.slice(first, behind).filter(({ kind }) => kind === 'Comment');
  const found = [...commentsBefore(tokens, first, text), ...inside, ...commentsAfter(tokens, behind, text)];
  return readSection(commentLines(found.map((token) => text.slice(token.start, token.end))), 0).text;
}

function commentsBefore(tokens: readonly Token[], index: number, text: string): readonly Token[] {
  const found: Token[] = [];
  let below = tokens[index]!.start;
  for (let at = index - 1; at >= 0; at--) {
    const token = tokens[at]!;
    if (lines(text, token.end, below) > (found.length === 0 ? proximity : 1)) break;
    if (token.kind === 'NewLine') continue;
    if (token.kind !== 'Comment') break;
    found.unshift(token);
    below = token.start;
  }
  return found;
}

function commentsAfter(tokens: readonly Token[], index: number, text: string): readonly Token[] {
  const found: Token[] = [];
  for (let at = index; at >= 0 && at < tokens.length; at++) {
    const token = tokens[at]!;
    const last = found.at(-1);
    if (last && lines(text, last.end, token.start) > 1) break;
    if (token.kind === 'Comment') found.push(token);
    else if (token.kind !== 'NewLine') break;
  }
  return found;
}

const lines = (text: string, from: number, to: number): number => text.slice(from, to).split('\n').length - 1;
