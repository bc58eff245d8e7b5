import type { ExpressionAst, PipelineBaseAst, StatementAst, StatementBlockAst, VariableExpressionAst } from '../ast.ts';
import type { Token } from '../token.ts';
import { tokenText } from '../token-kind.ts';
import { parseSingleArgument } from './arguments.ts';
import { acceptLeftParen, parseBody, parseCondition } from './conditions.ts';
import { after, errorStatement, spanning, type Parser, type Span } from './parser.ts';

/** for-statement: 'for' '(' [ pipeline ] ';' [ pipeline ] ';' [ pipeline ] ')' block */
export function parseFor(p: Parser, forToken: Token, label?: Token): StatementAst {
  const start = label ?? forToken;
  const leftParen = acceptLeftParen(p);
  if (!leftParen) {
    p.incomplete('MissingOpenParenthesisAfterKeyword', after(forToken), 'for');
    return errorStatement(spanning(start, forToken));
  }
  const parts: (PipelineBaseAst | undefined)[] = [];
  const last = parseForParts(p, parts) ?? leftParen;
  const [initializer, condition, iterator] = parts;
  p.skipNewlines();
  const rightParen = p.accept('RParen');
  if (!rightParen) p.incomplete('MissingEndParenthesisAfterStatement', after(last), 'for');
  const body = rightParen && parseBody(p);
  if (body)
    return {
      type: 'ForStatement',
      ...spanning(start, body),
      label: label?.value,
      initializer,
      condition,
      iterator,
      body,
    };
  if (rightParen) p.incomplete('MissingLoopStatement', after(rightParen), 'for');
  return errorStatement(spanning(start, rightParen ?? last), parts);
}

/** Gives the last thing read. */
function parseForParts(p: Parser, parts: (PipelineBaseAst | undefined)[]): Span | undefined {
  let last: Span | undefined;
  for (let part = 0; part < 3; part++) {
    p.skipNewlines();
    const pipeline = p.grammar.pipelineChain(p);
    parts.push(pipeline);
    last = pipeline ?? last;
    if (part < 2) last = p.accept('Semi') ?? last;
  }
  return last;
}

/** while-statement: 'while' '(' pipeline ')' block */
export function parseWhile(p: Parser, whileToken: Token, label?: Token): StatementAst {
  const start = label ?? whileToken;
  const leftParen = acceptLeftParen(p);
  if (!leftParen) {
    p.incomplete('MissingOpenParenthesisAfterKeyword', after(whileToken), whileToken.text);
    return errorStatement(spanning(start, whileToken));
  }
  const condition = parseCondition(p);
  if (!condition) p.incomplete('MissingExpressionAfterKeyword', after(leftParen), 'while');
  const rightParen = p.accept('RParen');
  if (!rightParen || !condition) return failedWhile(p, { start, condition, leftParen, rightParen });
  const body = parseBody(p);
  if (body) return { type: 'WhileStatement', ...spanning(start, body), label: label?.value, condition, body };
  p.incomplete('MissingLoopStatement', after(rightParen), 'while');
  return errorStatement(spanning(start, rightParen), [condition]);
}

interface FailedWhile {
  readonly start: Span;
  readonly condition: PipelineBaseAst | undefined;
  readonly leftParen: Token;
  readonly rightParen: Token | undefined;
}

function failedWhile(p: Parser, { start, condition, leftParen, rightParen }: FailedWhile): StatementAst {
  if (!rightParen) {
    if (condition && condition.type !== 'ErrorStatement') {
      p.incomplete('MissingEndParenthesisAfterStatement', after(condition), 'while');
    }
    return errorStatement(spanning(start, condition ?? after(leftParen)), [condition]);
  }
  const body = parseBody(p);
  const place = errorStatement(after(leftParen));
  if (body) return { type: 'WhileStatement', ...spanning(start, body), condition: place, body };
  p.incomplete('MissingLoopStatement', after(rightParen), 'while');
  return errorStatement(spanning(start, rightParen));
}

/** do-statement: 'do' block ( 'while' | 'until' ) '(' pipeline ')' */
export function parseDo(p: Parser, doToken: Token, label?: Token): StatementAst {
  const start = label ?? doToken;
  const body = parseBody(p);
  if (!body) {
    p.incomplete('MissingLoopStatement', after(doToken), 'do');
    return errorStatement(spanning(start, doToken));
  }
  p.skipNewlines();
  const keyword = p.accept('While') ?? p.accept('Until');
  if (!keyword) {
    p.incomplete('MissingWhileOrUntilInDoWhile', after(body));
    return errorStatement(spanning(start, body), [body]);
  }
  return finishDo(p, keyword, { start, body, label: label?.value });
}

