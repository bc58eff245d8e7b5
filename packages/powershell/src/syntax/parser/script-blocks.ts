import type {
  NamedBlockAst,
  NamedBlockKind,
  ParamBlockAst,
  ScriptBlockAst,
  StatementBlockAst,
  UsingStatementAst,
} from '../ast.ts';
import type { Token } from '../token.ts';
import { tokenText, tokenTraits, type TokenKind } from '../token-kind.ts';
import { parseParamBlock } from './functions.ts';
import {
  after,
  before,
  spanning,
  type Parser,
  type ScriptBlockOptions,
  type Span,
  type StatementList,
} from './parser.ts';
import { parseUsing } from './using.ts';

interface Head {
  readonly usingStatements: UsingStatementAst[];
  readonly paramBlock: ParamBlockAst | undefined;
}

/** script-block: { using-statement } [ param-block ] ( statements | { named-block } ) */
export function parseScriptBlock(p: Parser, options: ScriptBlockOptions): ScriptBlockAst {
  p.skipNewlines();
  const usingStatements = options.leftCurly ? [] : parseUsings(p);
  const restorePoint = p.restorePoint();
  const paramBlock = parseParamBlock(p);
  if (!paramBlock) p.resync(restorePoint);
  p.skipNewlinesAndSemicolons();
  const head = { usingStatements, paramBlock };
  return tokenTraits[p.peek().kind].blockName ? parseNamedBlocks(p, options, head) : parseStatements(p, options, head);
}

function parseUsings(p: Parser): UsingStatementAst[] {
  const statements: UsingStatementAst[] = [];
  for (let token = p.peek(); token.kind === 'Using'; token = p.peek()) {
    p.skip();
    const statement = parseUsing(p, token);
    p.skipNewlinesAndSemicolons();
    if (statement.type === 'UsingStatement') statements.push(statement);
  }
  p.resync(p.peek());
  return statements;
}

function scriptBlock(span: Span, head: Head, blocks: Partial<Record<NamedBlockKind, NamedBlockAst>>): ScriptBlockAst {
  return {
    type: 'ScriptBlock',
    start: span.start,
    end: span.end,
    usingStatements: head.usingStatements,
    attributes: [],
    paramBlock: head.paramBlock,
    dynamicParamBlock: blocks.Dynamicparam,
    beginBlock: blocks.Begin,
    processBlock: blocks.Process,
    endBlock: blocks.End,
    cleanBlock: blocks.Clean,
  };
}

function parseStatements(p: Parser, options: ScriptBlockOptions, head: Head): ScriptBlockAst {
  const all: StatementList = {
    statements: options.firstStatement ? [options.firstStatement] : [],
    traps: [],
    span: undefined,
  };
  let span: Span | undefined = head.paramBlock;
  for (;;) {
    const list = p.grammar.statementList(p);
    all.statements.push(...list.statements);
    all.traps.push(...list.traps);
    if (list.span) span = span ? spanning(span, list.span) : list.span;
    const end = completeBody(p, options.leftCurly, span);
    if (end.done) return scriptBlock(end.whole, head, unnamedBlock(end.body, all, options));
  }
}

function unnamedBlock(
  body: Span | undefined,
  list: StatementList,
  options: ScriptBlockOptions,
): Partial<Record<NamedBlockKind, NamedBlockAst>> {
  const blockKind = options.isFilter ? 'Process' : 'End';
  const { start, end } = body ?? { start: 0, end: 0 };
  return {
    [blockKind]: {
      type: 'NamedBlock',
      start,
      end,
      blockKind,
      unnamed: true,
      traps: list.traps,
      statements: list.statements,
    },
  };
}

interface BodyEnd {
  /** False when something is left that is no statement. */
  readonly done: boolean;
  readonly body: Span | undefined;
  readonly whole: Span;
}

