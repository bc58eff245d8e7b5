import type { AnyAst, ScriptBlockAst } from '../../syntax/ast.ts';
import { childNodes } from '../../syntax/child-nodes.ts';
import { parse } from '../../syntax/parser/parse.ts';
import type { CompiledScriptBlock } from '../../runtime/compile/compiled.ts';
import { type CommentHelp, commentLines, readCommentHelp } from './comment-help.ts';

interface Comment {
  readonly start: number;
  readonly end: number;
}

/** Lines that may be between help and the function that it is for. */
const proximity = 2;

/** The help of a function: before it, at the beginning of its body, or at its end. Source: HelpCommentsParser. */
export function functionHelp(code: CompiledScriptBlock): CommentHelp | undefined {
  const { text } = code.source;
  const { ast, tokens } = parse(text, { tokens: true });
  const comments = tokens.filter(({ kind }) => kind === 'Comment');
  const others = tokens.filter(({ kind }) => kind !== 'Comment' && kind !== 'NewLine');
  const definition = findDefinition(ast, code.ast);
  const read = (block: readonly Comment[]) =>
    readCommentHelp(commentLines(block.map(({ start, end }) => text.slice(start, end))));
  const before = definition && read(blockBefore(comments, others, { text, at: definition.start }));
  if (before) return before;
  const inside = comments.filter(({ start, end }) => start >= code.ast.start && end <= code.ast.end);
  const body = others.filter(({ start, end }) => start > code.ast.start && end < code.ast.end);
  return (
    read(firstBlock(inside, text, body[0]?.start)) ?? read(lastBlock(inside, text, body.at(-1)?.end ?? code.ast.start))
  );
}

/** The help of a script file: at its beginning or at its end. */
export function scriptHelp(text: string): CommentHelp | undefined {
  const { tokens } = parse(text, { tokens: true });
  const comments = tokens.filter(({ kind }) => kind === 'Comment');
  const others = tokens.filter(({ kind }) => kind !== 'Comment' && kind !== 'NewLine' && kind !== 'EndOfInput');
  const read = (block: readonly Comment[]) =>
    readCommentHelp(commentLines(block.map(({ start, end }) => text.slice(start, end))));
  return read(firstBlock(comments, text, others[0]?.start)) ?? read(lastBlock(comments, text, others.at(-1)?.end ?? 0));
}

function findDefinition(node: AnyAst, body: ScriptBlockAst): AnyAst | undefined {
  if (node.type === 'FunctionDefinition' && node.body.start === body.start && node.body.end === body.end) return node;
  for (const child of childNodes(node)) {
    const found = child.start <= body.start && child.end >= body.end ? findDefinition(child, body) : undefined;
    if (found) return found;
  }
  return undefined;
}

const linesBetween = (text: string, from: number, to: number): number => text.slice(from, to).split('\n').length - 1;

/** Comments on lines that follow each other. */
function blocks(comments: readonly Comment[], text: string): Comment[][] {
  const all: Comment[][] = [];
  for (const comment of comments) {
    const last = all.at(-1)?.at(-1);
    if (last && linesBetween(text, last.end, comment.start) <= 1) all.at(-1)!.push(comment);
    else all.push([comment]);
  }
  return all;
}

function blockBefore(
  comments: readonly Comment[],
  others: readonly Comment[],
  { text, at }: { readonly text: string; readonly at: number },
): readonly Comment[] {
  const previous = others.findLast(({ end }) => end <= at)?.end ?? 0;
  const block = blocks(
    comments.filter(({ start, end }) => start >= previous && end <= at),
    text,
  ).at(-1);
  return block && linesBetween(text, block.at(-1)!.end, at) <= proximity ? block : [];
}

const firstBlock = (comments: readonly Comment[], text: string, limit = Number.POSITIVE_INFINITY): readonly Comment[] =>
  blocks(
    comments.filter(({ start }) => start < limit),
    text,
  )[0] ?? [];

const lastBlock = (comments: readonly Comment[], text: string, from: number): readonly Comment[] =>
  blocks(
    comments.filter(({ start }) => start >= from),
    text,
  ).at(-1) ?? [];