function finishDo(
  p: Parser,
  keyword: Token,
  loop: { start: Span; body: StatementBlockAst; label: string | undefined },
): StatementAst {
  const { start, body, label } = loop;
  const name = tokenText(keyword.kind);
  const leftParen = acceptLeftParen(p);
  if (!leftParen) {
    p.incomplete('MissingOpenParenthesisAfterKeyword', after(keyword), name);
    return errorStatement(spanning(start, keyword), [body]);
  }
  const condition = parseCondition(p);
  if (!condition) p.incomplete('MissingExpressionAfterKeyword', after(leftParen), name);
  const rightParen = p.accept('RParen');
  if (condition && !rightParen) p.incomplete('MissingEndParenthesisAfterStatement', after(condition), name);
  if (!condition || !rightParen) return errorStatement(spanning(start, condition ?? leftParen), [body, condition]);
  const type = keyword.kind === 'Until' ? 'DoUntilStatement' : 'DoWhileStatement';
  return { type, ...spanning(start, rightParen), label, body, condition };
}

/** A foreach statement while it is read. */
interface ForEachParts {
  parallel: boolean;
  throttleLimit?: ExpressionAst | undefined;
  variable?: VariableExpressionAst;
  condition?: PipelineBaseAst | undefined;
  body?: StatementBlockAst | undefined;
  /** Where a statement that cannot be read ends. */
  failedAt?: Span;
}

/** foreach-statement: 'foreach' { flag } '(' variable 'in' pipeline ')' block */
export function parseForEach(p: Parser, forEachToken: Token, label?: Token): StatementAst {
  const start = label ?? forEachToken;
  const parts: ForEachParts = { parallel: false };
  p.skipNewlines();
  parseForEachFlags(p, parts);
  const leftParen = p.accept('LParen');
  if (!leftParen) {
    p.incomplete('MissingOpenParenthesisAfterKeyword', after(forEachToken), 'foreach');
    return errorStatement(spanning(start, forEachToken));
  }
  p.skipNewlines();
  const token = p.accept('Variable') ?? p.accept('SplattedVariable');
  if (!token) {
    p.incomplete('MissingVariableNameAfterForeach', after(leftParen));
    return errorStatement(spanning(start, leftParen));
  }
  parts.variable = variableOf(token);
  parseForEachRest(p, parts);
  const { variable, condition, body, parallel, throttleLimit } = parts;
  if (parts.failedAt || !condition || !body)
    return errorStatement(spanning(start, parts.failedAt ?? token), [variable, condition, body]);
  return {
    type: 'ForEachStatement',
    ...spanning(start, body),
    label: label?.value,
    parallel,
    throttleLimit,
    variable,
    condition,
    body,
  };
}

const variableOf = (token: Token): VariableExpressionAst => ({
  type: 'VariableExpression',
  start: token.start,
  end: token.end,
  path: token.path!,
  splatted: token.kind === 'SplattedVariable',
});

function parseForEachFlags(p: Parser, parts: ForEachParts): void {
  for (let token = p.peek(); token.kind === 'Parameter'; token = p.peek()) {
    p.skip();
    const written = token.value.toLowerCase();
    if ('parallel'.startsWith(written)) parts.parallel = true;
    else if ('throttlelimit'.startsWith(written)) parseThrottleLimit(p, parts, token);
    else {
      parts.failedAt = token;
      p.error('InvalidForeachFlag', token, token.value);
    }
    p.skipNewlines();
  }
}

function parseThrottleLimit(p: Parser, parts: ForEachParts, token: Token): void {
  p.skipNewlines();
  parts.throttleLimit = parseSingleArgument(p, 'argument');
  if (!parts.throttleLimit) p.incomplete('MissingThrottleLimit', after(token));
}

function parseForEachRest(p: Parser, parts: ForEachParts): void {
  const fail = (
    id:
      | 'MissingInInForeach'
      | 'MissingForeachExpression'
      | 'MissingEndParenthesisAfterForeach'
      | 'MissingForeachStatement',
    span: Span,
  ): void => {
    parts.failedAt = { start: span.start, end: span.end };
    p.incomplete(id, after(span));
  };
  p.skipNewlines();
  const inToken = p.accept('In');
  if (!inToken) return fail('MissingInInForeach', parts.variable!);
  p.skipNewlines();
  parts.condition = p.grammar.pipelineChain(p);
  if (!parts.condition) return fail('MissingForeachExpression', inToken);
  p.skipNewlines();
  const rightParen = p.accept('RParen');
  if (!rightParen) return fail('MissingEndParenthesisAfterForeach', parts.condition);
  parts.body = p.grammar.statementBlock(p);
  if (!parts.body) fail('MissingForeachStatement', rightParen);
}