function completeBody(p: Parser, leftCurly: Token | undefined, body: Span | undefined): BodyEnd {
  const token = p.next();
  if (!leftCurly) {
    const whole = { start: 0, end: p.lexer.source.length };
    if (token.kind === 'EndOfInput') return { done: true, body, whole };
    p.error('UnexpectedToken', token, token.text);
    return { done: false, body, whole };
  }
  if (token.kind !== 'RCurly') {
    p.unget(token);
    p.incompleteAt('MissingEndCurlyBrace', leftCurly, token);
    return { done: true, body, whole: spanning(leftCurly, body ?? leftCurly) };
  }
  const empty = leftCurly.end === token.start ? undefined : { start: leftCurly.end, end: before(token).end };
  return { done: true, body: body ?? empty, whole: spanning(leftCurly, token) };
}

const blockKinds: Partial<Record<TokenKind, NamedBlockKind>> = {
  Dynamicparam: 'Dynamicparam',
  Begin: 'Begin',
  Process: 'Process',
  End: 'End',
  Clean: 'Clean',
};

/** named-block: ( 'dynamicparam' | 'begin' | 'process' | 'end' | 'clean' ) block */
function parseNamedBlocks(p: Parser, options: ScriptBlockOptions, head: Head): ScriptBlockAst {
  const blocks: Partial<Record<NamedBlockKind, NamedBlockAst>> = {};
  let start: Span | undefined = options.leftCurly ?? head.paramBlock;
  let end: Span | undefined;
  for (;;) {
    const token = p.next();
    const blockKind = blockKinds[token.kind];
    if (!blockKind)
      return endNamedBlocks(p, token, { options, head, blocks, span: start && end ? spanning(start, end) : start });
    start ??= token;
    end = parseNamedBlock(p, token, { blocks, blockKind });
    p.skipNewlinesAndSemicolons();
  }
}

interface NamedBlocks {
  readonly options: ScriptBlockOptions;
  readonly head: Head;
  readonly blocks: Partial<Record<NamedBlockKind, NamedBlockAst>>;
  readonly span: Span | undefined;
}

function endNamedBlocks(p: Parser, token: Token, { options, head, blocks, span }: NamedBlocks): ScriptBlockAst {
  const ends = token.kind === 'RCurly' || token.kind === 'EndOfInput';
  if (ends || options.leftCurly) p.unget(token);
  if (ends) return scriptBlock(completeBody(p, options.leftCurly, span).whole, head, blocks);
  p.error('MissingNamedBlocks', token, token.text);
  return scriptBlock(options.leftCurly ? span! : { start: 0, end: p.lexer.source.length }, head, blocks);
}

function parseNamedBlock(
  p: Parser,
  token: Token,
  { blocks, blockKind }: { blocks: NamedBlocks['blocks']; blockKind: NamedBlockKind },
): Span {
  const block = parseStatementBlock(p);
  if (!block) p.incomplete('MissingNamedStatementBlock', after(token), tokenText(token.kind));
  const span = spanning(token, block ?? token);
  const { traps = [], statements = [] } = block ?? {};
  if (blocks[blockKind]) p.error('DuplicateScriptCommandClause', span, tokenText(token.kind));
  else blocks[blockKind] = { type: 'NamedBlock', ...span, blockKind, unnamed: false, traps, statements };
  return block ?? token;
}

/** block: '{' statements '}' */
export function parseStatementBlock(p: Parser): StatementBlockAst | undefined {
  p.skipNewlines();
  const leftCurly = p.accept('LCurly');
  if (!leftCurly) return undefined;
  const { statements, traps, span } = p.grammar.statementList(p);
  const next = p.peek();
  const rightCurly = p.accept('RCurly');
  if (!rightCurly) p.incompleteAt('MissingEndCurlyBrace', leftCurly, next);
  return { type: 'StatementBlock', ...spanning(leftCurly, rightCurly ?? span ?? leftCurly), traps, statements };
}
