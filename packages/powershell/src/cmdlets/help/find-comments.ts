import type { AnyAst, ScriptBlockAst } from '../../syntax/ast.ts';
import type { Token } from '../../syntax/token.ts';
import { childNodes } from '../../syntax/child-nodes.ts';
import { parse } from '../../syntax/parser/parse.ts';
import type { CompiledScriptBlock } from '../../runtime/compile/compiled.ts';
import { type CommentHelp, commentLines, readCommentHelp } from './comment-help.ts';
import { withParameterComments } from './parameter-comments.ts';

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
  const comments = tokens.filter(isComment);
  const others = tokens.filter((token) => !isComment(token) && token.kind !== 'NewLine');
  const definition = findDefinition(ast, code.ast);
  const inside = comments.filter(({ start, end }) => start >= code.ast.start && end <= code.ast.end);
  const body = others.filter(({ start, end }) => start > code.ast.start && end < code.ast.end);
  const before = definition ? [blockBefore(comments, others, { text, at: definition.start })] : [];
  const candidates = [
    ...before,
    ...blocksUpTo(inside, text, body[0]?.start),
    lastBlock(inside, text, body.at(-1)?.end ?? code.ast.start),
  ];
  return withParameterComments(firstHelp(candidates, text), { text, tokens, ast: code.ast });
}

/** The help of a script file: at its beginning, unless it is that of the first function, or at its end. */
export function scriptHelp(text: string): CommentHelp | undefined {
  const { ast, tokens } = parse(text, { tokens: true });
  const comments = tokens.filter(isComment);
  const others = tokens.filter((token) => !isComment(token) && token.kind !== 'NewLine' && token.kind !== 'EndOfInput');
  const [first] = ast.endBlock?.statements ?? [];
  const firstFunction = first?.type === 'FunctionDefinition' ? first : undefined;
  const isOfScript = (block: readonly Comment[]): boolean =>
    !firstFunction || linesBetween(text, block.at(-1)!.end, firstFunction.start) > proximity;
  const candidates = [
    ...blocksUpTo(comments, text, others[0]?.start).filter(isOfScript),
    lastBlock(comments, text, others.at(-1)?.end ?? 0),
  ];
  return withParameterComments(firstHelp(candidates, text), { text, tokens, ast });
}

const isComment = ({ kind }: Token): boolean => kind === 'Comment';

function firstHelp(candidates: readonly (readonly Comment[])[], text: string): CommentHelp | undefined {
  for (const block of candidates) {
    const help = readCommentHelp(commentLines(block.map(({ start, end }) => text.slice(start, end))));
    if (help) return help;
  }
  return undefined;
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

/** The blocks that nothing but comments stands before. */
const blocksUpTo = (comments: readonly Comment[], text: string, limit = Number.POSITIVE_INFINITY): Comment[][] =>
  blocks(
    comments.filter(({ start }) => start < limit),
    text,
  );

const lastBlock = (comments: readonly Comment[], text: string, from: number): readonly Comment[] =>
  blocks(
    comments.filter(({ start }) => start >= from),
    text,
  ).at(-1) ?? [];
